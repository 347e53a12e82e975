import { expect, test } from 'vitest';
import { problemSchema, ticketListSchema } from '../../contract/index.ts';
import { fakeSource, NOW, serve, serveTickets, snapshotOf } from '../test/app.ts';
import { ticket, tickets } from '../test/tickets.ts';

const LIST = '/api/workspaces/w/tickets';

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

test('while the store is being read it is told so, and not that the upstream is', async () => {
  const source = { ...fakeSource('w'), isRestoring: () => true };
  const { body } = await serve([source]).http.get(LIST).expect(503);
  expect(body).toMatchObject({
    code: 'not-loaded-yet',
    detail: 'What was stored of the tickets is being read.',
  });
});

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
