import { expect, test } from 'vitest';
import { DEFAULT_QUERY, type TicketQuery } from '../../contract/index.ts';
import { isOpenOnly, urgentFilter, withFilters } from './with-filters.ts';

const not = (change: Partial<TicketQuery['not']>) => ({ ...DEFAULT_QUERY.not, ...change });

test('a facet’s values take the place of what was asked for and kept out of it, and other filters stay', () => {
  const query = {
    ...DEFAULT_QUERY,
    q: 'lamp',
    priority: ['LOW'],
    not: not({ priority: ['HIGH'], type: ['X'] }),
    page: 7,
  };
  expect(withFilters(query, { priority: ['HIGH'] })).toEqual({
    ...query,
    priority: ['HIGH'],
    not: not({ type: ['X'] }),
    page: 1,
  });
});

test('open tickets are those of the open statuses that were asked for, else all but resolved ones', () => {
  const open = (status: readonly string[]) => withFilters({ ...DEFAULT_QUERY, status }, { open: true });
  expect(open(['NEW', 'RESOLVED'])).toMatchObject({ status: ['NEW'], not: not({}) });
  expect(open(['RESOLVED'])).toMatchObject({ status: [], not: not({ status: ['RESOLVED'] }) });
  expect(withFilters(DEFAULT_QUERY, { open: true, status: ['ESCALATED'] })).toMatchObject({
    status: ['ESCALATED'],
    not: not({}),
  });
});

test('a list is of open tickets alone when no filter leaves a resolved one in', () => {
  expect(isOpenOnly(DEFAULT_QUERY)).toBe(false);
  expect(isOpenOnly({ ...DEFAULT_QUERY, status: ['NEW'] })).toBe(true);
  expect(isOpenOnly({ ...DEFAULT_QUERY, status: ['NEW', 'RESOLVED'] })).toBe(false);
  expect(isOpenOnly(withFilters(DEFAULT_QUERY, { open: true }))).toBe(true);
});

test('urgent are critical and high, as far as the filter has them', () => {
  expect(urgentFilter(DEFAULT_QUERY)).toEqual({ priority: ['CRITICAL', 'HIGH'] });
  expect(urgentFilter({ ...DEFAULT_QUERY, priority: ['HIGH', 'LOW'] })).toEqual({ priority: ['HIGH'] });
  expect(urgentFilter({ ...DEFAULT_QUERY, not: not({ priority: ['HIGH'] }) })).toEqual({
    priority: ['CRITICAL'],
  });
});
