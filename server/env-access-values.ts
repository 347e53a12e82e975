import { isIP } from 'node:net';
import { parseBaseUrl, variable } from './env-values.ts';

/** A network's addresses: a first one, and how many of its bits all have in common. */
export interface Network {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** The name of a header, in lower case as Node has them. */
export function headerName() {
  return variable('the name of a header', (text) =>
    /^[!#$%&'*+.^_`|~\dA-Za-z-]{1,100}$/.test(text) ? text.toLowerCase() : undefined,
  );
}

/** The name of a claim in a token, of which some are URLs. */
export function claimName() {
  return variable('the name of a claim', (text) => (/^[!-~]{1,200}$/.test(text) ? text : undefined));
}

/** The name of an identity provider, to the letter: a slash at its end belongs to it. */
export function parseIssuer(text: string): string | undefined {
  return parseBaseUrl(text) === undefined ? undefined : text;
}

export function parseScopes(text: string): string | undefined {
  const scopes = text.split(/ +/);
  return scopes.includes('openid') && scopes.every((scope) => /^[!#-[\]-~]+$/.test(scope))
    ? scopes.join(' ')
    : undefined;
}

/** Whether this can be listened on: an address, or a name. */
export function isHost(text: string): boolean {
  return isIP(text) !== 0 || /^[a-z\d]([a-z\d.-]{0,250}[a-z\d])?$/i.test(text);
}

/** Where a browser may be sent to sign out: elsewhere, or a path of the same host. */
export function isSignOutUrl(text: string): boolean {
  if (/^\/(?![/\\])/.test(text)) return !/[\s\\]/.test(text);
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

export function parseNetworks(text: string): readonly Network[] | undefined {
  const networks = text.split(',').map((part) => parseNetwork(part.trim()));
  return networks.every((network) => network !== null) ? networks : undefined;
}

function parseNetwork(text: string): Network | null {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return null;
  const most = version === 4 ? 32 : 128;
  const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
  return prefix <= most ? { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' } : null;
}
