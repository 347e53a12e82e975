/** A text with its place in what was typed; `to` is exclusive. */
interface Piece {
  /** Without its quotes. */
  readonly text: string;
  readonly quoted: boolean;
  /** Whether it begins with a quote that does not end. */
  readonly unclosed: boolean;
  readonly from: number;
  readonly to: number;
}

/** One value of a term. */
export interface TypedValue extends Piece {
  /** Whether a `=` before it says that it is meant to the letter. */
  readonly exact: boolean;
}

/** Something to search for. */
export interface Word extends Piece {
  readonly kind: 'word';
}

/** A filter like `-status:new,open`. */
export interface Term {
  readonly kind: 'term';
  /** What stands before the colon, as typed. */
  readonly key: string;
  readonly excludes: boolean;
  /** At least one; a missing one is an empty text without quotes. */
  readonly values: readonly TypedValue[];
  readonly from: number;
  readonly to: number;
}

const SPACE = /\s+/y;
/** A phone makes curly quotes out of straight ones. A quote within quotes is doubled. */
const QUOTED = /"(?:[^"]|"")*"|[“”„][^“”]*[“”]/y;
const QUOTE = /["“”„]/y;
/** A time (`12:30`) or a link (`https://…`) is no filter. */
const HEAD = /(-?)(\p{L}[\p{L}_-]*):(?!\/\/)/uy;
const BARE_WORD = /\S+/y;
const BARE_VALUE = /[^\s,]*/y;

/** Takes a typed query apart. Every text has its parts: what is wrong with them is found later. */
export function lex(text: string): readonly (Word | Term)[] {
  const tokens: (Word | Term)[] = [];
  for (let at = skip(SPACE, text, 0); at < text.length; at = skip(SPACE, text, at)) {
    const token = lexTerm(text, at) ?? lexWord(text, at);
    tokens.push(token);
    at = token.to;
  }
  return tokens;
}

/** Whether a word would be taken for something else if it stood without quotes. */
export function needsQuotes(word: string): boolean {
  const [token, ...others] = lex(word);
  return others.length > 0 || token?.kind !== 'word' || token.quoted;
}

/** A text in quotes, to be read as that very text. */
export function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function lexWord(text: string, from: number): Word {
  return { kind: 'word', ...lexPiece(text, from, BARE_WORD) };
}

function lexTerm(text: string, from: number): Term | null {
  const head = match(HEAD, text, from);
  if (head === null) return null;
  const [written, minus, key = ''] = head;
  const values: TypedValue[] = [];
  let at = from + written.length;
  for (;;) {
    const value = lexValue(text, at);
    values.push(value);
    at = value.to;
    if (text[at] !== ',') break;
    at += 1;
  }
  return { kind: 'term', key, excludes: minus === '-', values, from, to: at };
}

function lexValue(text: string, from: number): TypedValue {
  const exact = text[from] === '=';
  return { ...lexPiece(text, exact ? from + 1 : from, BARE_VALUE), exact, from };
}

function lexPiece(text: string, from: number, bare: RegExp): Piece {
  const quoted = match(QUOTED, text, from);
  if (quoted !== null) {
    const to = from + quoted[0].length;
    return { text: unquote(quoted[0]), quoted: true, unclosed: false, from, to };
  }
  if (match(QUOTE, text, from)) {
    return { text: text.slice(from + 1), quoted: true, unclosed: true, from, to: text.length };
  }
  const to = skip(bare, text, from);
  return { text: text.slice(from, to), quoted: false, unclosed: false, from, to };
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
