import fc from 'fast-check';

const SURROGATES_FROM = 0xd800;
const SURROGATES = 0x800;
const LAST = 0x10ffff;

/**
 * Any character but half a surrogate pair, as a unit of random texts: what fast-check calls `binary`, which lists all of
 * them, in a second and 120 MB, before the first text is made.
 */
export const codePoint: fc.Arbitrary<string> = fc
  .nat({ max: LAST - SURROGATES })
  .map((place) => String.fromCodePoint(place < SURROGATES_FROM ? place : place + SURROGATES), placeOf);

/** Fails for what is no such character, by which fast-check learns that. */
function placeOf(text: unknown): number {
  const [point] = typeof text === 'string' ? text : '';
  if (point === undefined || point !== text) throw new Error('This is not one character.');
  const code = point.codePointAt(0) as number;
  return code < SURROGATES_FROM ? code : code - SURROGATES;
}
