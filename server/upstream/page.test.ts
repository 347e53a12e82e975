import { expect, test } from 'vitest';
import { MAX_TICKETS } from './limits.ts';
import { parsePage } from './page.ts';

const ASKED = { page: 1, perPage: 100 };

function page(body: unknown) {
  return parsePage(typeof body === 'string' ? body : JSON.stringify(body), ASKED).page;
}

test.each([
  ['null', { pagerOptions: { totalCount: null } }],
  ['missing', { pagerOptions: {} }],
  ['negative', { pagerOptions: { totalCount: -1 } }],
  ['a fraction', { pagerOptions: { totalCount: 2.5 } }],
  ['a word', { pagerOptions: { totalCount: 'many' } }],
  ['a list', { pagerOptions: { totalCount: [3] } }],
  ['more than there can be', { pagerOptions: { totalCount: MAX_TICKETS + 1 } }],
  ['absurd', { pagerOptions: { totalCount: 1e15 } }],
  ['absurd, in quotes', { pagerOptions: { totalCount: '999999999999999' } }],
  ['missing with all about the page', {}],
  ['null with all about the page', { pagerOptions: null }],
  ['in a list', { pagerOptions: [] }],
])('a totalCount that is %s costs no ticket, and is unknown', (_what, rest) => {
  expect(page({ data: [{ id: 7 }], ...rest })).toMatchObject({ totalCount: null, received: 1 });
});

test.each([0, 41, MAX_TICKETS, '41'])('a totalCount of %j is taken', (totalCount) => {
  expect(page({ data: [], pagerOptions: { totalCount } }).totalCount).toBe(Number(totalCount));
});

test('an absurd totalCount does not cost what else is said about the page', () => {
  const pagerOptions = { pagerDto: { pageNumber: 3, perPage: 50 }, totalCount: {} };
  expect(page({ data: [], pagerOptions })).toMatchObject({ pageNumber: 3, perPage: 50, totalCount: null });
});

test('an upstream with a page size of its own is read, up to what is no page any more', () => {
  const records = (count: number) => ({
    data: Array.from({ length: count }, (_, index) => ({ id: index + 1 })),
  });
  expect(page(records(1000)).received).toBe(1000);
  expect(() => page(records(1001))).toThrow('cannot read');
});

test('records with an id that no ticket has are counted and told by their places', () => {
  const data = [0, -1, 1, 1.5, 2 ** 53, '2'].map((id) => ({ id }));
  const { page: read, report } = parsePage(JSON.stringify({ data }), ASKED);
  expect(read.tickets.map(({ id }) => id)).toEqual([1, 2]);
  expect(read.unreadable).toBe(4);
  expect(report.indexes).toEqual([0, 1, 3, 4]);
});

test('keys that would change how objects behave do nothing', () => {
  const body =
    '{"__proto__":{"data":[]},"data":[{"id":5,"id":6,"__proto__":{"status":"X"},"constructor":1}]}';
  expect(page(body).tickets).toMatchObject([{ id: 6, status: null }]);
  expect(({} as { status?: unknown }).status).toBeUndefined();
});
