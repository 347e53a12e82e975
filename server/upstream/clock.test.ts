import { expect, test } from 'vitest';
import { createClock, dayOf, endOfDay, toIso } from './clock.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-02-04T12:00:00Z');

/** A machine whose clocks a test moves one by one. */
function machine() {
  const sources = { monotonic: 5000.5, asleep: 0, wall: START };
  const clock = createClock({
    monotonic: () => sources.monotonic,
    withSleep: () => sources.monotonic + sources.asleep + 77_000,
    wall: () => sources.wall,
  });
  const pass = (milliseconds: number) => {
    sources.monotonic += milliseconds;
    sources.wall += milliseconds;
  };
  return { sources, clock, pass };
}

test.each([-HOUR, -20 * DAY, -60 * DAY, 60 * DAY])(
  'a machine’s clock that is set by %i ms moves no moment, and moments are told by it as it is set',
  (by) => {
    const { sources, clock, pass } = machine();
    const before = clock.now();
    pass(1000);
    sources.wall += by;
    expect(clock.now() - before).toBe(1000);
    expect(toIso(clock, clock.now())).toBe(new Date(START + 1000 + by).toISOString());
    expect(clock.toWall(before)).toBe(START + by);
    sources.wall -= by;
    expect(clock.toWall(before)).toBe(START);
  },
);

test('what a moment is told as stays the same while the two clocks drift a little', () => {
  const { sources, clock, pass } = machine();
  const moment = clock.now();
  for (const drift of [0.4, 300, 900, -700]) {
    pass(60_000);
    sources.wall = START + (clock.now() - moment) + drift;
    expect(clock.toWall(moment)).toBe(START);
  }
});

test('the time for which the machine sleeps passes', () => {
  const { sources, clock, pass } = machine();
  const before = clock.now();
  sources.asleep += 8 * HOUR;
  sources.wall += 8 * HOUR;
  pass(10);
  expect(clock.now() - before).toBe(8 * HOUR + 10);
  expect(clock.toWall(before)).toBe(START);
});

test('moments never run back, whatever the sources do', () => {
  const { sources, clock } = machine();
  let last = clock.now();
  for (const asleep of [10_000, 0, -50_000, 3_000, 3_400, 1e9, 0]) {
    sources.asleep = asleep;
    sources.wall = START - asleep;
    const now = clock.now();
    expect(now).toBeGreaterThanOrEqual(last);
    last = now;
  }
});

test('the day and its end are those of the machine’s clock', () => {
  const { sources, clock } = machine();
  const now = clock.now();
  expect(dayOf(clock, now)).toBe(Math.floor(START / DAY));
  expect(endOfDay(clock, now) - now).toBe(12 * HOUR);
  sources.wall -= 13 * HOUR;
  expect(dayOf(clock, now)).toBe(Math.floor(START / DAY) - 1);
  expect(endOfDay(clock, now) - now).toBe(HOUR);
});

test('the real one tells whole milliseconds of the real time, and does not count sleep before the start', () => {
  const clock = createClock();
  expect(Number.isInteger(clock.now())).toBe(true);
  expect(Math.abs(clock.toWall(clock.now()) - Date.now())).toBeLessThan(10_000);
  expect(clock.now()).toBeLessThan(performance.now() + 1);
});
