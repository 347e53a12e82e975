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

/** A clock of which many can wait at once; `run` moves it, late by up to that many milliseconds at first. */
function parallelClock() {
  let time = 0;
  let waiting: { until: number; wake: () => void }[] = [];
  return {
    now: () => time,
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

test("a quarter of a minute's calls may be made at once, the others come at an even distance", async () => {
  const clock = virtualClock(0);
  const pacer = createPacer({ callsPerMinute: 240, callsPerDay: 1000, ...clock });
  const calls: number[] = [];
  for (let call = 0; call < 400; call++) {
    await pacer.take();
    calls.push(clock.now());
  }
  expect(calls.filter((call) => call === 0)).toHaveLength(60);
  const distances = calls.slice(60).map((call, index) => call - (calls[59 + index] ?? 0));
  expect(new Set(distances)).toEqual(new Set([Math.ceil(60_000 / 181)]));
});

test('many who wait at once get their turns in the order of asking, without going over', async () => {
  const clock = parallelClock();
  const pacer = createPacer({ callsPerMinute: 6, callsPerDay: 100, ...clock });
  const turns: { who: number; at: number }[] = [];
  const takers = Array.from({ length: 30 }, (_, who) =>
    pacer.take().then(() => turns.push({ who, at: clock.now() })),
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
  const pacer = createPacer({ callsPerMinute: 8, callsPerDay: 100, ...clock });
  const calls: number[] = [];
  const takers = Array.from({ length: 30 }, () => pacer.take().then(() => calls.push(clock.now())));
  await clock.run(90_000);
  await Promise.all(takers);
  for (const [index, call] of calls.entries()) {
    expect(call - (calls[index - 8] ?? -MINUTE)).toBeGreaterThanOrEqual(MINUTE);
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

test('calls of processes before this one count, and each new one is recorded before it is made', async () => {
  const recorded: [number, number][] = [];
  const callCount = {
    before: () => 7,
    record: (day: number, calls: number) => {
      recorded.push([day, calls]);
    },
  };
  const clock = virtualClock(MIDNIGHT - MINUTE);
  const pacer = createPacer({ callsPerMinute: 100, callsPerDay: 8, callCount, ...clock });
  expect(pacer.usage()).toEqual({ lastMinute: 0, today: 7, perDay: 8 });
  await pacer.take();
  await expect(pacer.take()).rejects.toMatchObject({ kind: 'budget-used-up' });
  clock.set(MIDNIGHT);
  await pacer.take();
  const today = MIDNIGHT / 86_400_000;
  expect(recorded).toEqual([
    [today - 1, 8],
    [today, 1],
  ]);
});
