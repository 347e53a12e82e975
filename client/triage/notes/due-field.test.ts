import { expect, test } from 'vitest';
import { usualDays } from './due-field.tsx';

test.each([
  ['2026-02-02', 'a Monday', '2026-02-06'],
  ['2026-02-05', 'a Thursday', '2026-02-06'],
  ['2026-02-06', 'a Friday', '2026-02-13'],
  ['2026-02-07', 'a Saturday', '2026-02-13'],
  ['2026-02-08', 'a Sunday', '2026-02-13'],
])('on %s, %s, Friday is %s', (today, _, friday) => {
  expect(usualDays(today).find(({ name }) => name === 'Friday')?.day).toBe(friday);
});

test('tomorrow and a week from now cross the ends of months and years', () => {
  expect(usualDays('2026-12-31').map(({ day }) => day)).toEqual([
    '2026-12-31',
    '2027-01-01',
    '2027-01-01',
    '2027-01-07',
  ]);
});
