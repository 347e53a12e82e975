import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countPositions, listPositions } from './position-set.ts';
import { positionsWithin } from './positions-within.ts';

/** As tickets lie by their dates: mostly ascending, with some that have none and some out of their place. */
const numbers = fc
  .array(fc.oneof({ weight: 30, arbitrary: fc.constant(null) }, fc.constantFrom(Number.NaN, 0, 40, 200)), {
    maxLength: 300,
  })
  .map((given) => Float64Array.from(given, (number, position) => number ?? Math.floor(position / 2)));
const bound = fc.oneof(fc.integer({ min: -1, max: 160 }), fc.constantFrom(-Infinity, Infinity));

test('numbers between two bounds are found wherever they lie, whatever was asked before', () => {
  fc.assert(
    fc.property(numbers, fc.array(fc.tuple(bound, bound), { minLength: 1, maxLength: 4 }), (given, asked) => {
      for (const [from, to] of asked) {
        const set = positionsWithin(given, from, to);
        const expected = [...given.keys()].filter((position) => {
          const number = given[position] as number;
          return number >= from && number < to;
        });
        expect(countPositions(set)).toBe(expected.length);
        expect([...listPositions(set, expected.length)]).toEqual(expected);
      }
    }),
  );
});
