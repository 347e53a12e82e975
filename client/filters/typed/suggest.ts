import { type ChoiceKey, type Facets, type FacetValue, NONE } from '../../../contract/index.ts';
import { formatFacetLabel } from '../../format/words.ts';
import { TYPED_CHOICES } from './choice-keys.ts';
import { fold, readChoice, writeChoice } from './choice-values.ts';
import { lex, type Term, type TypedValue, type Word } from './lex.ts';
import { hasWord, matchingValues } from './matching-values.ts';
import { SINGLE_KEYS } from './single-keys.ts';

/** How many values are offered of one key, and of all keys for a word that has none. */
const MOST = 50;
const MOST_FOR_WORD = 6;

/** From how many letters on a word is looked up among the values. */
const TELLING = 2;

/** Something to go on with. */
export interface Suggestion {
  /** What is put into the text. */
  readonly text: string;
  readonly name: string;
  /** What the name does not say; null when it says all. */
  readonly note: string | null;
  /** How many tickets there are of it under the other filters; null where nobody counts. */
  readonly count: number | null;
}

/** What can stand in a place of the text instead of what stands there; `to` is exclusive. */
export interface Suggestions {
  readonly from: number;
  readonly to: number;
  readonly options: readonly Suggestion[];
  /** How many more there are than are offered. */
  readonly more: number;
  /** Whether the first one is meant if nothing else is chosen: what stands there is no value. */
  readonly takesFirst: boolean;
}

/**
 * What may be typed where the caret stands: the values of a key, keys that begin like a word, values that are
 * called like it.
 *
 * @param isAsked whether the reader has asked for them: then all keys are offered where nothing is typed yet
 * @returns null when there is nothing to offer
 */
export function suggest(
  text: string,
  caret: number,
  facets: Facets | null,
  isAsked: boolean,
): Suggestions | null {
  const token = lex(text).find(({ from, to }) => from <= caret && caret <= to);
  if (token === undefined) return isAsked ? suggestKeys('', { from: caret, to: caret }) : null;
  return token.kind === 'word' ? suggestForWord(token, facets) : suggestValues(token, caret, facets);
}

/** Whether what stands before the caret may become a key: its word begins like one. */
export function beginsKey(text: string, caret: number): boolean {
  const token = lex(text).find(({ to }) => to === caret);
  return token?.kind === 'word' && !token.quoted && suggestKeys(token.text, token) !== null;
}

function suggestForWord(word: Word, facets: Facets | null): Suggestions | null {
  if (word.quoted) return null;
  const keys = suggestKeys(word.text, word)?.options ?? [];
  const { minus, rest } = splitMinus(word.text);
  const values = facets === null || rest.length < TELLING ? [] : suggestAnyValues(minus, rest, facets);
  const options = [...keys, ...values];
  return options.length === 0 ? null : { from: word.from, to: word.to, options, more: 0, takesFirst: false };
}

/** The most used values of all keys of which a word of the name begins like this. */
function suggestAnyValues(minus: string, text: string, facets: Facets): readonly Suggestion[] {
  return TYPED_CHOICES.flatMap(({ name, key }) =>
    matchingValues(key, facets, text)
      .filter(({ label }) => hasWord(label, text))
      .map((value) => ({ name, key, value })),
  )
    .toSorted((a, b) => b.value.count - a.value.count)
    .slice(0, MOST_FOR_WORD)
    .map(({ name, key, value }) => valueOption(key, value, facets, `${minus}${name}:`));
}

function suggestKeys(typed: string, { from, to }: { from: number; to: number }): Suggestions | null {
  const { minus, rest } = splitMinus(typed);
  const keys = minus === '' ? [...TYPED_CHOICES, ...SINGLE_KEYS] : TYPED_CHOICES;
  const options = keys
    .filter(({ name }) => name.startsWith(rest.toLowerCase()))
    .map(({ name, title }) => {
      const text = `${minus}${name}:`;
      return { text, name: text, note: title, count: null };
    });
  return options.length === 0 ? null : { from, to, options, more: 0, takesFirst: false };
}

function suggestValues(term: Term, caret: number, facets: Facets | null): Suggestions | null {
  const value = term.values.find(({ from, to }) => from <= caret && caret <= to);
  const name = term.key.toLowerCase();
  const choice = TYPED_CHOICES.find((known) => known.name === name);
  const single = SINGLE_KEYS.find((known) => known.name === name);
  if (value === undefined || value.exact) return null;
  if (choice !== undefined && facets !== null) return suggestChoices(choice.key, term, value, facets);
  if (single === undefined || term.excludes) return null;
  const wanted = fold(value.text);
  const options = single.offers
    .filter(({ text, label }) => fold(text).startsWith(wanted) || fold(label).includes(wanted))
    .map(({ text, label }) => ({ text, name: text, note: label, count: null }));
  return offer(value, options, 0, single.read(value.text, 'UTC') !== null);
}

function suggestChoices(key: ChoiceKey, term: Term, value: TypedValue, facets: Facets): Suggestions | null {
  const others = term.values
    .filter((other) => other !== value)
    .map((other) => readChoice(key, other, facets));
  const taken = new Set(others.flatMap((meaning) => ('value' in meaning ? [meaning.value] : [])));
  const found = matchingValues(key, facets, value.text).filter((known) => !taken.has(known.value));
  const options = found.slice(0, MOST).map((known) => valueOption(key, known, facets));
  const isValue = !value.unclosed && 'value' in readChoice(key, value, facets);
  return offer(value, options, found.length - options.length, isValue);
}

/** Nothing is offered to somebody who has typed the only thing that there is. */
function offer(
  { text, from, to }: TypedValue,
  options: readonly Suggestion[],
  more: number,
  isValue: boolean,
): Suggestions | null {
  if (options.length === 0 || (options.length === 1 && isValue)) return null;
  return { from, to, options, more, takesFirst: text !== '' && !isValue };
}

/** @param before what stands before the value, if that is to be put in too */
function valueOption(
  key: ChoiceKey,
  { value, label, count }: FacetValue,
  facets: Facets,
  before = '',
): Suggestion {
  const written = writeChoice(key, value, facets);
  const name = formatFacetLabel(key, label);
  // Where a name belongs to several, the value that tells them apart is written.
  const note = fold(written).includes(fold(label)) || value === NONE ? null : value;
  return { text: `${before}${written}`, name: `${before}${name}`, note, count };
}

function splitMinus(typed: string): { readonly minus: string; readonly rest: string } {
  return typed.startsWith('-') ? { minus: '-', rest: typed.slice(1) } : { minus: '', rest: typed };
}
