import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPacer } from './pacer.ts';

const MINUTE = 60_000;
const MIDNIGHT = Date.parse('2026-02-05T00:00:00Z');

/** A clock that only moves when somebody waits. */
function virtualClock(start: number) {
  let time = start;
  return {
    now: () => time,
    set: (to: number) => {
      time = to;
    },
    wait: async (milliseconds: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      time += milliseconds;
    },
  };
}

test('no sliding minute ever has more calls than allowed, and no UTC day either', async () => {
  const scenario = fc.record({
    callsPerMinute: fc.integer({ min: 1, max: 8 }),
    callsPerDay: fc.integer({ min: 1, max: 60 }),
    pauses: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })), { maxLength: 120 }),
  });
  await fc.assert(
    fc.asyncProperty(scenario, async ({ callsPerMinute, callsPerDay, pauses }) => {
      const clock = virtualClock(MIDNIGHT - 5 * MINUTE);
      const pacer = createPacer({ callsPerMinute, callsPerDay, ...clock });
      const calls: number[] = [];
      for (const pause of pauses) {
        clock.set(clock.now() + pause);
        const allowed = await pacer.take().then(
          () => true,
          () => false,
        );
        if (allowed) calls.push(clock.now());
      }
      for (const [index, call] of calls.entries()) {
        const before = calls[index - callsPerMinute];
        if (before !== undefined) expect(call - before).toBeGreaterThanOrEqual(MINUTE);
      }
      expect(calls.filter((call) => call < MIDNIGHT).length).toBeLessThanOrEqual(callsPerDay);
      expect(calls.filter((call) => call >= MIDNIGHT).length).toBeLessThanOrEqual(callsPerDay);
    }),
    { numRuns: 150 },
  );
});

test('calls within the pace do not wait', async () => {
  const clock = virtualClock(0);
  const pacer = createPacer({ callsPerMinute: 3, callsPerDay: 10, ...clock });
  for (let call = 0; call < 3; call += 1) await pacer.take();
  expect(clock.now()).toBe(0);
  await pacer.take();
  expect(clock.now()).toBe(MINUTE);
});

test('many who wait at once get their turns without going over', async () => {
  const clock = virtualClock(0);
  const pacer = createPacer({ callsPerMinute: 2, callsPerDay: 100, ...clock });
  const turns = await Promise.all(Array.from({ length: 7 }, () => pacer.take().then(() => clock.now())));
  turns.sort((a, b) => a - b);
  for (const [index, turn] of turns.entries()) {
    expect(turn).toBeGreaterThanOrEqual(Math.floor(index / 2) * MINUTE);
  }
});

test('the day ends with the time to the next UTC midnight, and the next day starts anew', async () => {
  const clock = virtualClock(MIDNIGHT - 10 * MINUTE);
  const pacer = createPacer({ callsPerMinute: 100, callsPerDay: 2, ...clock });
  await pacer.take();
  await pacer.take();
  await expect(pacer.take()).rejects.toMatchObject({
    kind: 'budget-used-up',
    status: null,
    retryAfterMs: 10 * MINUTE,
  });
  expect(pacer.usage()).toEqual({ lastMinute: 2, today: 2, perDay: 2 });
  clock.set(MIDNIGHT);
  expect(pacer.usage()).toEqual({ lastMinute: 0, today: 0, perDay: 2 });
  await expect(pacer.take()).resolves.toBeUndefined();
});

test('who waits can give up, and takes nothing', async () => {
  const reason = new Error('enough');
  const controller = new AbortController();
  const pacer = createPacer({ callsPerMinute: 1, callsPerDay: 10 });
  await pacer.take();
  const waiting = pacer.take(controller.signal);
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  await expect(pacer.take(controller.signal)).rejects.toBe(reason);
  expect(pacer.usage()).toMatchObject({ lastMinute: 1, today: 1 });
});

test('a clock that is set back delays nobody for longer than a minute', async () => {
  const clock = virtualClock(MIDNIGHT + 600 * MINUTE);
  const pacer = createPacer({ callsPerMinute: 1, callsPerDay: 10, ...clock });
  await pacer.take();
  clock.set(MIDNIGHT);
  await pacer.take();
  expect(clock.now() - MIDNIGHT).toBe(MINUTE);
});
