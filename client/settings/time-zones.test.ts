import { expect, test } from 'vitest';
import { isCalled, zoneLabel } from './time-zones.ts';

test.each(['new york', 'America/New_York', ' YORK ', 'Ｎｅｗ'])('New York is found by %s', (typed) => {
  expect(isCalled({ value: 'America/New_York', label: zoneLabel('America/New_York') }, typed)).toBe(true);
  expect(isCalled({ value: 'Europe/Berlin', label: zoneLabel('Europe/Berlin') }, typed)).toBe(false);
});
