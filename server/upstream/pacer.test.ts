import fc from 'fast-check';
import { expect, test } from 'vitest';
import { manualClock } from '../test/clock.ts';
import { createCallBudget } from './call-budget.ts';
import { createClock } from './clock.ts';
import { createPacer } from './pacer.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const MIDNIGHT = Date.parse('2026-02-05T00:00:00Z');

/** A clock of which many can wait at once; `run` moves it, late by up to that many milliseconds at first. */
function parallelClock() {
  let time = 0;
  let waiting: { until: number; wake: () => void }[] = [];
  return {
    now: () => time,
    toWall: (moment: number) => moment,
    wait: (milliseconds: number) =>
      new Promise<void>((wake) => {
        waiting.push({ until: time + milliseconds, wake });
      }),
    async run(late = 0) {
      await new Promise(setImmediate);
      for (time += late; waiting.length > 0; await new Promise(setImmediate)) {
        const next = Math.max(time, Math.min(...waiting.map(({ until }) => until)));
        const due = waiting.filter(({ until }) => until <= next);
        waiting = waiting.filter(({ until }) => until > next);
        time = next;
        for (const { wake } of due) wake();
      }
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
      const clock = manualClock(MIDNIGHT - 5 * MINUTE);
      const pacer = createPacer({
        callsPerMinute,
        budget: createCallBudget({ perDay: callsPerDay }),
        clock,
        sleep: clock.sleep,
      });
      const calls: number[] = [];
      for (const pause of pauses) {
        clock.pass(pause);
        const allowed = await pacer.acquire().then(
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

test("a quarter of a minute's calls may be made at once, the others come at an even distance", async () => {
  const clock = manualClock(0);
  const pacer = createPacer({
    callsPerMinute: 240,
    budget: createCallBudget({ perDay: 1000 }),
    clock,
    sleep: clock.sleep,
  });
  const calls: number[] = [];
  for (let call = 0; call < 400; call++) {
    await pacer.acquire();
    calls.push(clock.now());
  }
  expect(calls.filter((call) => call === 0)).toHaveLength(60);
  const distances = calls.slice(60).map((call, index) => call - (calls[59 + index] ?? 0));
  expect(new Set(distances)).toEqual(new Set([Math.ceil(60_000 / 181)]));
});

test('many who wait at once get their turns in the order of asking, without going over', async () => {
  const clock = parallelClock();
  const pacer = createPacer({
    callsPerMinute: 6,
    budget: createCallBudget({ perDay: 100 }),
    clock,
    sleep: clock.wait,
  });
  const turns: { who: number; at: number }[] = [];
  const takers = Array.from({ length: 30 }, (_, who) =>
    pacer.acquire().then(() => turns.push({ who, at: clock.now() })),
  );
  await clock.run();
  await Promise.all(takers);
  expect(turns.map(({ who }) => who)).toEqual(takers.map((_, who) => who));
  for (const [index, { at }] of turns.entries()) {
    expect(at - (turns[index - 6]?.at ?? -MINUTE)).toBeGreaterThanOrEqual(MINUTE);
  }
});

test('turns that are all taken late, because the process was held up, do not go over either', async () => {
  const clock = parallelClock();
  const pacer = createPacer({
    callsPerMinute: 8,
    budget: createCallBudget({ perDay: 100 }),
    clock,
    sleep: clock.wait,
  });
  const calls: number[] = [];
  const takers = Array.from({ length: 30 }, () => pacer.acquire().then(() => calls.push(clock.now())));
  await clock.run(90_000);
  await Promise.all(takers);
  for (const [index, call] of calls.entries()) {
    expect(call - (calls[index - 8] ?? -MINUTE)).toBeGreaterThanOrEqual(MINUTE);
  }
});

test('who waits can give up, and takes nothing', async () => {
  const reason = new Error('enough');
  const controller = new AbortController();
  const pacer = createPacer({
    callsPerMinute: 1,
    budget: createCallBudget({ perDay: 10 }),
    clock: createClock(),
  });
  await pacer.acquire();
  const waiting = pacer.acquire(controller.signal);
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  await expect(pacer.acquire(controller.signal)).rejects.toBe(reason);
  expect(pacer.usage()).toMatchObject({ lastMinute: 1, today: 1 });
});

test.each([-3_600_000, -20 * DAY, -60 * DAY, 60 * DAY])(
  'a machine’s clock that is set by %i ms delays nobody, and lets nobody go early',
  async (by) => {
    const clock = manualClock(MIDNIGHT + 600 * MINUTE);
    const pacer = createPacer({
      callsPerMinute: 1,
      budget: createCallBudget({ perDay: 10 }),
      clock,
      sleep: clock.sleep,
    });
    await pacer.acquire();
    const first = clock.now();
    clock.set(by);
    await pacer.acquire();
    expect(clock.now() - first).toBe(MINUTE);
    expect(pacer.usage().lastMinute).toBe(1);
  },
);
