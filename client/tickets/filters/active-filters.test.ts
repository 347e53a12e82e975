import { expect, test } from 'vitest';
import { DEFAULT_QUERY, type TicketQuery } from '../../../contract/index.ts';
import { activeFilters, NO_FILTERS, toggleValue } from './active-filters.ts';

const everything: TicketQuery = {
  ...DEFAULT_QUERY,
  q: ' refund ',
  overdue: true,
  status: ['NEW', 'ON HOLD'],
  priority: ['CRITICAL'],
  type: [''],
  assignee: ['none'],
  segment: ['S1'],
  originSegment: ['S2'],
  age: ['90+'],
  issuedFrom: '2026-01-01',
  issuedTo: '2026-01-31',
  deleted: 'only',
};

test('everything that narrows the list is named, and nothing when nothing does', () => {
  const words = activeFilters(everything, null).map(({ title, value }) => `${title}: ${value}`);
  expect(words).toEqual([
    'Search: refund',
    'Issued: 1 Jan 2026 to 31 Jan 2026',
    'Status: New',
    'Status: ON HOLD',
    'Priority: Critical',
    'Type: (empty)',
    'Overdue: Overdue',
    'Assignee: Unassigned',
    'Segment: S1',
    'Origin: S2',
    'Age: 90+',
    'Deleted: only deleted ones',
  ]);
  expect(activeFilters(DEFAULT_QUERY, null)).toEqual([]);
});

test('removing every filter one by one is the same as clearing them all', () => {
  let query = everything;
  for (let [filter] = activeFilters(query, null); filter; [filter] = activeFilters(query, null)) {
    query = { ...query, ...filter.without };
  }
  expect(query).toEqual({ ...everything, ...NO_FILTERS });
});

test('late and not late exclude each other, and a second click takes either off', () => {
  expect(toggleValue(DEFAULT_QUERY, 'overdue', 'true')).toEqual({ overdue: true });
  expect(toggleValue({ ...DEFAULT_QUERY, overdue: true }, 'overdue', 'false')).toEqual({ overdue: false });
  expect(toggleValue({ ...DEFAULT_QUERY, overdue: false }, 'overdue', 'false')).toEqual({ overdue: null });
});

test('a value joins the others of its facet', () => {
  expect(toggleValue({ ...DEFAULT_QUERY, status: ['NEW'] }, 'status', 'OPEN')).toEqual({
    status: ['NEW', 'OPEN'],
  });
});
