import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positions, sortPositions } from './radix.ts';

const key = fc.oneof(fc.nat(3), fc.integer({ min: 0, max: 0xffff_ffff }));

describe('sorting positions', () => {
  it('puts them by their keys, and leaves equal ones as they were', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 50 }), (keys) => {
        const max = Math.max(0, ...keys);
        const spare = new Uint32Array(keys.length);
        const order = positions(keys.length).reverse();
        const expected = [...order].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
        const [sorted] = sortPositions(order, Uint32Array.from(keys), max, spare);
        expect([...sorted]).toEqual(expected);
      }),
    );
  });
});
