import type { Ticket } from '../../contract/index.ts';
import { inSlices, type Steps } from './steps.ts';

/** One small number a ticket. Two bytes where they do: half the memory to read through on every query. */
export type Codes = Uint16Array | Uint32Array;

/** The place of each ticket under one sort key: equal places are a tie. */
export interface RankColumn {
  readonly ranks: Codes;
  /** The rank of a ticket without a value; above all others. */
  readonly missing: number;
}

/** The code that {@link codeTexts} gives a ticket without a text. */
const NO_TEXT = 0xffff_ffff;

/** The distinct texts of one column, in the order of their first ticket. */
export interface CodedTexts {
  readonly texts: readonly string[];
  /** A position in `texts` for every ticket; the length of `texts` for one that has none. */
  readonly codes: Codes;
  /** For every text, the position of the last ticket that has it. */
  readonly lastSeen: readonly number[];
}

/** Room for `count` numbers from 0 to `max`, both included. */
export function makeCodes(count: number, max: number): Codes {
  return max <= 0xffff ? new Uint16Array(count) : new Uint32Array(count);
}

/** The number of tickets of each of `size` codes. */
export function* countCodes(codes: Codes, size: number): Steps<Uint32Array> {
  const totals = new Uint32Array(size);
  yield* inSlices(codes.length, (from, to) => {
    for (let position = from; position < to; position++) (totals[codes[position] as number] as number)++;
  });
  return totals;
}

/** Gives every distinct text of a column a number. Texts are told apart exactly, case included. */
export function* codeTexts(
  tickets: readonly Ticket[],
  textOf: (ticket: Ticket) => string | null,
): Steps<CodedTexts> {
  const codeOf = new Map<string, number>();
  const lastSeen: number[] = [];
  const wide = new Uint32Array(tickets.length);
  yield* inSlices(tickets.length, (from, to) => {
    for (let position = from; position < to; position++) {
      const code = codeText(textOf(tickets[position] as Ticket), codeOf);
      wide[position] = code;
      if (code !== NO_TEXT) lastSeen[code] = position;
    }
  });
  const texts = [...codeOf.keys()];
  yield;
  const codes = translate(wide, (code) => (code === NO_TEXT ? texts.length : code), texts.length);
  return { texts, codes, lastSeen };
}

function codeText(text: string | null, codeOf: Map<string, number>): number {
  if (text === null) return NO_TEXT;
  const known = codeOf.get(text);
  if (known !== undefined) return known;
  codeOf.set(text, codeOf.size);
  return codeOf.size - 1;
}

/** The same column in other numbers, of which `max` is the largest. */
export function translate(codes: Codes, to: (code: number) => number, max: number): Codes {
  const translated = makeCodes(codes.length, max);
  for (let position = 0; position < codes.length; position++) {
    translated[position] = to(codes[position] as number);
  }
  return translated;
}
