import { CHOICE_KEYS, type Facets } from '../../../contract/index.ts';
import { formatCount } from '../../format/numbers.ts';
import { type Filters, NO_FILTERS } from '../change-filters.ts';
import { TYPED_CHOICES } from './choice-keys.ts';
import { readChoice } from './choice-values.ts';
import { closest } from './closest.ts';
import { lex, quote, type Term, type TypedValue, type Word } from './lex.ts';
import { SINGLE_KEYS } from './single-keys.ts';

/** The longest search and the longest value that the server takes, in characters. */
const LONGEST = 500;

/** What is echoed of a word stays short, however long the word is. */
const ECHOED = 40;

/** What is wrong with a part of the text, and where. */
export interface TypedFault {
  readonly from: number;
  readonly to: number;
  /** A sentence that names the word. */
  readonly message: string;
  /** What to put in its place, if it is clear; null when it is not. */
  readonly instead: string | null;
}

export type ParsedFilters =
  | { readonly ok: true; readonly filters: Filters }
  | { readonly ok: false; readonly faults: readonly TypedFault[] };

/**
 * Reads a typed query like `status:new -assignee:none refund`: all filters at once, those that it does not name off.
 *
 * @param facets the values that the tickets have; null while they are not known
 * @param zone the IANA time zone whose days are meant
 */
export function parseFilters(text: string, facets: Facets | null, zone: string): ParsedFilters {
  const reading = new Reading(facets, zone);
  for (const token of lex(text)) {
    if (token.kind === 'word') reading.addWord(token);
    else reading.addTerm(token, text);
  }
  return reading.result();
}

class Reading {
  readonly #facets: Facets | null;
  readonly #zone: string;
  readonly #faults: TypedFault[] = [];
  readonly #words: string[] = [];
  readonly #any = new Map(CHOICE_KEYS.map((key) => [key, new Set<string>()]));
  readonly #none = new Map(CHOICE_KEYS.map((key) => [key, new Set<string>()]));
  readonly #singles = new Map<string, Partial<Filters>>();
  #end = 0;

  constructor(facets: Facets | null, zone: string) {
    this.#facets = facets;
    this.#zone = zone;
  }

  addWord(word: Word): void {
    this.#end = word.to;
    if (word.unclosed) this.#addUnclosed(word, word.text);
    else this.#words.push(...word.text.split(/\s+/).filter((part) => part !== ''));
  }

  addTerm(term: Term, text: string): void {
    const name = term.key.toLowerCase();
    const choice = TYPED_CHOICES.find((known) => known.name === name);
    const single = SINGLE_KEYS.find((known) => known.name === name);
    const unclosed = term.values.find((value) => value.unclosed);
    if (choice === undefined && single === undefined) this.#addUnknown(term, text);
    else if (unclosed !== undefined) this.#addUnclosed(unclosed, unclosed.text);
    else if (term.values.some(isMissing)) {
      const example = (choice ?? single)?.example;
      this.#add(term, `“${name}:” needs a value right after it, without a space, like ${example}.`);
    } else if (choice !== undefined) {
      for (const value of term.values) this.#addChoice(choice, value, term.excludes);
    } else if (single !== undefined) this.#addSingle(single, term);
  }

  result(): ParsedFilters {
    const q = this.#words.join(' ');
    if (q.length > LONGEST) {
      const message = `A search takes at most ${LONGEST} characters; these words have ${formatCount(q.length)}.`;
      this.#add({ from: 0, to: this.#end }, message);
    }
    if (this.#faults.length > 0) return { ok: false, faults: this.#faults };
    const any = Object.fromEntries([...this.#any].map(([key, values]) => [key, [...values]]));
    const not = Object.fromEntries([...this.#none].map(([key, values]) => [key, [...values]]));
    const filters = { ...NO_FILTERS, ...any, not, q };
    return { ok: true, filters: Object.assign(filters, ...this.#singles.values()) as Filters };
  }

  #addChoice({ name, key }: (typeof TYPED_CHOICES)[number], value: TypedValue, excludes: boolean): void {
    if (value.text.length > LONGEST) {
      this.#add(value, `A value of ${name} takes at most ${LONGEST} characters.`);
      return;
    }
    const meaning = readChoice(key, value, this.#facets);
    if ('value' in meaning) (excludes ? this.#none : this.#any).get(key)?.add(meaning.value);
    else this.#add(value, `“${name}” ${meaning.problem}.`, meaning.instead);
  }

  #addSingle({ name, read, takes }: (typeof SINGLE_KEYS)[number], term: Term): void {
    const text = term.values.map((value) => value.text).join(',');
    const change = read(text, this.#zone);
    if (term.excludes) {
      this.#add(term, `“-${name}:” is not possible: a minus goes before ${CHOICE_NAMES.join(', ')}.`);
    } else if (this.#singles.has(name)) this.#add(term, `“${name}” can be given once only.`);
    else if (change === null) this.#add(term, `“${name}” takes ${takes}; “${shorten(text)}” is not that.`);
    else this.#singles.set(name, change);
  }

  #addUnknown({ key, excludes, from, to }: Term, text: string): void {
    const near = closest(key, [...CHOICE_NAMES, ...SINGLE_NAMES]);
    const rest = text.slice(from + Number(excludes) + key.length, to);
    const written = text.slice(from, to);
    this.#add(
      { from, to },
      near === null
        ? `“${shorten(key)}” is no filter; there are ${[...CHOICE_NAMES, ...SINGLE_NAMES].join(', ')}. To search for a word with a colon, put it in quotes.`
        : `“${shorten(key)}” is no filter.`,
      near === null ? quote(written) : `${excludes ? '-' : ''}${near}${rest}`,
    );
  }

  #addUnclosed({ from, to }: { from: number; to: number }, inside: string): void {
    const opens = inside.trim() !== '';
    this.#add(
      { from, to },
      opens ? `The quote before “${shorten(inside)}” has no end.` : 'The last quote opens nothing.',
      opens ? quote(inside.trimEnd()) : null,
    );
  }

  #add({ from, to }: { from: number; to: number }, message: string, instead: string | null = null): void {
    this.#faults.push({ from, to, message, instead });
  }
}

const CHOICE_NAMES = TYPED_CHOICES.map(({ name }) => name);
const SINGLE_NAMES = SINGLE_KEYS.map(({ name }) => name);

function isMissing({ text, quoted }: TypedValue): boolean {
  return text === '' && !quoted;
}

function shorten(text: string): string {
  return text.length > ECHOED ? `${text.slice(0, ECHOED)}…` : text;
}
