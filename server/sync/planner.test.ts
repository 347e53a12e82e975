import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { manualClock } from '../test/clock.ts';
import { createPlanner } from './planner.ts';
import { nextRead, nextStep, type SyncState } from './schedule.ts';

const REFRESH_MS = 60_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MIDNIGHT = Date.parse('2026-02-04T00:00:00.000Z');

/** So many reads of everything a day, or more. */
const READS = 20;

/** A planner over a count of calls that a test sets as it likes. */
function plannerOf(perDay: number, today = 0) {
  const calls = { lastMinute: 0, today, perDay };
  return {
    calls,
    planner: createPlanner({ usage: () => calls, refreshMs: REFRESH_MS, clock: manualClock() }),
  };
}

/** Watches workspaces of these prices from an instant to midnight, and notes when which of them was called. */
function liveToMidnight(prices: readonly number[], perDay: number, start: number) {
  const { calls, planner } = plannerOf(perDay);
  const members = prices.map((price) => {
    const share = planner.join();
    share.setPrice(price);
    const state: SyncState = { lastRead: null, lastCheckAt: null, failureState: null, failed: null };
    return { price, share, state };
  });
  const spent: { at: number; calls: number }[] = [];
  for (let now = start; now < MIDNIGHT + 24 * HOUR_MS; now += 10_000) {
    for (const member of members) {
      member.share.watch(now);
      const step = nextStep(member.state, member.share.plan(now));
      if (step === null || step.at > now || calls.today >= perDay) continue;
      const cost = step.task === 'read' ? member.price : 1;
      calls.today += cost;
      spent.push({ at: now, calls: cost });
      const seen =
        step.task === 'read' ? { lastRead: { startedAt: now, endedAt: now } } : { lastCheckAt: now };
      member.state = { ...member.state, ...seen };
    }
  }
  return { calls, spent };
}

test('whatever is watched until midnight, the calls last until then and a part is kept for requests', () => {
  const scenario = fc.record({
    prices: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 3 }),
    perDay: fc.integer({ min: 400, max: 6000 }),
    hour: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(scenario, ({ prices, perDay, hour }) => {
      // Where a day has but a few reads, the last of them may well take what checks in the evening would have cost.
      // The part that is kept for requests is not theirs.
      fc.pre(prices.reduce((sum, price) => sum + price, 0) * READS <= perDay * 0.95);
      const { calls, spent } = liveToMidnight(prices, perDay, MIDNIGHT + hour * HOUR_MS);
      expect(calls.today).toBeLessThanOrEqual(perDay * 0.95);
      const evening = spent.filter(({ at }) => at >= MIDNIGHT + 22 * HOUR_MS);
      expect(evening.length).toBeGreaterThan(0);
    }),
    { numRuns: 25 },
  );
});

test('the first eight hours get most of the calls, and what comes after them is not left dry', () => {
  const { spent } = liveToMidnight([100], 2000, MIDNIGHT + 8 * HOUR_MS);
  const callsBetween = (from: number, to: number) =>
    spent
      .filter(({ at }) => at >= MIDNIGHT + from * HOUR_MS && at < MIDNIGHT + to * HOUR_MS)
      .reduce((sum, { calls }) => sum + calls, 0);
  expect(callsBetween(8, 16)).toBeGreaterThan(1400);
  expect(callsBetween(20, 24)).toBeGreaterThan(50);
});

test('a workspace that nobody watches takes nothing from the others', () => {
  const { planner } = plannerOf(2000);
  const watched = planner.join();
  const other = planner.join();
  watched.setPrice(100);
  other.setPrice(100);
  const noon = MIDNIGHT + 12 * HOUR_MS;
  watched.watch(noon);
  const alone = watched.plan(noon);
  other.watch(noon);
  expect(watched.plan(noon).readMs).toBeGreaterThan(alone.readMs * 1.5);
  const later = noon + 3 * MINUTE_MS;
  watched.watch(later);
  expect(other.isWatched(later)).toBe(false);
  expect(watched.plan(later).readMs / alone.readMs).toBeCloseTo(1, 1);
});

test('the calls of a read that is going on are spoken for', () => {
  const { planner, calls } = plannerOf(2000, 500);
  const share = planner.join();
  share.setPrice(100);
  expect(share.plan(MIDNIGHT)).toMatchObject({ leftInAll: 1500, price: 100 });
  share.begin();
  calls.today += 30;
  expect(share.plan(MIDNIGHT).leftInAll).toBe(1400);
  share.end();
  expect(share.plan(MIDNIGHT).leftInAll).toBe(1470);
});

/** A workspace of that price, read once an hour before midnight, when that many calls had been made. */
function beforeMidnight(price: number, perDay: number, today: number) {
  const { planner } = plannerOf(perDay, today);
  const share = planner.join();
  share.setPrice(price);
  const readAt = MIDNIGHT + 23 * HOUR_MS;
  const lastRead = { startedAt: readAt, endedAt: readAt };
  const state: SyncState = { lastRead, lastCheckAt: null, failureState: null, failed: null };
  return { state, plan: share.plan(readAt) };
}

test('what the calls left do not last for waits for midnight, and then for its turn in the new day', () => {
  const scarce = beforeMidnight(100, 2000, 1895);
  expect(nextStep(scarce.state, scarce.plan)).toMatchObject({ task: 'check' });
  expect(nextRead(scarce.state.lastRead ?? never(), scarce.plan)).toEqual({
    at: MIDNIGHT + 24 * HOUR_MS,
    reason: 'budget',
  });
  const none = beforeMidnight(100, 500, 475);
  const at = nextRead(none.state.lastRead ?? never(), none.plan).at;
  expect(at).toBe(MIDNIGHT + 23 * HOUR_MS + none.plan.tomorrow.readMs);
  expect(nextStep(none.state, none.plan)?.at).toBeGreaterThanOrEqual(MIDNIGHT + 24 * HOUR_MS);
});

test('a day that has just the calls of one read has them for it', () => {
  const { state, plan } = beforeMidnight(490, 500, 490);
  expect(plan.tomorrow.readMs).toBeLessThan(Number.POSITIVE_INFINITY);
  expect(nextRead(state.lastRead ?? never(), plan).at).toBeLessThan(MIDNIGHT + 48 * HOUR_MS);
});

test('a read that no day has the calls for is put off to an instant that can be told', () => {
  const { state, plan } = beforeMidnight(600, 500, 500);
  expect(nextRead(state.lastRead ?? never(), plan).at).toBeLessThanOrEqual(MIDNIGHT + 48 * HOUR_MS);
});

function never(): never {
  throw new Error('There was a read.');
}
