import type { IncomingMessage } from 'node:http';
import { type Identity, shownName } from '../identity.ts';

/** The headers in which a proxy tells who somebody is, in lower case. */
export interface IdentityHeaders {
  readonly user: string;
  readonly email: string;
  readonly name: string;
  readonly groups: string;
}

/** Most characters of a name or an e-mail, and most groups of a person. */
const MAX_LENGTH = 320;
const MAX_GROUPS = 1_000;

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The person that a proxy tells of; null where it tells of none. A header that is there twice is no answer: the client
 * may have written one of them.
 */
export function readIdentity(
  { headersDistinct }: Pick<IncomingMessage, 'headersDistinct'>,
  names: IdentityHeaders,
): Identity | null {
  const all = Object.values(names).map((name) => headersDistinct[name] ?? []);
  if (all.some((values) => values.length > 1)) return null;
  const read = (name: string) => {
    const text = trimBlanks(decode(headersDistinct[name]?.[0] ?? ''));
    return text === '' || text.length > MAX_LENGTH ? null : text;
  };
  const email = read(names.email);
  const userName = read(names.user);
  const id = userName ?? email;
  if (id === null) return null;
  return {
    id: `proxy:${id}`,
    name: shownName(read(names.name), id),
    email,
    userName,
    groups: groupsOf(decode(headersDistinct[names.groups]?.[0] ?? '')),
  };
}

/** Takes off the blanks of HTTP alone: any others are a part of the name, and of another person than without. */
function trimBlanks(text: string): string {
  const isBlank = (place: number) => text[place] === ' ' || text[place] === '\t';
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(from)) from++;
  while (from < to && isBlank(to - 1)) to--;
  return text.slice(from, to);
}

/** Node reads headers byte by byte; most proxies write UTF-8. */
function decode(header: string): string {
  try {
    return UTF_8.decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
}

function groupsOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((group) => group.trim())
    .filter((group) => group !== '')
    .slice(0, MAX_GROUPS);
}
