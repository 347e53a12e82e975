import { MAX_IDS, parseSearch } from '../../../contract/index.ts';
import { formatCount } from '../../format/numbers.ts';
import { commonIds, joinSearch, quotePhrase, type WrittenTerm } from '../search-parts.ts';
import type { SearchToken } from './lex.ts';
import { MAX_TEXT } from './limits.ts';
import type { ParseError } from './parse-error.ts';

/** The longest part that is offered in quotes instead; more was never meant to be a phrase. */
const MOST_QUOTED = 100;

/** The search and the ticket numbers read from a typed query, with the errors in it. */
interface ReadSearch {
  readonly q: string;
  readonly ids: readonly number[];
  readonly errors: readonly ParseError[];
}

/**
 * Reads what is no filter as an address reads a search; ticket numbers become the filter by number.
 *
 * @param named the tickets that an `id:` filter names; empty for none
 */
export function readSearch(tokens: readonly SearchToken[], named: readonly number[]): ReadSearch {
  const errors: ParseError[] = [];
  const words: WrittenTerm[] = [];
  let ids = named;
  for (const token of tokens) {
    const { term, written } = token;
    const error = errorOf(token, ids);
    if (error !== null) errors.push(error);
    else if (term?.kind === 'ids' && !term.excluded) ids = commonIds(ids, term.ids);
    else if (term !== null) words.push({ written, term });
  }
  const q = joinSearch(words);
  const message = errors.length === 0 ? errorOfWhole(q) : null;
  if (message !== null) errors.push({ ...spanOf(tokens), message, replacement: null });
  return { q, ids, errors };
}

const IN_ONE_LIST = 'No ticket has two numbers. Put all of them in one list, like #1017, #1018.';

/** @param named the tickets that are named before */
function errorOf(
  { from, to, written, error, term }: SearchToken,
  named: readonly number[],
): ParseError | null {
  if (error !== null) return { from, to, message: `${error}.`, replacement: quoted(written) };
  if (term?.kind !== 'ids' || term.excluded) return null;
  const both = commonIds(named, term.ids).length;
  if (both === 0) return { from, to, message: IN_ONE_LIST, replacement: null };
  const message = `A list takes at most ${formatCount(MAX_IDS)} tickets; this one has ${formatCount(both)}.`;
  return both > MAX_IDS ? { from, to, message, replacement: null } : null;
}

/** The part as a phrase, which finds it as it stands; null where nothing is in it. */
function quoted(written: string): string | null {
  if (written.length > MOST_QUOTED) return null;
  const minus = /^[-－]/.test(written) ? '-' : '';
  const text = written.slice(minus.length);
  if (!/^["＂“”„‟«]/.test(text)) return quotePhrase(written);
  const inside = text.slice(1).trim();
  return /[^"＂“”„‟«»]/.test(inside) ? `${minus}${quotePhrase(inside)}` : null;
}

/** Error in a search as a whole, though each part of it is right; null for none. */
function errorOfWhole(q: string): string | null {
  if (q.length > MAX_TEXT) {
    return `A search takes at most ${MAX_TEXT} characters; these words have ${formatCount(q.length)}.`;
  }
  const search = parseSearch(q);
  return search.ok ? null : `${search.error}.`;
}

function spanOf(tokens: readonly SearchToken[]): { readonly from: number; readonly to: number } {
  return { from: tokens[0]?.from ?? 0, to: tokens.at(-1)?.to ?? 1 };
}
