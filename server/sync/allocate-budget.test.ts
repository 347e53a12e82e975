import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocateBudget } from './allocate-budget.ts';

const REFRESH_MS = 60_000;
const HOUR_MS = 3_600_000;

const workspaces = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 });
/** Calls per hour. */
const allowance = fc.double({ min: 0.1, max: 20_000, noNaN: true });

/** Intervals for that many calls in each of the next ten hours. */
function allocate(prices: readonly number[], callsPerHour: number) {
  return allocateBudget(prices, { calls: callsPerHour * 10, timeMs: 10 * HOUR_MS, refreshMs: REFRESH_MS });
}

test('what is allotted never costs more than there is, and no interval is shorter than asked for', () => {
  fc.assert(
    fc.property(workspaces, allowance, (prices, perHour) => {
      const all = allocate(prices, perHour);
      let cost = 0;
      for (const [index, { readMs, checkMs }] of all.entries()) {
        expect(readMs).toBeGreaterThanOrEqual(REFRESH_MS);
        expect(checkMs ?? REFRESH_MS).toBeGreaterThanOrEqual(REFRESH_MS);
        cost += (prices[index] ?? 0) / readMs + (checkMs === null ? 0 : 1 / checkMs);
      }
      expect(cost * HOUR_MS).toBeLessThanOrEqual(perHour * (1 + 1e-9));
    }),
  );
});

test('with calls enough all is read as often as asked for, and no check is needed', () => {
  expect(allocate([10, 100], 110 * 60)).toEqual([
    { readMs: REFRESH_MS, checkMs: null },
    { readMs: REFRESH_MS, checkMs: null },
  ]);
});

test('with fewer, checks stay frequent and reads become rare', () => {
  const [only] = allocate([100], 187);
  expect((only?.readMs ?? 0) / REFRESH_MS).toBeCloseTo(38.5, 0);
  expect((only?.checkMs ?? 0) / REFRESH_MS).toBeCloseTo(1.9, 1);
});

test('a small workspace is not held up by a large one', () => {
  const [small, large] = allocate([4, 400], 400);
  expect((large?.readMs ?? 0) / (small?.readMs ?? 1)).toBeCloseTo(10);
});

test('without calls nothing comes round', () => {
  expect(allocate([5], 0)).toEqual([{ readMs: Number.POSITIVE_INFINITY, checkMs: null }]);
});

test('a read that costs more than is left leaves the calls to the checks', () => {
  const [only] = allocate([100], 6);
  expect(only).toEqual({ readMs: Number.POSITIVE_INFINITY, checkMs: expect.closeTo(HOUR_MS / 6, 0) });
});
