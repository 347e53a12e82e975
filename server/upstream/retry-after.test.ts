import { expect, test } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const NOW = Date.parse('2026-02-04T09:00:00Z');
const DAY = 86_400_000;

function waitFor(retryAfter: string, date?: string): number | null {
  return parseRetryAfter(
    new Headers({ 'retry-after': retryAfter, ...(date === undefined ? {} : { date }) }),
    NOW,
  );
}

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['1.5', 1500],
  ['86400', DAY],
  ['86401', DAY],
  ['999999999', DAY],
  ['1e9', DAY],
  ['1e999', DAY],
  ['9'.repeat(400), DAY],
  ['Fri, 31 Dec 9999 23:59:59 GMT', DAY],
  ['Wed, 04 Feb 2026 09:01:30 GMT', 90_000],
  ['Wednesday, 04-Feb-26 09:01:30 GMT', 90_000],
  ['Wed, 04 Feb 2026 08:00:00 GMT', 0],
])('Retry-After: "%s" is a wait of %i ms', (text, milliseconds) => {
  expect(waitFor(text)).toBe(milliseconds);
});

test.each([
  '',
  'soon',
  '-5',
  '-999999999',
  '-1e9',
  '0x10',
  'Infinity',
  '1,5',
  '2026-02-04',
  'Wed, 99 Foo 2026 GMT',
])('Retry-After: "%s" says nothing', (text) => {
  expect(waitFor(text)).toBeNull();
});

test('a date is reckoned from the answer’s own, whatever our clock says', () => {
  expect(waitFor('Sun, 01 Jan 2023 00:01:00 GMT', 'Sun, 01 Jan 2023 00:00:00 GMT')).toBe(60_000);
  expect(waitFor('Wed, 04 Feb 2026 09:01:30 GMT', 'nonsense')).toBe(90_000);
});

test('without the header there is nothing to wait for', () => {
  expect(parseRetryAfter(new Headers(), NOW)).toBeNull();
});
