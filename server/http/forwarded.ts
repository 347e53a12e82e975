import { isIP } from 'node:net';

/** The longest header that is read, in characters: a few proxies take some hundred. */
const MAX_LENGTH = 4_096;

/**
 * The addresses that a request has come by, the nearest last, as `X-Forwarded-For` tells them; null in the place of what is
 * no address, and alone for a header that cannot be read.
 */
export function readForwardedFor(header: string): readonly (string | null)[] {
  if (header.length > MAX_LENGTH) return [null];
  return header.split(',').map((part) => addressOf(part.trim()));
}

/** The same as `Forwarded` tells them (RFC 7239). */
export function readForwarded(header: string): readonly (string | null)[] {
  const elements = header.length > MAX_LENGTH ? null : splitElements(header);
  if (elements === null) return [null];
  return elements.map((pairs) => {
    const [value, ...others] = pairs.flatMap((pair) => /^\s*for=(.*)$/is.exec(pair)?.[1]?.trim() ?? []);
    return value === undefined || others.length > 0 ? null : addressOf(unquoted(value));
  });
}

/** Elements and their pairs, separated by commas and semicolons outside of quotes; null where a quote is left open. */
function splitElements(header: string): string[][] | null {
  const elements: string[][] = [[]];
  let isQuoted = false;
  let start = 0;
  const endPair = (end: number) => {
    elements.at(-1)?.push(header.slice(start, end));
    start = end + 1;
  };
  for (let place = 0; place < header.length; place++) {
    const character = header[place];
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted && character === '\\') place++;
    else if (!isQuoted && (character === ';' || character === ',')) {
      endPair(place);
      if (character === ',') elements.push([]);
    }
  }
  if (isQuoted) return null;
  endPair(header.length);
  return elements;
}

function unquoted(value: string): string {
  return /^"[^"\\]*"$/.test(value) ? value.slice(1, -1) : value;
}

/** The address of a hop, without its port; null for a hidden one and anything else. */
function addressOf(hop: string): string | null {
  const [, bracketed, bare = hop] = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d{1,5})?$/.exec(hop) ?? [];
  const address = (bracketed ?? bare).toLowerCase();
  // A zone is of one machine's own interfaces.
  return isIP(address) === 0 || address.includes('%') ? null : address;
}
