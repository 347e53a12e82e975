import {
  CHOICE_KEYS,
  DEFAULT_QUERY,
  decodeQuery,
  fold,
  type QueryError,
  shorten,
  type TicketQuery,
} from '../../contract/index.ts';
import { closeSearch, trimLinkEnd } from './link-end.ts';

/** An error of a link, and the search that is left without it. */
interface LinkError extends QueryError {
  readonly without: string;
}

/** A link as it was read: its query, and what is wrong with it. */
export type ReadLink =
  | { readonly ok: true; readonly query: TicketQuery }
  | {
      readonly ok: false;
      /** At most {@link MAX_LINK_ERRORS}. */
      readonly errors: readonly LinkError[];
      /** The search without all errors. */
      readonly valid: string;
    };

/** Most errors of a link that are shown. */
export const MAX_LINK_ERRORS = 20;

type Pair = readonly [key: string, value: string];

/**
 * Reads the search of a link as people pass it on: keys that are no filters of ours (`utm_source`) count for nothing,
 * and what a chat or a mail has made of its signs is undone. The keys that we know take what the server takes.
 *
 * @param search as the browser has it, with or without the question mark
 */
export function readLink(search: string): ReadLink {
  const pairs = pairsOf(search);
  const decoded = decodeQuery(pairs);
  return decoded.ok ? decoded : invalidLink(pairs);
}

/** Writes pairs as the search of a link, which {@link readLink} reads again whatever comes to stand behind it. */
export function formatSearch(pairs: readonly Pair[]): string {
  return closeSearch(new URLSearchParams(pairs.map(([key, value]) => [key, value])).toString());
}

/** The keys of a query by how they are compared. People write them with capitals. */
const KEYS: ReadonlyMap<string, string> = new Map(
  Object.keys(DEFAULT_QUERY)
    .filter((key) => key !== 'not')
    .map((key) => [fold(key), key]),
);

/** The most times that a search is unwrapped that was escaped as a whole: by a mail filter, and by another behind it. */
const MOST_WRAPS = 2;

function pairsOf(search: string): readonly Pair[] {
  const written = search.startsWith('?') ? search.slice(1) : search;
  // In a page's source `&` is `&amp;`, and some copy it from there.
  let link = trimLinkEnd(written.replace(/&(?:amp;)+/gi, '&'));
  let pairs = knownPairs(link);
  for (let wraps = 0; pairs.length === 0 && /%3d|%253d/i.test(link) && wraps < MOST_WRAPS; wraps += 1) {
    link = unwrap(link);
    pairs = knownPairs(link);
  }
  return pairs;
}

/** The pairs whose key is ours; the same one twice says no more than once. */
function knownPairs(link: string): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const [written, value] of new URLSearchParams(link)) {
    const key = KEYS.get(fold(written.trim()));
    if (key !== undefined) pairs.set(`${key}=${value}`, [key, value]);
  }
  return [...pairs.values()];
}

/** A search that is escaped as a whole, unescaped once; what is no escape stays. */
function unwrap(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    // A lone percent sign, or half a letter: the link was not escaped as a whole.
    return link;
  }
}

/** The link with an error for each invalid pair, then for each key that is given more often than once. */
function invalidLink(pairs: readonly Pair[]): ReadLink {
  const invalid = new Map<Pair, QueryError>();
  const seen = new Map<string, Pair>();
  for (const pair of pairs) {
    const [key] = pair;
    const decoded = decodeQuery([pair]);
    if (!decoded.ok) invalid.set(pair, decoded.errors[0] as QueryError);
    else if (seen.has(key) && !isRepeatable(key)) invalid.set(pair, repeated(pair, seen.get(key) as Pair));
    else seen.set(key, pair);
  }
  const without = (...left: readonly Pair[]) => formatSearch(pairs.filter((pair) => !left.includes(pair)));
  const errors = [...invalid].slice(0, MAX_LINK_ERRORS);
  return {
    ok: false,
    errors: errors.map(([pair, error]) => ({ ...error, without: without(pair) })),
    valid: formatSearch(pairs.filter((pair) => !invalid.has(pair))),
  };
}

function isRepeatable(key: string): boolean {
  return (CHOICE_KEYS as readonly string[]).includes(key);
}

function repeated([key, value]: Pair, [, first]: Pair): QueryError {
  return { key, message: `${key} may be given once; it is “${shorten(first)}” and “${shorten(value)}”` };
}
