import { expect, test } from 'vitest';
import { FACETS, PROBLEMS, type SnapshotStatus, type TicketList } from '../../contract/index.ts';
import { fits, isProblem, TICKET_LIST } from './answer-shapes.ts';

const status: SnapshotStatus = {
  number: 1,
  state: 'fresh',
  whole: true,
  loaded: 1,
  total: 1,
  takenAt: null,
  nextRefreshAt: null,
  refresh: { price: 1, everySeconds: 60, reason: 'configured', seenWithinSeconds: 60 },
  problem: null,
  calls: { today: 0, perDay: 2000 },
  newest: 1,
  changes: { added: 0, changed: 0, gone: 0 },
};

const list = {
  tickets: [{ id: 1, isOverdue: false }],
  page: { number: 1, perPage: 50, total: 1, pages: 1 },
  facets: Object.fromEntries(FACETS.map((facet) => [facet, [{ value: 'a', label: 'A', count: 1 }]])),
  snapshot: status,
};

const { status: _, ...otherFacets } = list.facets;

test.each([
  ['the list', list, true],
  ['a list with parts of a later version', { ...list, later: 1 }, true],
  ['a list without tickets', { ...list, tickets: undefined }, false],
  ['tickets that are none', { ...list, tickets: [null] }, false],
  ['tickets under names', { ...list, tickets: {} }, false],
  ['a page that counts in words', { ...list, page: { ...list.page, total: 'one' } }, false],
  ['a list of an earlier version, which lacks a facet', { ...list, facets: otherFacets }, false],
  ['a list without a snapshot', { ...list, snapshot: null }, false],
])('%s', (_, answer, isOurs) => {
  expect(fits<TicketList>(answer, TICKET_LIST)).toBe(isOurs);
});

const problem = { type: 'about:blank', title: 'No', status: 503, detail: 'Not yet.', code: 'not-loaded-yet' };

test('every error of the closed list is one, and no other', () => {
  for (const code of Object.keys(PROBLEMS)) expect(isProblem({ ...problem, code })).toBe(true);
  expect(isProblem({ ...problem, code: 'teapot' })).toBe(false);
  expect(isProblem({ ...problem, code: 'toString' })).toBe(false);
});

test('what an error says besides is checked where it is there', () => {
  expect(isProblem({ ...problem, faults: [{ key: 'page', message: 'too large' }], snapshot: status })).toBe(
    true,
  );
  expect(isProblem({ ...problem, faults: ['page'] })).toBe(false);
  expect(isProblem({ ...problem, snapshot: {} })).toBe(false);
});
