import { sortInSteps } from './merge-sort.ts';
import { inSlices, type Steps } from './steps.ts';

/**
 * The one order of texts: lower-cased, then by UTF-16 code unit. No locale takes part, so it is the same
 * on every machine, and for whoever checks it.
 */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The result of {@link rankTexts}: equal ranks for texts that differ in case alone, all below `count`. */
export interface TextRanks {
  readonly ranks: Uint32Array;
  /** The number of different ranks. */
  readonly count: number;
}

/** For every text its place among all of them, ignoring case. */
export function* rankTexts(texts: readonly string[]): Steps<TextRanks> {
  const lowered: string[] = [];
  yield* inSlices(texts.length, (from, to) => {
    for (const text of texts.slice(from, to)) lowered.push(text.toLowerCase());
  });
  const lowerOf = (index: number) => lowered[index] as string;
  const order = yield* sortInSteps([...texts.keys()], (a, b) => compareTexts(lowerOf(a), lowerOf(b)));
  const ranks = new Uint32Array(texts.length);
  let count = 0;
  let previous: string | null = null;
  for (const index of order) {
    if (lowerOf(index) !== previous) count++;
    previous = lowerOf(index);
    ranks[index] = count - 1;
  }
  return { ranks, count };
}
