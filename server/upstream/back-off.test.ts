import { expect, test } from 'vitest';
import { backOffMs } from './back-off.ts';

const OPTIONS = { firstMs: 500, longestMs: 60_000, random: 1 };

test('each wait is twice the one before, up to the longest, however many failures there were', () => {
  const waits = [1, 2, 3, 7, 8, 2000].map((failures) => backOffMs(failures, OPTIONS));
  expect(waits).toEqual([500, 1000, 2000, 32_000, 60_000, 60_000]);
});

test('chance takes at most half of it away', () => {
  const waits = [0, 0.5, 1].map((random) => backOffMs(1, { ...OPTIONS, random }));
  expect(waits).toEqual([250, 375, 500]);
});
