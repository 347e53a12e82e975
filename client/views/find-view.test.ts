import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DEFAULT_QUERY,
  decodeQuery,
  parseColumns,
  parseSearch,
  type TicketQuery,
} from '../../contract/index.ts';
import { findView, searchToSave } from './find-view.ts';
import { READY_VIEWS } from './ready-views.ts';
import { decodeView, type SavedView, viewSearch } from './saved-view.ts';

function read(search: string): TicketQuery {
  const decoded = decodeQuery(new URLSearchParams(search));
  if (!decoded.ok) throw new Error(`Not a query: ${search}`);
  return decoded.query;
}

function own(id: string, search: string): SavedView {
  return { id, name: id, search, own: true };
}

function found(search: string, cameFrom: string | null = null, views: readonly SavedView[] = READY_VIEWS) {
  const inUse = findView(views, read(search), cameFrom, null);
  return inUse && `${inUse.view.id}${inUse.changed ? ', changed' : ''}`;
}

test('the ready views are these questions, in this order', () => {
  expect(READY_VIEWS.map(({ name, search }) => [name, search])).toEqual([
    ['Open tickets', 'status=-RESOLVED'],
    ['Overdue', 'overdue=true&status=-RESOLVED'],
    ['Critical and high', 'priority=CRITICAL&priority=HIGH&status=-RESOLVED'],
    ['Unassigned', 'status=-RESOLVED&assignee=none&sort=-priority%2CissueDate'],
    ['Escalated', 'status=ESCALATED'],
    ['Issued today', 'issuedFrom=today&sort=-issueDate'],
  ]);
});

test('a query is the view that it equals, whatever its page, its rows, its snapshot and the order of its values', () => {
  expect(found('status=-RESOLVED')).toBe('attention');
  expect(found('status=-RESOLVED&page=3&perPage=200&at=7')).toBe('attention');
  expect(found('priority=HIGH&priority=CRITICAL&status=-RESOLVED')).toBe('urgent');
});

test('a query that is no view’s is a change of the one that the reader came from', () => {
  expect(found('status=-RESOLVED&q=refund', 'attention')).toBe('attention, changed');
  expect(found('status=-RESOLVED&sort=-id', 'attention')).toBe('attention, changed');
  expect(found('status=-RESOLVED&q=refund')).toBeNull();
  expect(found('status=-RESOLVED&q=refund', 'gone')).toBeNull();
});

test('a change that leads to another view is that view, and all tickets are no change of some', () => {
  expect(found('overdue=true&status=-RESOLVED', 'attention')).toBe('overdue');
  expect(found('', 'attention')).toBeNull();
  expect(found('sort=-id', 'attention')).toBeNull();
});

test('of equal views it is the one that the reader came from, else an own one', () => {
  const views = [...READY_VIEWS, own('mine', 'overdue=true&status=-RESOLVED')];
  expect(found('overdue=true&status=-RESOLVED', 'overdue', views)).toBe('overdue');
  expect(found('overdue=true&status=-RESOLVED', 'attention', views)).toBe('mine');
});

test('columns are part of an own view, and of no ready one', () => {
  const views = [...READY_VIEWS, own('mine', 'q=refund&columns=id,age'), own('usual', 'q=return')];
  expect(found('status=-RESOLVED&columns=id', 'attention', views)).toBe('attention');
  expect(found('q=refund&columns=id,age', 'mine', views)).toBe('mine');
  expect(found('q=refund&columns=age,id', 'mine', views)).toBe('mine, changed');
  expect(found('q=return', 'usual', views)).toBe('usual');
  expect(found('q=return&columns=id', 'usual', views)).toBe('usual, changed');
});

test('the columns that a reader has arranged elsewhere are kept with a new view, and are no change of it', () => {
  const columns = parseColumns('id,age');
  const mine = own('mine', searchToSave(read('q=refund'), columns));
  expect(decodeView(mine)?.columns).toEqual(columns);
  expect(findView([mine], read('q=refund'), null, columns)).toEqual({ view: mine, changed: false });
});

test('a view that is no longer understood is no query’s, and the others still are', () => {
  const views = [own('old', 'colour=red'), ...READY_VIEWS];
  expect(found('status=-RESOLVED', null, views)).toBe('attention');
  expect(found('q=refund', 'old', views)).toBe('old, changed');
});

test('what was kept of any query is found again under its name', () => {
  const text = fc
    .tuple(fc.constantFrom('', '-', '='), fc.string({ maxLength: 20 }))
    .map((parts) => parts.join(''));
  const texts = fc.uniqueArray(text, { maxLength: 3 });
  const queries = fc.record({
    q: fc.string({ maxLength: 30 }).filter((q) => parseSearch(q).ok),
    status: texts,
    none: texts,
    page: fc.integer({ min: 1, max: 9 }),
    overdue: fc.constantFrom(null, true, false),
    columns: fc.constantFrom(null, parseColumns('id*,age.90')),
  });
  fc.assert(
    fc.property(queries, ({ none, ...asked }) => {
      const query = { ...DEFAULT_QUERY, ...asked, not: { ...DEFAULT_QUERY.not, assignee: none } };
      const mine = own('mine', viewSearch(query));
      const turned = { ...query, status: query.status.toReversed() };
      expect(findView([...READY_VIEWS, mine], turned, null, null)).toEqual({ view: mine, changed: false });
    }),
  );
});
