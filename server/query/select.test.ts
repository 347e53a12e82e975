import { describe, expect, it } from 'vitest';
import { DEFAULT_QUERY, type TicketQuery } from '../../contract/index.ts';
import { makeSnapshot } from '../snapshot/testing/make-snapshot.ts';
import { selectTickets } from './select.ts';

/** One for every filter there is, each matching nothing. */
const FILTERS: readonly Partial<TicketQuery>[] = [
  { q: 'nothing' },
  { overdue: true },
  { status: ['RESOLVED'] },
  { priority: ['LOW'] },
  { type: ['other'] },
  { assignee: ['none'] },
  { segment: ['none'] },
  { originSegment: ['none'] },
  { surveyId: ['7'] },
  { age: ['90+'] },
  { issuedFrom: '2026-02-02' },
  { issuedTo: '2026-01-01' },
  { deleted: 'only' },
  { not: { ...DEFAULT_QUERY.not, status: ['NEW'] } },
  { ids: [2] },
  { customerOf: 2 },
  { moved: true },
  { changedSince: '2026-02-03T00:00:00Z' },
];

/** What a query has besides filters. */
const NO_FILTER = ['page', 'perPage', 'sort', 'columns', 'at', 'since'];

describe('a selection', () => {
  it('is tried with every filter that there is', () => {
    const tried = FILTERS.flatMap((filter) => Object.keys(filter));
    expect([...NO_FILTER, ...tried].toSorted()).toEqual(Object.keys(DEFAULT_QUERY).toSorted());
  });

  it.each(FILTERS)('is not taken for that of the same query with %o', (filter) => {
    const snapshot = makeSnapshot([{}]);
    expect(selectTickets(snapshot, DEFAULT_QUERY).total).toBe(1);
    expect(selectTickets(snapshot, { ...DEFAULT_QUERY, ...filter }).total).toBe(0);
  });

  it('serves every order and page of the same filters', () => {
    const snapshot = makeSnapshot([{}]);
    const other = { ...DEFAULT_QUERY, page: 3, sort: [{ key: 'id', descending: true }] as const };
    expect(selectTickets(snapshot, other)).toBe(selectTickets(snapshot, DEFAULT_QUERY));
  });
});
