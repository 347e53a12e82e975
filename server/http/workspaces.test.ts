import { expect, test } from 'vitest';
import { problemSchema, ticketListSchema, ticketSchema } from '../../contract/index.ts';
import { fakeSource, NOW, serve, snapshotOf } from '../test/app.ts';
import { ticket, tickets } from '../test/tickets.ts';

const LIST = '/api/workspaces/w/tickets';

function serveTickets(...numbers: readonly number[]) {
  const source = fakeSource('w', ...numbers.map((number) => snapshotOf(number, tickets(1, 120))));
  return { source, ...serve([source]) };
}

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

test('a page stays pinned to its snapshot, and is told what the newest has that it has not', async () => {
  const older = snapshotOf(7, tickets(1, 10));
  const newer = snapshotOf(
    8,
    [...older.tickets.slice(2), ticket(3, { status: 'OPEN' }), ...tickets(50, 53)].filter(
      (one, index, all) => all.findLastIndex(({ id }) => id === one.id) === index,
    ),
  );
  const { http } = serve([fakeSource('w', older, newer)]);
  const { body } = await http.get(`${LIST}?at=7`).expect(200);
  expect(body.page.total).toBe(10);
  expect(body.snapshot).toMatchObject({ number: 7, newest: 8, changes: { added: 4, changed: 1, gone: 2 } });
  const narrow = await http.get('/api/workspaces/w/snapshot?at=7&status=OPEN').expect(200);
  expect(narrow.body.changes).toEqual({ added: 1, changed: 0, gone: 0 });
  const newest = await http.get(LIST).expect(200);
  expect(newest.body.snapshot).toMatchObject({ number: 8, changes: { added: 0, changed: 0, gone: 0 } });
});

test.each(['tickets', 'tickets/1', 'tickets.csv', 'tickets.xlsx', 'snapshot'])(
  'a snapshot that is gone: %s',
  async (path) => {
    const { body } = await serveTickets(7).http.get(`/api/workspaces/w/${path}?at=6`).expect(410);
    expect(problemSchema.parse(body)).toMatchObject({
      code: 'snapshot-gone',
      snapshot: { number: 7, newest: 7 },
    });
  },
);

test('a snapshot that another process has shown is waited for, and asked for once', async () => {
  const source = fakeSource('w', snapshotOf(7, [ticket(1)]));
  const reached: number[] = [];
  source.reach = async (number) => {
    reached.push(number);
    source.snapshots.push(snapshotOf(8, [ticket(1), ticket(2)]));
  };
  const { http } = serve([source]);
  await http.get(`${LIST}?at=7`).expect(200);
  expect(reached).toEqual([]);
  const { body } = await http.get(`${LIST}?at=8`).expect(200);
  expect(ticketListSchema.parse(body)).toMatchObject({ page: { total: 2 }, snapshot: { number: 8 } });
  await http.get(`${LIST}?at=9`).expect(410);
  expect(reached).toEqual([8, 9]);
});

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

test.each(['tickets', 'tickets/1', 'tickets.csv', 'tickets.xlsx'])(
  'before the first page is there, come back in a second: %s',
  async (path) => {
    const source = fakeSource('w');
    source.reading = { ...source.reading, state: 'loading', progress: { loaded: 0, total: null } };
    const { body, headers } = await serve([source]).http.get(`/api/workspaces/w/${path}`).expect(503);
    expect(headers['retry-after']).toBe('1');
    expect(problemSchema.parse(body)).toMatchObject({
      code: 'not-loaded-yet',
      snapshot: { number: 0, state: 'loading', loaded: 0, total: null, takenAt: null, newest: 0 },
    });
  },
);

test('when not even the first page could be read, the reason is told, and when to come back', async () => {
  const source = fakeSource('w');
  const problem = {
    kind: 'server-error',
    message: 'It is down.',
    since: new Date(NOW).toISOString(),
    retryAt: new Date(NOW + 4100).toISOString(),
  } as const;
  source.reading = { ...source.reading, state: 'loading', problem };
  const { body, headers } = await serve([source]).http.get(LIST).expect(503);
  expect(headers['retry-after']).toBe('5');
  expect(body).toMatchObject({ code: 'upstream-failing', detail: 'It is down.', snapshot: { problem } });
});

test.each([LIST, `${LIST}/5`, '/api/workspaces/w/snapshot', '/api/workspaces'])(
  'what has not changed is not sent again: %s',
  async (path) => {
    const { http } = serveTickets(7);
    const first = await http.get(path).expect(200);
    const etag = first.headers.etag ?? '';
    expect(etag).toMatch(/^W\/"[\w-]+"$/);
    const again = await http.get(path).set('If-None-Match', `"other", ${etag}`).expect(304);
    expect(again.text).toBe('');
    expect(again.headers).toMatchObject({ etag, 'cache-control': 'no-store' });
    await http.get(path).set('If-None-Match', etag).set('Cache-Control', 'no-cache').expect(304);
    await http.get(path).set('If-None-Match', '"other"').expect(200);
  },
);

test('what has changed is sent in full under another tag', async () => {
  const { http, source } = serveTickets(7);
  const first = await http.get(LIST).expect(200);
  source.snapshots.push(snapshotOf(8, tickets(1, 119)));
  const second = await http
    .get(LIST)
    .set('If-None-Match', first.headers.etag ?? '')
    .expect(200);
  expect(second.headers.etag).not.toBe(first.headers.etag);
});

test.each([
  ['/api/workspaces', 'GET, HEAD'],
  [LIST, 'GET, HEAD'],
  [`${LIST}/1`, 'GET, HEAD'],
  [`${LIST}.csv`, 'GET, HEAD'],
  ['/api/workspaces/w/snapshot', 'GET, HEAD'],
  ['/healthz', 'GET, HEAD'],
  ['/readyz', 'GET, HEAD'],
  ['/metrics', 'GET, HEAD'],
  ['/', 'GET, HEAD'],
])('%s takes no other method than %s', async (path, allowed) => {
  const { http } = serveTickets(7);
  for (const answer of [await http.post(path), await http.delete(path), await http.options(path)]) {
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe(allowed);
    expect(problemSchema.parse(answer.body).code).toBe('method-not-allowed');
  }
});

test('a refresh can only be posted', async () => {
  const { http, source } = serveTickets(7);
  const { headers } = await http.get('/api/workspaces/w/refresh').expect(405);
  expect(headers.allow).toBe('POST');
  expect(source.refreshed).toBe(0);
});

test.each([
  '/api',
  '/api/',
  '/api/nope',
  '/api/workspaces/w',
  '/api/workspaces/w/nope',
  '/API/workspaces/w/x',
])('nothing is at %s', async (path) => {
  const { body } = await serveTickets(7).http.get(path).expect(404);
  expect(problemSchema.parse(body).code).toBe('unknown-route');
});

test.each(['/api/workspaces/%zz/tickets', `${LIST}/%E0%A4%A`, '/%'])(
  'a broken percent-encoding is refused cleanly: %s',
  async (path) => {
    const { body } = await serveTickets(7).http.get(path).expect(404);
    expect(problemSchema.parse(body).code).toBe('unknown-route');
  },
);

test('HEAD is answered with the headers of GET', async () => {
  const { http } = serveTickets(7);
  const [got, asked] = [await http.get(LIST).expect(200), await http.head(LIST).expect(200)];
  expect(asked.headers.etag).toMatch(/^W\/"/);
  for (const name of ['etag', 'content-type', 'cache-control']) {
    expect(asked.headers[name]).toBe(got.headers[name]);
  }
});
