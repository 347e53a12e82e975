import { fold, withSingleBlanks } from './folded-text.ts';
import { readIdList } from './id-list.ts';
import { shorten } from './shorten.ts';

/**
 * One thing that a search asks of a ticket; `excluded` turns it round. Texts are folded and not empty.
 *
 * - `word`: occurs in some field, or is a response's, survey's or feedback's id.
 * - `phrase`: occurs in one field as it stands, each stretch of white space being one blank.
 * - `ids`: the ticket is one of these.
 */
export type SearchTerm =
  | { readonly kind: 'word' | 'phrase'; readonly text: string; readonly excluded: boolean }
  | { readonly kind: 'ids'; readonly ids: readonly number[]; readonly excluded: boolean };

/**
 * A part of a search text, from `from` up to `to`: a term, a sentence (without its full
 * stop) about what can't be obeyed, or neither where there is nothing to see.
 */
export interface SearchPart {
  readonly from: number;
  readonly to: number;
  readonly term: SearchTerm | null;
  readonly error: string | null;
}

/** A search text that was understood, or the sentence about the first part of it that was not. */
export type ParsedSearch =
  | { readonly ok: true; readonly terms: readonly SearchTerm[] }
  | { readonly ok: false; readonly error: string };

/**
 * The most terms of a search. Each may have to be looked for in every word of every ticket, and nobody types so many;
 * a list of ids is one term, however long.
 */
export const MAX_SEARCH_TERMS = 24;

/** Characters of a part that a sentence about it repeats. */
const MAX_REPEATED = 40;

const SPACE = /\s+/y;
const MINUS = /[-－]/y;
const WORD = /\S+/y;
/** A quote within quotes is doubled. Phones make curly quotes of straight ones, at either end. */
const PHRASE = /["＂](?:[^"＂]|["＂]{2})*["＂]|[“”„‟«][^“”»"]*[“”»"]/uy;
const QUOTE = /["＂“”„‟«]/uy;

/**
 * Reads a search text: words, `"phrases"`, `-` before either to leave it out, and ids: `#1017`, `ticket 1017`, or whole
 * numbers separated by comma and blank, semicolon or line break. Quotes open only where a term begins.
 */
export function parseSearch(text: string): ParsedSearch {
  const terms: SearchTerm[] = [];
  for (let at = skipSpace(text, 0); at < text.length; ) {
    const { term, error, to } = readSearchPart(text, at);
    if (error !== null) return { ok: false, error };
    if (term !== null) terms.push(term);
    at = skipSpace(text, to);
  }
  if (terms.length <= MAX_SEARCH_TERMS) return { ok: true, terms };
  return { ok: false, error: `A search takes at most ${MAX_SEARCH_TERMS} words; these are ${terms.length}` };
}

/** Reads the part of a search text that begins at a place, where there must be something other than white space. */
export function readSearchPart(text: string, from: number): SearchPart {
  const excluded = match(MINUS, text, from) !== null;
  const at = excluded ? from + 1 : from;
  const list = readIdList(text, at, excluded);
  if (list !== null) {
    const { ids, wrong, to } = list;
    if (wrong !== null)
      return failed(from, to, `“${shorten(wrong, MAX_REPEATED)}” is not the number of a ticket`);
    return { from, to, term: { kind: 'ids', ids, excluded }, error: null };
  }
  if (match(QUOTE, text, at) !== null) return readPhrase(text, from, at, excluded);
  const written = match(WORD, text, at) ?? '';
  const to = at + written.length;
  const word = textTerm('word', written, excluded);
  if (word === null && excluded) return failed(from, to, LONELY_MINUS);
  return { from, to, term: word, error: null };
}

const LONELY_MINUS = 'The “-” stands alone. It goes right before a word or a phrase that is to be left out';

function readPhrase(text: string, from: number, at: number, excluded: boolean): SearchPart {
  const phrase = match(PHRASE, text, at);
  if (phrase === null) {
    const inside = text.slice(at + 1).trim();
    const error =
      inside === ''
        ? 'The last quote opens nothing'
        : `The quote before “${shorten(inside, MAX_REPEATED)}” has no end`;
    return failed(from, text.length, error);
  }
  const to = at + phrase.length;
  const term = textTerm('phrase', unquote(phrase), excluded);
  return term === null
    ? failed(from, to, 'There is nothing between the quotes')
    : { from, to, term, error: null };
}

/** Null for a text in which there is nothing to see. */
function textTerm(kind: 'word' | 'phrase', written: string, excluded: boolean): SearchTerm | null {
  const text = withSingleBlanks(fold(written));
  if (text === '') return null;
  // Some single characters are read as several words.
  return { kind: text.includes(' ') ? 'phrase' : kind, text, excluded };
}

function unquote(phrase: string): string {
  const inside = phrase.slice(1, -1);
  return /^["＂]/.test(phrase) ? inside.replace(/["＂]{2}/g, '"') : inside;
}

function failed(from: number, to: number, error: string): SearchPart {
  return { from, to, term: null, error };
}

function skipSpace(text: string, at: number): number {
  return at + (match(SPACE, text, at)?.length ?? 0);
}

/** The match of a sticky pattern at a place; null for nothing. */
function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
