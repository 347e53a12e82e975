import { CHOICE_KEYS, type Facets, fold, shorten } from '../../../contract/index.ts';
import { formatCount } from '../../format/numbers.ts';
import { type Filters, NO_FILTERS } from '../change-filters.ts';
import { quotePhrase } from '../search-parts.ts';
import { readChoice } from './choice-values.ts';
import { closest } from './closest.ts';
import { lex, type QueryValue, quote, type SearchToken, type Term, type Token } from './lex.ts';
import { MAX_QUERY_ERRORS, MAX_QUERY_LENGTH, MAX_TEXT, MOST_REPEATED } from './limits.ts';
import type { ParseError } from './parse-error.ts';
import { QUERY_CHOICES } from './query-choices.ts';
import { readSearch } from './search-reading.ts';
import { SINGLE_KEYS } from './single-keys.ts';

export type ParsedFilters =
  | { readonly ok: true; readonly filters: Filters }
  | {
      readonly ok: false;
      /** By their places, at most {@link MAX_QUERY_ERRORS}. */
      readonly errors: readonly ParseError[];
    };

/**
 * Reads a typed query like `status:new -assignee:none refund`: all filters at once, those that it does not name off.
 *
 * @param facets the values that the tickets have; null while they are not known
 * @param zone the IANA time zone whose days are meant
 */
export function parseFilters(text: string, facets: Facets | null, zone: string): ParsedFilters {
  if (text.length > MAX_QUERY_LENGTH) {
    const message = `At most ${formatCount(MAX_QUERY_LENGTH)} characters can be typed here, and this is more.`;
    return { ok: false, errors: [{ from: 0, to: 1, message, replacement: null }] };
  }
  const reading = new Reading(text, facets, zone);
  const tokens = lex(text);
  for (const [index, token] of tokens.entries()) {
    if (reading.isFull) break;
    reading.add(token, tokens[index + 1]);
  }
  return reading.result();
}

class Reading {
  readonly #text: string;
  readonly #facets: Facets | null;
  readonly #zone: string;
  readonly #errors: ParseError[] = [];
  readonly #search: SearchToken[] = [];
  readonly #any = new Map(CHOICE_KEYS.map((key) => [key, new Set<string>()]));
  readonly #none = new Map(CHOICE_KEYS.map((key) => [key, new Set<string>()]));
  readonly #singles = new Map<string, Partial<Filters>>();

  constructor(text: string, facets: Facets | null, zone: string) {
    this.#text = text;
    this.#facets = facets;
    this.#zone = zone;
  }

  /** Whether there are so many errors that reading stops. */
  get isFull(): boolean {
    return this.#errors.length >= MAX_QUERY_ERRORS;
  }

  /** @param next the token after it, which may have been meant to belong to it */
  add(token: Token, next?: Token): void {
    if (token.kind === 'search') this.#search.push(token);
    else this.#addTerm(token, next);
  }

  #addTerm(term: Term, next: Token | undefined): void {
    const name = fold(term.key);
    const choice = QUERY_CHOICES.find((known) => known.name === name);
    const single = SINGLE_KEYS.find((known) => known.name === name);
    const unclosed = term.values.find((value) => value.unclosed);
    if (choice === undefined && single === undefined) this.#addUnknown(term);
    else if (unclosed !== undefined) this.#addUnclosed(unclosed);
    else if (term.values.some(isMissing)) {
      const example = (choice ?? single)?.example;
      const message = `“${name}:” needs a value right after it, without a space, like ${example}.`;
      const joined = this.#joined(term, next);
      this.#add({ from: term.from, to: joined?.to ?? term.to }, message, joined?.text);
    } else if (choice !== undefined) {
      for (const value of term.values) this.#addChoice(choice, value, term.excludes);
    } else if (single !== undefined) this.#addSingle(single, term);
  }

  result(): ParsedFilters {
    const singles: Partial<Filters> = Object.assign({}, ...this.#singles.values());
    const { q, ids, errors } = readSearch(this.#search, singles.ids ?? NO_FILTERS.ids);
    const all = [...this.#errors, ...errors].sort((a, b) => a.from - b.from).slice(0, MAX_QUERY_ERRORS);
    if (all.length > 0) return { ok: false, errors: all };
    const any = Object.fromEntries([...this.#any].map(([key, values]) => [key, [...values]]));
    const not = Object.fromEntries([...this.#none].map(([key, values]) => [key, [...values]]));
    const filters: object = { ...NO_FILTERS, ...any, not };
    return { ok: true, filters: Object.assign(filters, singles, { q, ids }) as Filters };
  }

  #addChoice({ name, key }: (typeof QUERY_CHOICES)[number], value: QueryValue, excludes: boolean): void {
    if (this.isFull) return;
    if (value.text.length > MAX_TEXT) {
      this.#add(value, `A value of ${name} takes at most ${MAX_TEXT} characters.`);
      return;
    }
    const meaning = readChoice(key, value, this.#facets);
    if ('value' in meaning) (excludes ? this.#none : this.#any).get(key)?.add(meaning.value);
    else this.#add(value, `“${name}” ${meaning.problem}.`, meaning.instead);
  }

  #addSingle({ name, read, takes, unlike }: (typeof SINGLE_KEYS)[number], term: Term): void {
    const text = term.values.map((value) => value.text).join(',');
    const change = read(text, this.#zone);
    if (term.excludes) {
      const message = `“-${name}:” is not possible: a minus goes before ${CHOICE_NAMES.join(', ')}.`;
      this.#add(term, message, change === null ? null : unlike?.(change));
    } else if (this.#singles.has(name)) this.#add(term, `“${name}” can be given once only.`);
    else if (change === null)
      this.#add(term, `“${name}” takes ${takes}; “${shorten(text, MOST_REPEATED)}” is not that.`);
    else this.#singles.set(name, change);
  }

  #addUnknown(term: Term): void {
    const { key, excludes, from, to } = term;
    const near = closest(key, [...CHOICE_NAMES, ...SINGLE_NAMES]);
    const minus = excludes ? '-' : '';
    const rest = this.#text.slice(from + minus.length + key.length, to);
    this.#add(
      term,
      near === null
        ? `“${shorten(key, MOST_REPEATED)}” is no filter; there are ${[...CHOICE_NAMES, ...SINGLE_NAMES].join(', ')}. To search for a word with a colon, put it in quotes.`
        : `“${shorten(key, MOST_REPEATED)}” is no filter.`,
      near === null ? `${minus}${quotePhrase(`${key}${rest}`)}` : `${minus}${near}${rest}`,
    );
  }

  #addUnclosed(value: QueryValue): void {
    const inside = value.text;
    const opens = inside.trim() !== '';
    this.#add(
      value,
      opens
        ? `The quote before “${shorten(inside, MOST_REPEATED)}” has no end.`
        : 'The last quote opens nothing.',
      opens ? quote(inside.trimEnd()) : null,
    );
  }

  /** A filter with the value that was meant to belong to it, a space later; null where it would be none. */
  #joined(
    { from, to }: Term,
    next: Token | undefined,
  ): { readonly text: string; readonly to: number } | null {
    if (next?.kind !== 'search' || next.to - from > MAX_TEXT) return null;
    const text = `${this.#text.slice(from, to)}${next.written}`;
    const reading = new Reading(text, this.#facets, this.#zone);
    for (const token of lex(text)) reading.add(token);
    return reading.result().ok ? { text, to: next.to } : null;
  }

  #add({ from, to }: { from: number; to: number }, message: string, replacement: string | null = null): void {
    this.#errors.push({ from, to, message, replacement });
  }
}

const CHOICE_NAMES = QUERY_CHOICES.map(({ name }) => name);
const SINGLE_NAMES = SINGLE_KEYS.map(({ name }) => name);

function isMissing({ text, quoted }: QueryValue): boolean {
  return text === '' && !quoted;
}
