import { expect, test } from 'vitest';
import { problemSchema, ticketListSchema, ticketSchema } from '../../contract/index.ts';
import { fakeSource, NOW, serve, serveTickets, snapshotOf } from '../test/app.ts';
import { ticket, tickets } from '../test/tickets.ts';

const LIST = '/api/workspaces/w/tickets';

test('the workspaces come in their order, with the mode and the link to a ticket', async () => {
  const ticketUrlTemplate = 'https://example.com/{workspace}/{id}';
  const { http } = serve([fakeSource('b'), fakeSource('a')], { mode: 'demo', ticketUrlTemplate });
  const { body } = await http.get('/api/workspaces').expect(200);
  expect(body).toEqual({
    mode: 'demo',
    workspaces: [
      { id: 'b', name: 'Workspace b' },
      { id: 'a', name: 'Workspace a' },
    ],
    ticketUrlTemplate,
  });
});

test('a list has a page of tickets, its place among all pages, the facets and what the data are', async () => {
  const { http } = serveTickets(7);
  const { body, headers } = await http.get(`${LIST}?page=2&perPage=50&sort=id`).expect(200);
  const list = ticketListSchema.parse(body);
  expect(list.tickets.map(({ id }) => id)).toEqual(tickets(51, 100).map(({ id }) => id));
  expect(list.page).toEqual({ number: 2, perPage: 50, total: 120, pages: 3 });
  expect(list.facets.status.find(({ value }) => value === 'NEW')?.count).toBe(120);
  expect(list.snapshot).toEqual({
    number: 7,
    state: 'fresh',
    whole: true,
    loaded: 120,
    total: 120,
    takenAt: new Date(NOW).toISOString(),
    nextRefreshAt: null,
    refresh: { price: 1, everySeconds: 60, reason: 'configured', seenWithinSeconds: 120 },
    problem: null,
    calls: { today: 30, perDay: 2000 },
    newest: 7,
    changes: { added: 0, changed: 0, gone: 0 },
  });
  expect(headers['cache-control']).toBe('no-store');
});

test('a page past the end is empty and no error', async () => {
  const { body } = await serveTickets(7).http.get(`${LIST}?page=99`).expect(200);
  expect(body).toMatchObject({ tickets: [], page: { number: 99, total: 120, pages: 3 } });
});

test('a filter may be repeated, and holds every character as it was sent', async () => {
  const odd = { status: 'ON HOLD+50% & more' };
  const source = fakeSource('w', snapshotOf(1, [ticket(1, odd), ticket(2), ticket(3, { status: 'OPEN' })]));
  const status = encodeURIComponent(odd.status);
  const { body } = await serve([source]).http.get(`${LIST}?status=${status}&status=OPEN&sort=id`).expect(200);
  expect(body.tickets.map(({ id }: { id: number }) => id)).toEqual([1, 3]);
});

test('every fault of a query is named', async () => {
  const { http } = serveTickets(7);
  const query =
    'page=0&perPage=100000&sort=colour&issuedFrom=yesterday&q=a&q=b&colour=red&overdue=maybe&age=old';
  const { body, type } = await http.get(`${LIST}?${query}`).expect(400);
  const problem = problemSchema.parse(body);
  expect(type).toBe('application/problem+json');
  expect(problem).toMatchObject({ type: 'about:blank', status: 400, code: 'invalid-query' });
  const keys = problem.faults?.map(({ key }) => key).sort();
  expect(keys).toEqual(['age', 'colour', 'issuedFrom', 'overdue', 'page', 'perPage', 'q', 'sort']);
});

test.each(['tickets', 'tickets?page=0', 'tickets/1', 'tickets.csv', 'tickets.xlsx', 'snapshot'])(
  'an unknown workspace is told before anything else: %s',
  async (path) => {
    const { body } = await serveTickets(7).http.get(`/api/workspaces/nope/${path}`).expect(404);
    expect(body.code).toBe('unknown-workspace');
  },
);

test('a ticket is answered as it is, deleted ones too', async () => {
  const deleted = ticket(5, { deletedAt: '2026-02-05T00:00:00.000Z', assignedUser: null });
  const { http } = serve([fakeSource('w', snapshotOf(7, [deleted]))]);
  const { body, headers } = await http.get(`${LIST}/5`).expect(200);
  expect(ticketSchema.parse(body)).toEqual(deleted);
  expect(headers['cache-control']).toBe('no-store');
});

test.each(['121', '0', '-1', '1.0', '01', 'abc', '1e0', '99999999999999999999', '%20'])(
  'there is no ticket %s',
  async (id) => {
    const { body } = await serveTickets(7).http.get(`${LIST}/${id}`).expect(404);
    expect(body.code).toBe('unknown-ticket');
  },
);

test('a ticket can be read from an older snapshot, and takes no other key', async () => {
  const old = ticket(5, { status: 'OPEN' });
  const { http } = serve([fakeSource('w', snapshotOf(7, [old]), snapshotOf(8, [ticket(5)]))]);
  expect((await http.get(`${LIST}/5?at=7`).expect(200)).body.status).toBe('OPEN');
  const { body } = await http.get(`${LIST}/5?at=x&q=a&q=b&page=1`).expect(400);
  expect(body.faults.map(({ key }: { key: string }) => key)).toEqual(['q', 'page', 'at']);
});
