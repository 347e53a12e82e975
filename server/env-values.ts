import { isIPv4 } from 'node:net';
import * as z from 'zod/mini';
import { isMailAddress, plainName } from '../contract/index.ts';

/**
 * A variable that is read by `parse`, which answers undefined for what it does not take. An error says what
 * the variable takes and never what it was given: some of the values are secrets.
 */
export function variable<Value>(takes: string, parse: (text: string) => Value | undefined) {
  return z.pipe(
    z.string(),
    z.transform((text, context): Value => {
      const value = parse(text);
      if (value !== undefined) return value;
      context.issues.push({ code: 'custom', message: `must be ${takes}`, input: undefined });
      return z.NEVER;
    }),
  );
}

/** Anything else makes `fetch` throw an error that quotes the header, and so the key. */
export function isApiKey(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

export function parseBaseUrl(text: string): string | undefined {
  const url = parseHttpUrl(text);
  const plain = url !== null && url.username === '' && url.password === '' && !/[?#]/.test(text);
  return plain && keepsKeySecret(url) ? url.href.replace(/\/+$/, '') : undefined;
}

/** Judged by the host as `fetch` will understand it: `2130706433` is 127.0.0.1, `127.0.0.1.example.com` is not. */
function keepsKeySecret({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || isLoopbackHost(hostname.replace(/^\[(.*)\]$/, '$1'));
}

export function isTicketUrlTemplate(text: string): boolean {
  return text.includes('{id}') && parseHttpUrl(text.replace(/\{(id|workspace)\}/g, '1')) !== null;
}

function parseHttpUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null;
}

/** Without a host, the driver would look for a server where nobody has said that there is one. */
export function isDatabaseUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  const named =
    url !== null && url.pathname.length > 1 && (url.hostname !== '' || url.searchParams.has('host'));
  return named && /^postgres(ql)?:$/.test(url.protocol);
}

/**
 * A path of a host, of parts that look the same however they are written. Its first part is none of our own addresses: with
 * a proxy that takes the path off nobody could tell them apart.
 */
const BASE_PATH =
  /^(?!\/(?:access|api|assets|auth|healthz|metrics|readyz|w)(?:\/|$))(?:\/[\w.~-]{1,100}){0,10}$/;

/** The URL where people reach Loopdesk, without a slash at its end: `https://desk.example.com/loopdesk`. */
export function parsePublicUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.password !== '' || /[?#]/.test(text)) return undefined;
  const path = url.pathname.replace(/\/$/, '');
  if (!BASE_PATH.test(path)) return undefined;
  const isOwn = isLoopbackHost(url.hostname.replace(/^\[(.*)\]$/, '$1'));
  return url.protocol === 'https:' || (url.protocol === 'http:' && isOwn) ? url.origin + path : undefined;
}

export function isMailUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return false;
  const isDecodable = !/%(?![\da-f]{2})/i.test(url.username + url.password);
  return isDecodable && /^\/?$/.test(url.pathname) && !/[?#]/.test(text);
}

/** Whether a mail server is to be asked for encryption before it gets a password: one that is not this machine. */
export function needsTls(mailUrl: string): boolean {
  const { protocol, username, hostname } = new URL(mailUrl);
  return protocol === 'smtp:' && username !== '' && !isLoopbackHost(hostname.replace(/^\[(.*)\]$/, '$1'));
}

/** `desk@example.com` or `Loopdesk <desk@example.com>`. */
export function isMailSender(text: string): boolean {
  const start = text.indexOf('<');
  if (start < 0) return isMailAddress(text);
  const isName = start === 0 || /^[^<>"\\\p{Cc}]+$/u.test(text.slice(0, start));
  return isName && text.endsWith('>') && isMailAddress(text.slice(start + 1, -1));
}

export function parseWorkspaces(text: string): { id: string; name: string }[] | undefined {
  const workspaces = text.split(',').map((part) => {
    const [, id = '', name] = /^([^=]*)(?:=(.*))?$/s.exec(part.trim()) ?? [];
    return { id: id.trim(), name: name === undefined ? id.trim() : plainName(name) };
  });
  const distinct = new Set(workspaces.map((workspace) => workspace.id)).size === workspaces.length;
  return distinct && workspaces.every(isWorkspace) ? workspaces : undefined;
}

/** An id of dots alone would climb in the path of the upstream's URL. */
function isWorkspace({ id, name }: { id: string; name: string }): boolean {
  return /^[\w.~-]+$/.test(id) && !/^\.+$/.test(id) && name !== '';
}

export function wholeNumber(min: number, max: number) {
  return variable(`a whole number from ${min} to ${max}`, (text) => {
    const number = /^(0|[1-9]\d*)$/.test(text) ? Number(text) : Number.NaN;
    return number >= min && number <= max ? number : undefined;
  });
}
