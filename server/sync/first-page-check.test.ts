import { expect, test } from 'vitest';
import { buildSnapshot } from '../snapshot/snapshot.ts';
import { ticket, tickets } from '../test/tickets.ts';
import { mergeFirstPage } from './first-page-check.ts';

const all = tickets(1, 5);
const newest = buildSnapshot({ number: 1, takenAt: 0, whole: true, total: 5, tickets: all });

function check(page: readonly (typeof all)[number][], totalCount: number | null, over = newest) {
  return mergeFirstPage(over, { tickets: page, totalCount, received: page.length, unreadable: 0 });
}

test('a first page as it was, and the same count, are nothing new', () => {
  expect(check(all.slice(0, 2), 5)).toBeNull();
});

test('a ticket that is new accounts for the count, so all is still there', () => {
  expect(check([ticket(6), ...all.slice(0, 1)], 6)).toMatchObject({ whole: true, complete: false, total: 6 });
});

test('a ticket that is otherwise is news, and the others are as they were', () => {
  const changed = ticket(2, { status: 'RESOLVED' });
  const news = check([changed], 5);
  expect(news).toMatchObject({ whole: true, complete: false });
  expect(news?.tickets).toEqual(new Map([[2, changed]]));
});

test('a count that the first page does not account for means that something is missing', () => {
  expect(check(all.slice(0, 2), 7)).toMatchObject({ whole: false, complete: false, gap: 2 });
  expect(check(all.slice(0, 2), 4)).toMatchObject({ whole: false, complete: false, gap: -1 });
});

test('numbers that agree by chance do not make whole what was not', () => {
  const partial = buildSnapshot({ number: 2, takenAt: 0, whole: false, total: 6, tickets: all });
  expect(check(all.slice(0, 2), 5, partial)).toMatchObject({ whole: false });
});

test('a first page without a count is nothing new when its tickets are not, and else not known to be whole', () => {
  expect(check(all.slice(0, 2), null)).toBeNull();
  expect(check([ticket(6)], null)).toMatchObject({ whole: false, total: 5 });
});
