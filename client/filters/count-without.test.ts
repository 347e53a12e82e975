import { expect, test } from 'vitest';
import { DEFAULT_QUERY, type FacetValue, type TicketList, type TicketQuery } from '../../contract/index.ts';
import { activeFilters, filterLabels } from './active-filters.ts';
import { countWithout } from './count-without.ts';

/** A list of so many tickets, with these counts. */
function listOf(total: number, facets: Partial<TicketList['facets']>): TicketList {
  const none: FacetValue[] = [];
  return {
    page: { number: 1, perPage: 50, total, pages: 0 },
    facets: {
      status: none,
      priority: none,
      type: none,
      overdue: none,
      assignee: none,
      segment: none,
      originSegment: none,
      age: none,
      ...facets,
    },
  } as TicketList;
}

/** For each filter that is on, how many tickets there are without it. */
function counts(change: Partial<TicketQuery>, list: TicketList) {
  const query = { ...DEFAULT_QUERY, ...change };
  return Object.fromEntries(
    activeFilters(query, list.facets, 'UTC').map((filter) => [
      filterLabels(filter),
      countWithout(filter, query, list),
    ]),
  );
}

const named = (value: string, count: number) => ({ value, label: value, count });

test('without the only value of a facet that every ticket has, all its values count', () => {
  const assignee = [named('ann', 0), named('bob', 7), named('none', 5)];
  expect(counts({ assignee: ['ann'] }, listOf(0, { assignee }))).toEqual({ 'Assignee: ann': 12 });
  expect(counts({ overdue: true }, listOf(0, { overdue: [named('true', 0), named('false', 3)] }))).toEqual({
    'Overdue: true': 3,
  });
});

test('without one of several values the others count', () => {
  const status = [named('NEW', 0), named('OPEN', 0), named('RESOLVED', 9)];
  expect(counts({ status: ['NEW', 'OPEN'] }, listOf(0, { status }))).toEqual({
    'Status: New': 0,
    'Status: Open': 0,
  });
});

test('what was kept out comes back, besides tickets without any value', () => {
  const status = [named('NEW', 0), named('RESOLVED', 9)];
  const not = { ...DEFAULT_QUERY.not, status: ['RESOLVED'] };
  expect(counts({ not }, listOf(2, { status }))).toEqual({ 'Status: not Resolved': 11 });
});

test('nothing is told where tickets without a value are not counted, or of what is no facet', () => {
  const status = [named('NEW', 0), named('OPEN', 4)];
  expect(counts({ status: ['NEW'], q: 'lamp' }, listOf(0, { status }))).toEqual({
    'Status: New': null,
    'Search: lamp': null,
  });
});
