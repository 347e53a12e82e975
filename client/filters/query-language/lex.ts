import { fold, readSearchPart, type SearchPart } from '../../../contract/index.ts';

/** One value of a filter, with its place in what was typed; `to` is exclusive. */
export interface QueryValue {
  /** Without its quotes. */
  readonly text: string;
  readonly quoted: boolean;
  /** Whether it begins with a quote that does not end. */
  readonly unclosed: boolean;
  /** Whether a `=` before it says that it is meant to the letter. */
  readonly exact: boolean;
  readonly from: number;
  readonly to: number;
}

/** A part of the search: a word, a phrase, numbers of tickets, or what is wrong with one. */
export interface SearchToken extends SearchPart {
  readonly kind: 'search';
  /** As typed. */
  readonly written: string;
}

/** A filter like `-status:new,open`. */
export interface Term {
  readonly kind: 'term';
  /** The text before the colon, as typed. */
  readonly key: string;
  readonly excludes: boolean;
  /** At least one; a missing one is an empty text without quotes. */
  readonly values: readonly QueryValue[];
  readonly from: number;
  readonly to: number;
}

export type Token = SearchToken | Term;

const SPACE = /\s+/y;
/** A phone makes curly quotes out of straight ones. A quote within quotes is doubled. */
const QUOTED = /"(?:[^"]|"")*"|[“”„][^“”]*[“”]/y;
const QUOTE = /["“”„]/y;
const MINUS = /[-－]/y;
const KEY = /\p{L}[\p{L}_-]*/uy;

/** Syntax of a value without quotes, and of the separator between two. */
interface ValueSyntax {
  readonly bare: RegExp;
  readonly separator: RegExp;
}

const TEXTS: ValueSyntax = { bare: /[^\s,]*/y, separator: /,/y };
/** Numbers take blanks around the comma, as they are written elsewhere; no word of a search begins with a comma. */
const NUMBERS: ValueSyntax = {
  bare: /[^\s,;，；、]*/y,
  separator: /\s*[,;，；、]\s*(?=[#＃]?[\d０-９])|[,;，；、]/y,
};

/** Splits a typed query into tokens; what is no filter is read as a search. Faulty text has tokens too. */
export function lex(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = skip(SPACE, text, 0); at < text.length; at = skip(SPACE, text, at)) {
    const token = lexTerm(text, at) ?? lexSearch(text, at);
    tokens.push(token);
    at = token.to;
  }
  return tokens;
}

/** A text in quotes, to be read as that very value. */
export function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function lexSearch(text: string, from: number): SearchToken {
  const part = readSearchPart(text, from);
  return { kind: 'search', written: text.slice(part.from, part.to), ...part };
}

function lexTerm(text: string, from: number): Term | null {
  const start = skip(MINUS, text, from);
  const colon = skip(KEY, text, start);
  // A time (`12:30`) or a link (`https://…`) is no filter.
  if (colon === start || text[colon] !== ':' || text.startsWith('//', colon + 1)) return null;
  const key = text.slice(start, colon);
  const { bare, separator } = fold(key) === 'id' ? NUMBERS : TEXTS;
  const values: QueryValue[] = [];
  let at = colon + 1;
  for (;;) {
    const value = lexValue(text, at, bare);
    values.push(value);
    at = skip(separator, text, value.to);
    if (at === value.to) break;
  }
  return { kind: 'term', key, excludes: start > from, values, from, to: at };
}

function lexValue(text: string, from: number, bare: RegExp): QueryValue {
  const exact = text[from] === '=';
  const start = exact ? from + 1 : from;
  const quoted = match(QUOTED, text, start);
  if (quoted !== null) {
    const to = start + quoted[0].length;
    return { text: unquote(quoted[0]), quoted: true, unclosed: false, exact, from, to };
  }
  if (match(QUOTE, text, start)) {
    return { text: text.slice(start + 1), quoted: true, unclosed: true, exact, from, to: text.length };
  }
  const to = skip(bare, text, start);
  return { text: text.slice(start, to), quoted: false, unclosed: false, exact, from, to };
}

function unquote(quoted: string): string {
  const inside = quoted.slice(1, -1);
  return quoted.startsWith('"') ? inside.replaceAll('""', '"') : inside;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function skip(pattern: RegExp, text: string, at: number): number {
  return at + (match(pattern, text, at)?.[0].length ?? 0);
}
