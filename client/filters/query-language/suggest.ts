import { type ChoiceKey, type Facets, type FacetValue, fold, NONE } from '../../../contract/index.ts';
import { formatFacetLabel } from '../../format/value-labels.ts';
import { meantValue, nameKey, writeChoice } from './choice-values.ts';
import { lex, type QueryValue, type SearchToken, type Term, type Token } from './lex.ts';
import { MAX_QUERY_LENGTH } from './limits.ts';
import { hasWord, matchingValues } from './matching-values.ts';
import { QUERY_CHOICES } from './query-choices.ts';
import { SINGLE_KEYS } from './single-keys.ts';

/** Most suggested values of one key, and of all keys for a word that has none. */
const MOST = 50;
const MOST_FOR_WORD = 6;

/** Least letters of a word that is looked up among the values. */
const TELLING = 2;

/** A text that can be typed next. */
export interface Suggestion {
  /** The text to insert. */
  readonly text: string;
  readonly name: string;
  /** Further details beside the name; null for none. */
  readonly note: string | null;
  /** The value that tickets are counted by; null where there is nothing to count. */
  readonly counted: SuggestedValue | null;
  /** Whether it is about customers: who may not know them is not offered it. */
  readonly ofCustomers?: true;
}

/** A suggested value, to have or to exclude. */
export interface SuggestedValue {
  readonly key: ChoiceKey;
  readonly value: string;
  readonly excludes: boolean;
}

/** Replacements for a part of the text; `to` is exclusive. */
export interface Suggestions {
  readonly from: number;
  readonly to: number;
  readonly options: readonly Suggestion[];
  /** Number of further matches that are not offered. */
  readonly more: number;
  /** Whether the first one is meant if nothing else is chosen: what stands there is no value. */
  readonly takesFirst: boolean;
  /** The text without the word or the filter that is being typed: values are counted under it. */
  readonly others: string;
}

/** Suggestions before it is known in which part of the text they stand. */
type Offer = Omit<Suggestions, 'others'>;

/**
 * Suggests texts for the place of the caret: the values of a key, keys that begin like a word, values with a
 * name like it.
 *
 * @param isExplicit whether the reader asked for them: then all keys are offered where nothing is typed yet
 * @returns null when there is nothing to offer
 */
export function suggest(
  text: string,
  caret: number,
  facets: Facets | null,
  isExplicit: boolean,
): Suggestions | null {
  if (text.length > MAX_QUERY_LENGTH) return null;
  const token = lex(text).find(({ from, to }) => from <= caret && caret <= to);
  const others = token === undefined ? text : `${text.slice(0, token.from)} ${text.slice(token.to)}`;
  const offered = suggestFor(token, caret, facets, isExplicit);
  return offered === null ? null : { ...offered, others };
}

function suggestFor(
  token: Token | undefined,
  caret: number,
  facets: Facets | null,
  isExplicit: boolean,
): Offer | null {
  if (token === undefined) return isExplicit ? suggestKeys('', { from: caret, to: caret }) : null;
  return token.kind === 'search' ? suggestForWord(token, facets) : suggestValues(token, caret, facets);
}

/** Whether what stands before the caret may become a key: its word begins like one. */
export function beginsKey(text: string, caret: number): boolean {
  if (text.length > MAX_QUERY_LENGTH) return false;
  const token = lex(text).find(({ to }) => to === caret);
  return token?.kind === 'search' && isWord(token) && suggestKeys(token.written, token) !== null;
}

/** Whether it is a word, or the minus of one that is still to come. */
function isWord({ term, written }: SearchToken): boolean {
  return term?.kind === 'word' || /^[-－]$/.test(written);
}

function suggestForWord(word: SearchToken, facets: Facets | null): Offer | null {
  if (!isWord(word)) return null;
  const keys = suggestKeys(word.written, word)?.options ?? [];
  const { minus, rest } = splitMinus(word.written);
  const values = facets === null || rest.length < TELLING ? [] : suggestAnyValues(minus, rest, facets);
  const options = [...suggestNumbers(word.written), ...keys, ...values];
  return options.length === 0 ? null : { from: word.from, to: word.to, options, more: 0, takesFirst: false };
}

/** A number may be a ticket's; with commas and no blanks it may also be one number. */
function suggestNumbers(written: string): readonly Suggestion[] {
  if (!/^[\d,]+$/.test(written)) return [];
  const numbers = written.split(',');
  const text = `id:${written}`;
  const note = numbers.length === 1 ? 'The ticket of this number' : 'The tickets of these numbers';
  return numbers.every((number) => /^[1-9]\d{0,15}$/.test(number))
    ? [{ text, name: text, note, counted: null }]
    : [];
}

/** The most used values of all keys of which a word of the name begins like this. */
function suggestAnyValues(minus: string, text: string, facets: Facets): readonly Suggestion[] {
  return QUERY_CHOICES.flatMap(({ name, key }) =>
    matchingValues(key, facets, text)
      .filter(({ label }) => hasWord(label, text))
      .map((value) => ({ name, key, value })),
  )
    .toSorted((a, b) => b.value.count - a.value.count)
    .slice(0, MOST_FOR_WORD)
    .map(({ name, key, value }) =>
      valueOption({ key, excludes: minus !== '' }, value, facets, `${minus}${name}:`),
    );
}

function suggestKeys(typed: string, { from, to }: { from: number; to: number }): Offer | null {
  const { minus, rest } = splitMinus(typed);
  const keys = minus === '' ? [...QUERY_CHOICES, ...SINGLE_KEYS] : QUERY_CHOICES;
  const options = keys
    .filter(({ name }) => name.startsWith(fold(rest)))
    .map((key) => {
      const text = `${minus}${key.name}:`;
      const ofCustomers = 'ofCustomers' in key && { ofCustomers: key.ofCustomers };
      return { text, name: text, note: key.title, counted: null, ...ofCustomers };
    });
  return options.length === 0 ? null : { from, to, options, more: 0, takesFirst: false };
}

function suggestValues(term: Term, caret: number, facets: Facets | null): Offer | null {
  const value = term.values.find(({ from, to }) => from <= caret && caret <= to);
  const name = fold(term.key);
  const choice = QUERY_CHOICES.find((known) => known.name === name);
  const single = SINGLE_KEYS.find((known) => known.name === name);
  if (value === undefined || value.exact) return null;
  if (choice !== undefined && facets !== null) return suggestChoices(choice.key, term, value, facets);
  if (single === undefined || term.excludes) return null;
  const wanted = fold(value.text);
  const options = single.offers
    .filter(({ text, label }) => fold(text).startsWith(wanted) || fold(label).includes(wanted))
    .map(({ text, label }) => ({ text, name: text, note: label, counted: null }));
  return offer(value, options, 0, single.read(value.text, 'UTC') !== null);
}

function suggestChoices(key: ChoiceKey, term: Term, value: QueryValue, facets: Facets): Offer | null {
  const others = term.values
    .filter((other) => other !== value)
    .map((other) => meantValue(key, other, facets));
  const taken = new Set(others);
  const found = matchingValues(key, facets, value.text).filter((known) => !taken.has(known.value));
  const { excludes } = term;
  const options = found.slice(0, MOST).map((known) => valueOption({ key, excludes }, known, facets));
  const isValue = !value.unclosed && meantValue(key, value, facets) !== null;
  return offer(value, options, found.length - options.length, isValue);
}

/** Nothing is offered to somebody who has typed the only thing that there is. */
function offer(
  { text, from, to }: QueryValue,
  options: readonly Suggestion[],
  more: number,
  isValue: boolean,
): Offer | null {
  if (options.length === 0 || (options.length === 1 && isValue)) return null;
  return { from, to, options, more, takesFirst: text !== '' && !isValue };
}

/** @param before what stands before the value, if that is to be put in too */
function valueOption(
  { key, excludes }: Omit<SuggestedValue, 'value'>,
  { value, label }: FacetValue,
  facets: Facets,
  before = '',
): Suggestion {
  const written = writeChoice(key, value, facets);
  const name = formatFacetLabel(key, label);
  // Where a name belongs to several, the value that tells them apart is written.
  const note = nameKey(written).includes(nameKey(label)) || value === NONE ? null : value;
  return { text: `${before}${written}`, name: `${before}${name}`, note, counted: { key, value, excludes } };
}

function splitMinus(typed: string): { readonly minus: string; readonly rest: string } {
  return /^[-－]/.test(typed) ? { minus: '-', rest: typed.slice(1) } : { minus: '', rest: typed };
}
