import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allPositions,
  complement,
  countPositions,
  intersect,
  listPositions,
  positionsOfCodes,
  subtract,
} from './position-set.ts';
import { positionsWithin } from './positions-within.ts';

const numbers = fc.array(fc.constantFrom(0, 1, 2, Number.NaN), { maxLength: 100 });

test('positions are found by code and by number, counted and listed as a plain list has them', () => {
  fc.assert(
    fc.property(numbers, (given) => {
      const byNumber = positionsWithin(Float64Array.from(given), 1, 2);
      const byCode = positionsOfCodes(Uint16Array.from(given), Uint8Array.of(0, 1, 0));
      const expected = given.flatMap((number, position) => (number === 1 ? [position] : []));
      expect(byCode).toEqual(byNumber);
      expect(countPositions(byNumber)).toBe(expected.length);
      expect([...listPositions(byNumber, expected.length)]).toEqual(expected);
    }),
  );
});

test('what is in one set and not in another, and what is in both, make up the first', () => {
  fc.assert(
    fc.property(numbers, numbers, (some, others) => {
      const length = Math.max(some.length, others.length);
      const setOf = (given: number[]) =>
        positionsWithin(
          Float64Array.from({ length }, (_, index) => given[index] ?? 0),
          1,
          3,
        );
      const [a, b] = [setOf(some), setOf(others)];
      const list = (set: Uint32Array) => [...listPositions(set, countPositions(set))];
      const inB = new Set(list(b));
      expect(list(subtract(a, b))).toEqual(list(a).filter((position) => !inB.has(position)));
      expect(list(intersect(a, b))).toEqual(list(a).filter((position) => inB.has(position)));
      expect(complement(a, length)).toEqual(subtract(allPositions(length), a));
      expect(list(complement(a, length))).toHaveLength(length - countPositions(a));
    }),
  );
});
