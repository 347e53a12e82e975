import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isDay } from '../../../contract/index.ts';
import { parseDue } from './parse-due.ts';

/** A Wednesday. */
const TODAY = '2026-02-04';

test.each([
  ['', ''],
  ['today', '2026-02-04'],
  ['Tomorrow', '2026-02-05'],
  ['fri', '2026-02-06'],
  [' Friday ', '2026-02-06'],
  ['wed', '2026-02-11'],
  ['mon', '2026-02-09'],
  ['next mon', '2026-02-09'],
  ['next fri', '2026-02-13'],
  ['next sunday', '2026-02-15'],
  ['0', '2026-02-04'],
  ['7', '2026-02-11'],
  ['+7', '2026-02-11'],
  ['in 3 days', '2026-02-07'],
  ['2w', '2026-02-18'],
  ['12 dec', '2026-12-12'],
  ['Dec 12', '2026-12-12'],
  ['3 feb', '2027-02-03'],
  ['4 February', '2026-02-04'],
  ['12 dec 2027', '2027-12-12'],
  ['29 feb', '2028-02-29'],
  ['12.12.', '2026-12-12'],
  ['1.3.2027', '2027-03-01'],
  ['2026-02-28', '2026-02-28'],
])('on a Wednesday, 4 February, “%s” is %s', (text, day) => {
  expect(parseDue(text, TODAY)).toBe(day);
});

test.each([
  'soon',
  'fr1',
  '31 nov',
  '2026-02-30',
  '9999',
  'next',
  'm',
  '12',
  'dec',
  '12/12',
  '-3',
  'constructor',
])('“%s” is %s', (text) => {
  expect(parseDue(text, TODAY)).toBe(text === '12' ? '2026-02-16' : null);
});

test('whatever is typed on whatever day, it is a day or none, and no weekday is today or farther than a week', () => {
  const days = fc.nat(20_000).map((count) => addDays('2000-01-01', count));
  fc.assert(
    fc.property(fc.string(), days, (text, today) => {
      const due = parseDue(text, today);
      expect(due === null || due === '' || isDay(due)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'), days, (name, today) => {
      const due = parseDue(name, today) ?? '';
      expect(due > today && due <= addDays(today, 7)).toBe(true);
      const next = parseDue(`next ${name}`, today) ?? '';
      expect(new Date(next).getUTCDay()).toBe(new Date(due).getUTCDay());
      expect(next >= due && next <= addDays(due, 7)).toBe(true);
    }),
  );
});
