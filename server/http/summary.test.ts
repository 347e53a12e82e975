import { expect, test } from 'vitest';
import { DEFAULT_QUERY, problemSchema, routes, summaryRequest, summarySchema } from '../../contract/index.ts';
import { fakeSource, NOW, serve, snapshotOf } from '../test/app.ts';
import { ticket, tickets } from '../test/tickets.ts';

const SUMMARY = routes.summary('w');
const LIST = [
  ticket(1, { isOverdue: true }),
  ticket(2, { status: 'RESOLVED', priority: 'LOW' }),
  ticket(3, { status: 'RESOLVED', issueDate: '2026-02-09T23:30:00.000Z' }),
];

function serveTickets() {
  const source = fakeSource('w', snapshotOf(7, LIST));
  return { source, ...serve([source]) };
}

test('tickets are counted by two keys, with what the data are', async () => {
  const { http, source } = serveTickets();
  const { body, headers } = await http.get(`${SUMMARY}?by=status,priority`).expect(200);
  const { axes, cells, total, unplaced, snapshot } = summarySchema.parse(body);
  expect(axes.map(({ key }) => key)).toEqual(['status', 'priority']);
  expect(cells.map(({ at, count, overdue, urgent }) => [...at, count, overdue, urgent])).toEqual([
    [0, 0, 1, 1, 1],
    [1, 0, 1, 0, 1],
    [1, 1, 1, 0, 0],
  ]);
  expect(total).toEqual({ count: 3, open: 1, overdue: 1, urgent: 2, oldest: '2026-02-04T08:59:52.000Z' });
  expect(unplaced).toBe(0);
  expect(snapshot).toMatchObject({ number: 7, takenAt: new Date(NOW).toISOString() });
  expect(headers['cache-control']).toBe('no-store');
  expect(source.watched).toBe(1);
});

test('the query’s filters count, and days begin in the zone', async () => {
  const pairs = summaryRequest.encode(
    { ...DEFAULT_QUERY, not: { ...DEFAULT_QUERY.not, status: ['NEW'] }, priority: ['HIGH'] },
    { by: ['issued'], zone: 'Asia/Tokyo' },
  );
  const { body } = await serveTickets()
    .http.get(`${SUMMARY}?${new URLSearchParams(pairs)}`)
    .expect(200);
  expect(body.total.count).toBe(1);
  expect(body.axes[0].values).toEqual([
    { value: '2026-02-09T15:00:00.000Z', until: '2026-02-10T15:00:00.000Z', label: '10 Feb 2026' },
  ]);
});

test('what is for lists alone is taken, and changes nothing', async () => {
  const { http } = serveTickets();
  const { body } = await http.get(`${SUMMARY}?by=age`).expect(200);
  const lists = 'page=9&perPage=1&sort=-id&columns=id&since=3';
  expect((await http.get(`${SUMMARY}?by=age&${lists}`).expect(200)).body).toEqual(body);
});

test('a summary can be read from an older snapshot, and tells what the newest has besides', async () => {
  const { http } = serve([fakeSource('w', snapshotOf(7, LIST), snapshotOf(8, [...LIST, ...tickets(4, 9)]))]);
  const { body } = await http.get(`${SUMMARY}?by=age&at=7`).expect(200);
  expect(body.total.count).toBe(3);
  expect(body.snapshot).toMatchObject({ number: 7, newest: 8, changes: { added: 6 } });
  const gone = await http.get(`${SUMMARY}?by=age&at=6`).expect(410);
  expect(problemSchema.parse(gone.body)).toMatchObject({ code: 'snapshot-gone', snapshot: { number: 8 } });
});

test('a summary that has not changed is not sent again', async () => {
  const { http } = serveTickets();
  const { headers } = await http.get(`${SUMMARY}?by=age`).expect(200);
  const again = await http
    .get(`${SUMMARY}?by=age`)
    .set('If-None-Match', headers.etag ?? '')
    .expect(304);
  expect(again.text).toBe('');
});

test('HEAD is answered with the headers of GET, other methods not at all', async () => {
  const { http } = serveTickets();
  const { etag } = (await http.get(`${SUMMARY}?by=age`).expect(200)).headers;
  expect((await http.head(`${SUMMARY}?by=age`).expect(200)).headers.etag).toBe(etag);
  for (const answer of [await http.post(SUMMARY), await http.delete(SUMMARY)]) {
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET, HEAD');
  }
});

test.each([
  ['', ['by']],
  ['?by=colour', ['by']],
  ['?by=age,age', ['by']],
  ['?by=age,status,type', ['by']],
  ['?by=age&by=status', ['by']],
  ['?by=age&zone=Middle/Earth&page=0&colour=red', ['zone', 'page', 'colour']],
])('every fault of %j is named', async (search, keys) => {
  const { http, source } = serveTickets();
  const { body } = await http.get(`${SUMMARY}${search}`).expect(400);
  expect(problemSchema.parse(body).faults?.map(({ key }) => key)).toEqual(keys);
  expect(source.watched).toBe(0);
});

test('an unknown workspace, and one without tickets yet, are told as for a list', async () => {
  const { http } = serve([fakeSource('w')]);
  expect((await http.get('/api/workspaces/nope/summary').expect(404)).body.code).toBe('unknown-workspace');
  const { body, headers } = await http.get(`${SUMMARY}?by=age`).expect(503);
  expect(body.code).toBe('not-loaded-yet');
  expect(headers['retry-after']).toBe('1');
});
