import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eachWithSync, START, settle, start } from '../test/workspace-sync.ts';
import { UpstreamFailure } from '../upstream/failure.ts';
import { nextTimeOfDay } from './daily-read.ts';

const HOUR = 3_600_000;
const SIX = { hours: 6, minutes: 0 };
const HALF_PAST_TWO = { hours: 2, minutes: 30 };

beforeEach(() => {
  vi.stubEnv('TZ', 'Europe/Berlin');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ['the same day', '2026-02-04T04:59:59Z', SIX, '2026-02-04T05:00:00Z'],
  ['the next day, from the very instant on', '2026-02-04T05:00:00Z', SIX, '2026-02-05T05:00:00Z'],
  ['a summer day', '2026-03-29T05:00:00Z', SIX, '2026-03-30T04:00:00Z'],
  [
    'the day that clocks go forward, an hour late',
    '2026-03-28T12:00:00Z',
    HALF_PAST_TWO,
    '2026-03-29T01:30:00Z',
  ],
  [
    'the day that clocks go back, the first time',
    '2026-10-24T12:00:00Z',
    HALF_PAST_TWO,
    '2026-10-25T00:30:00Z',
  ],
  [
    'the day after that, and not the second time',
    '2026-10-25T00:30:00Z',
    HALF_PAST_TWO,
    '2026-10-26T01:30:00Z',
  ],
])('a time of day comes next on %s', (_name, after, at, expected) => {
  expect(nextTimeOfDay(Date.parse(after), at)).toBe(Date.parse(expected));
});

// The process begins at 13:00 of the zone.
const daily = eachWithSync({ recordAt: SIX });

async function hours(count: number): Promise<void> {
  for (let third = 0; third < 3 * count; third++) {
    await vi.advanceTimersByTimeAsync(HOUR / 3);
    await settle();
  }
}

test('one read a day is made though nobody watches, and told beforehand', async () => {
  await start(daily);
  expect(daily.sync.status().daily).toEqual({ at: '06:00', nextAt: '2026-02-05T05:00:00.000Z' });
  await hours(16);
  expect(daily.outcomes).toHaveLength(1);
  await hours(2);
  expect(daily.outcomes).toHaveLength(2);
  await hours(24);
  expect(daily.outcomes).toHaveLength(3);
});

test('without enough calls it is made on the next day', async () => {
  await start(daily);
  await hours(16);
  daily.perDay = daily.upstream.requested.length + 1;
  await hours(2);
  expect(daily.outcomes).toHaveLength(1);
  daily.perDay = 2_000;
  await hours(20);
  expect(daily.outcomes).toHaveLength(2);
});

test('one that fails is tried again without anybody watching', async () => {
  await start(daily);
  daily.upstream.fault = () => new UpstreamFailure('server-error', { status: 500 });
  await hours(18);
  expect(new Set(daily.outcomes.slice(1))).toEqual(new Set(['server-error']));
  daily.upstream.fault = () => null;
  await hours(1);
  expect(daily.outcomes.at(-1)).toBe('whole');
  await settle();
  expect(daily.sync.newest()?.takenAt).toBeGreaterThan(START + 17 * HOUR);
});
