import { expect, test } from 'vitest';
import { createAttempts } from './attempts.ts';

const MINUTE = 60_000;

test('an attempt that one process began is finished by another, in its browser and in its time', () => {
  let now = 0;
  const [first, second] = [1, 2].map(() => createAttempts('secret', 10 * MINUTE, () => now));
  const begun = first?.begin('/w/42');
  const opened = second?.open(begun?.sealed ?? null);
  expect(opened).toEqual(begun?.attempt);
  expect(opened && second?.take(opened)).toBe(true);
  expect(opened && second?.take(opened)).toBe(false);
  expect(createAttempts('another', 10 * MINUTE, () => now).open(begun?.sealed ?? null)).toBeNull();
  now += 10 * MINUTE;
  expect(first?.open(begun?.sealed ?? null)).toBeNull();
});
