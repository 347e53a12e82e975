import { expect, test } from 'vitest';
import { DEFAULT_QUERY, type TicketQuery } from '../../contract/index.ts';
import { activeFilters, filterLabels, formatDateRange } from './active-filters.ts';
import { excludeValue, NO_FILTERS, onlyValue, openOnly, toggleValue } from './change-filters.ts';

const BERLIN = 'Europe/Berlin';

const everything: TicketQuery = {
  ...DEFAULT_QUERY,
  q: ' refund -"not  paid" -late -#7 5',
  overdue: true,
  status: ['NEW', 'ON HOLD'],
  priority: ['CRITICAL'],
  type: [''],
  assignee: ['none'],
  segment: ['S1'],
  originSegment: ['S2'],
  age: ['90+'],
  not: { ...DEFAULT_QUERY.not, priority: ['LOW'] },
  ids: [1, 2],
  customerOf: 7,
  moved: true,
  changedSince: '2026-02-04T11:30:00Z',
  issuedFrom: '2026-01-01',
  issuedTo: '2026-01-31',
  deleted: 'only',
};

test('everything that narrows the list is named, and nothing when nothing does', () => {
  const words = activeFilters(everything, null, BERLIN).map(filterLabels);
  expect(words).toEqual([
    'Search: refund',
    'Search: -"not  paid"',
    'Search: -late',
    'Ticket: not 7',
    'Search: 5',
    'Issued: 1 Jan 2026 to 31 Jan 2026',
    'Overdue',
    'Priority: Critical',
    'Priority: not Low',
    'Status: New',
    'Status: ON HOLD',
    'Segment: S1',
    'Assignee: Unassigned',
    'Age: 90 days and more',
    'Origin: S2',
    'Type: (empty)',
    'Tickets: 1, 2',
    'Customer: as of ticket 7',
    'Segment: Moved',
    'New or changed: since 4 Feb 2026, 12:30 CET',
    'Deleted: only deleted ones',
  ]);
  expect(activeFilters(DEFAULT_QUERY, null, BERLIN)).toEqual([]);
});

test('removing every filter one by one is the same as clearing them all', () => {
  let query = everything;
  for (
    let [filter] = activeFilters(query, null, BERLIN);
    filter;
    [filter] = activeFilters(query, null, BERLIN)
  ) {
    query = { ...query, ...filter.without };
  }
  expect(query).toEqual({ ...everything, ...NO_FILTERS });
});

test('one part of a search is taken off, and the others mean what they meant', () => {
  const without = (q: string, value: string) =>
    activeFilters({ ...DEFAULT_QUERY, q }, null, BERLIN).find((filter) => filter.value === value)?.without;
  expect(without('refund "not paid" -late', '"not paid"')).toEqual({ q: 'refund -late' });
  expect(without('refund "not paid" -late', '-late')).toEqual({ q: 'refund "not paid"' });
  // Side by side they would be a list of numbers.
  expect(without('1017, lamp 1018', 'lamp')).toEqual({ q: '"1017," 1018' });
  expect(without('1017, 1018 lamp', '1017, 1018')).toEqual({ q: 'lamp' });
});

test('of many numbers the first are told, and how many more there are', () => {
  const ids = Array.from({ length: 1_205 }, (_, index) => index + 1);
  expect(activeFilters({ ...DEFAULT_QUERY, ids }, null, BERLIN).map(filterLabels)).toEqual([
    'Tickets: 1, 2, 3, 4, 5 and 1,200 more',
  ]);
  expect(activeFilters({ ...DEFAULT_QUERY, ids: [7] }, null, BERLIN).map(filterLabels)).toEqual([
    'Ticket: 7',
  ]);
});

test('late and not late exclude each other, and a second click takes either off', () => {
  expect(toggleValue(DEFAULT_QUERY, 'overdue', 'true')).toEqual({ overdue: true });
  expect(toggleValue({ ...DEFAULT_QUERY, overdue: true }, 'overdue', 'false')).toEqual({ overdue: false });
  expect(toggleValue({ ...DEFAULT_QUERY, overdue: false }, 'overdue', 'false')).toEqual({ overdue: null });
});

test('a value joins the others of its facet, and leaves those that are kept out', () => {
  const query = { ...DEFAULT_QUERY, status: ['NEW'], not: { ...DEFAULT_QUERY.not, status: ['OPEN'] } };
  expect(toggleValue(query, 'status', 'RESOLVED').status).toEqual(['NEW', 'RESOLVED']);
  expect(toggleValue(query, 'status', 'OPEN')).toEqual({ status: ['NEW'], not: DEFAULT_QUERY.not });
});

test('“only” leaves one value of a facet, “not” keeps it out and lets it in again', () => {
  const query = { ...DEFAULT_QUERY, status: ['NEW', 'OPEN'] };
  expect(onlyValue(query, 'status', 'OPEN').status).toEqual(['OPEN']);
  const without = { ...query, ...excludeValue(query, 'status', 'OPEN') };
  expect([without.status, without.not.status]).toEqual([['NEW'], ['OPEN']]);
  expect(excludeValue(without, 'status', 'OPEN').not).toEqual(DEFAULT_QUERY.not);
});

test('open tickets alone are those of the open statuses that are asked for, else all but resolved ones', () => {
  const open = (status: readonly string[]) => openOnly({ ...DEFAULT_QUERY, status });
  expect(open([])).toEqual({ status: [], not: { ...DEFAULT_QUERY.not, status: ['RESOLVED'] } });
  expect(open(['RESOLVED'])).toEqual(open([]));
  expect(open(['NEW', 'RESOLVED'])).toEqual({ status: ['NEW'], not: DEFAULT_QUERY.not });
});

test.each([
  ['today', null, 'today'],
  ['today-6', null, 'since 6 days ago'],
  ['today-1', 'today-1', 'yesterday'],
  ['week-1', 'week-1', 'last week'],
  ['month', null, 'this month'],
  [null, '2026-01-31', 'up to 31 Jan 2026'],
  ['2026-01-31T23:00:00Z', '2026-02-28T23:00:00Z', '1 Feb 2026 to 28 Feb 2026'],
  ['2026-01-31T23:00:00Z', '2026-02-01T23:00:00Z', '1 Feb 2026'],
])('from %s to %s reads “%s” in Berlin', (from, to, words) => {
  expect(formatDateRange(from, to, BERLIN)).toBe(words);
});
