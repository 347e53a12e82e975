/** Signs that a sentence, a list or a markup puts behind a link, and that we never end one with as they are. */
const CLOSERS = /[.,;:!?*_~|`]/;

/** Brackets, which a link may hold as they are only if somebody wrote it by hand: then they come in pairs. */
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Signs that a browser writes as escapes, some of them in a path alone, as we do; blanks and what nobody sees among them. */
const ESCAPED_CLOSERS = /['’>`}…。，、；！？）」』】》\\\s\p{Z}\p{Default_Ignorable_Code_Point}]/u;

/** Quotes belong to a value in pairs. */
const QUOTES = /["＂“”„‟«»]/g;

/** The most signs that are taken off. No sentence has more behind a link. */
const MOST_SIGNS = 20;

/**
 * A path or a search without what a chat, a mail or a sentence has put behind it: `…?priority=HIGH).` What we write
 * ourselves (see {@link closeSearch}) is not touched.
 *
 * @param link as the browser has it, escapes and all
 */
export function trimLinkEnd(link: string): string {
  let end = link;
  for (let taken = 0; taken < MOST_SIGNS; taken += 1) {
    const sign = signAtEnd(end);
    if (sign === '') break;
    end = end.slice(0, -sign.length);
  }
  return end;
}

/**
 * A search that stays as it is whatever signs come to stand behind it: one that ends with such a sign itself is ended in
 * another way.
 */
export function closeSearch(search: string): string {
  const escaped = /[.*_]$/.test(search) ? `${search.slice(0, -1)}${escapeSign(search.slice(-1))}` : search;
  // What comes behind this belongs to no value any more.
  return signAtEnd(escaped) !== '' || hasOpenQuote(escaped) ? `${escaped}&` : escaped;
}

/** The sign at the end, as it is written, that does not belong to the link; '' for none. */
function signAtEnd(link: string): string {
  const last = link.slice(-1);
  if (CLOSERS.test(last)) return last;
  const opener = BRACKETS[last];
  const value = lastValue(link);
  if (opener !== undefined) return count(value, last) > count(value, opener) ? last : '';
  const escapes = /(?:%[0-9a-f]{2}){1,4}$/i.exec(link.slice(-12))?.[0];
  if (escapes === undefined) return last === "'" ? last : '';
  const sign = decode(value).slice(-1);
  const isSign = ESCAPED_CLOSERS.test(sign) || (sign.search(QUOTES) === 0 && hasOpenQuote(link));
  return isSign ? escapes.slice(-escapeSign(sign).length) : '';
}

function hasOpenQuote(link: string): boolean {
  return (decode(lastValue(link)).match(QUOTES)?.length ?? 0) % 2 === 1;
}

/** The text behind the last `=`, `&` or `/`. */
function lastValue(link: string): string {
  return link.slice(Math.max(link.lastIndexOf('='), link.lastIndexOf('&'), link.lastIndexOf('/')) + 1);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** A sign as an address escapes it, which `encodeURIComponent` spares some. */
function escapeSign(sign: string): string {
  const escaped = encodeURIComponent(sign);
  return escaped.length > 1 ? escaped : `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

function decode(value: string): string {
  return new URLSearchParams(`v=${value}`).get('v') ?? '';
}
