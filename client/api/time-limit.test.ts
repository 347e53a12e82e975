import { expect, test } from 'vitest';
import { createTimeLimit } from './time-limit.ts';

test('a silent server is told of within five seconds, the wait for the next poll included', () => {
  expect(createTimeLimit().current()).toBeLessThanOrEqual(2_000);
});

test('a slow network is learned, by answers that came late and by those that did not come', () => {
  const patience = createTimeLimit();
  const least = patience.current();
  patience.ranOut();
  expect(patience.current()).toBe(2 * least);
  patience.answered(3_000);
  expect(patience.current()).toBeGreaterThan(3_000);
  patience.answered(20);
  expect(patience.current()).toBe(least);
});

test('patience has an end', () => {
  const patience = createTimeLimit();
  for (let tries = 0; tries < 20; tries++) patience.ranOut();
  expect(patience.current()).toBeLessThanOrEqual(10_000);
});

test('patience is counted in whole milliseconds, as timers take no others', () => {
  const patience = createTimeLimit();
  patience.answered(1_325.627944);
  expect(patience.current()).toBe(2_652);
});
