import { expect, test } from 'vitest';
import {
  DAY_MS,
  problemSchema,
  routes,
  snapshotStatusSchema,
  ticketHistorySchema,
  trendsSchema,
} from '../../contract/index.ts';
import { fakeSource, NOW, serve, snapshotOf } from '../test/app.ts';
import { historyOf } from '../test/history.ts';
import { ticket } from '../test/tickets.ts';
import { LIMITS } from './limits.ts';

const TRENDS = routes.trends('w');
const at = (days: number) => NOW - days * DAY_MS;

/** Two reads, of Friday and of today, which is a Tuesday: one ticket is resolved in between, one leaves, one comes. */
const FIRST = snapshotOf(6, [ticket(1), ticket(2), ticket(3)], { takenAt: at(4) });
const LAST = snapshotOf(7, [
  ticket(1),
  ticket(2, { status: 'RESOLVED', updatedAt: '2026-02-09T10:00:00.000Z', description: 'Broken lamp' }),
  ticket(4, { isOverdue: true, issueDate: '2026-02-09T09:00:00.000Z' }),
]);

function serveW(limits: Partial<typeof LIMITS> = {}) {
  const source = fakeSource('w', FIRST, LAST);
  const history = historyOf(FIRST, LAST);
  source.recording = { ...source.recording, history: () => history };
  return { source, ...serve([source], { limits: { ...LIMITS, ...limits } }) };
}

async function daysOf(query: string) {
  const { body } = await serveW()
    .http.get(`${TRENDS}?span=day&from=2026-02-05&to=2026-02-11&${query}`)
    .expect(200);
  return trendsSchema.parse(body);
}

test('trends say what happened on which day, and nothing of days that nobody read', async () => {
  const { recordedSince, buckets, groups } = await daysOf('');
  expect(recordedSince).toBe('2026-02-06T12:00:00.000Z');
  expect(groups).toBeUndefined();
  expect(buckets.map(({ from }) => from.slice(0, 10))).toEqual([
    '2026-02-05',
    '2026-02-06',
    '2026-02-07',
    '2026-02-08',
    '2026-02-09',
    '2026-02-10',
    '2026-02-11',
  ]);
  expect(buckets.map(({ openAtEnd }) => openAtEnd)).toEqual([null, 3, null, null, null, 2, null]);
  expect(buckets.map(({ overdueAtEnd }) => overdueAtEnd)).toEqual([null, 0, null, null, null, 1, null]);
  expect(buckets.map(({ arrived }) => arrived)).toEqual([0, 0, 0, 0, 1, 0, null]);
  expect(buckets.map(({ complete }) => complete)).toEqual([true, true, true, true, true, false, false]);
});

test('a resolution counts when it was, as far as that is known, and however the status is filtered', async () => {
  const week = `${TRENDS}?span=week&from=2026-02-09&to=2026-02-09&status=-RESOLVED`;
  const { buckets } = trendsSchema.parse((await serveW().http.get(week).expect(200)).body);
  expect(buckets).toHaveLength(1);
  expect(buckets[0]).toMatchObject({ resolved: 1, resolution: { count: 1, p50Days: 5 + 3_608 / 86_400 } });
});

test('what is not recorded is asked of the tickets of today', async () => {
  const open = async (query: string) => (await daysOf(query)).buckets.map(({ openAtEnd }) => openAtEnd)[1];
  expect(await open('q=lamp')).toBe(1);
  expect(await open('q=nowhere')).toBe(0);
  expect(await open('ids=1,2,3')).toBe(2);
  expect(await open('issuedFrom=2026-02-05')).toBe(0);
});

test('each value of a field has its own trends, where that is asked for', async () => {
  const { by, groups } = await daysOf('by=segment');
  expect(by).toBe('segment');
  expect(groups?.map(({ value, label, openAtEnd }) => [value, label, openAtEnd[1], openAtEnd[5]])).toEqual([
    ['CS', 'Current Segment', 3, 2],
  ]);
});

test('by default they are of the last twelve weeks', async () => {
  const { span, zone, buckets } = trendsSchema.parse((await serveW().http.get(TRENDS).expect(200)).body);
  expect([span, zone, buckets.length]).toEqual(['week', 'UTC', 12]);
  expect(buckets.at(-1)).toMatchObject({ from: '2026-02-09T00:00:00.000Z', complete: false });
});

test('days begin in the zone that is asked for', async () => {
  const path = `${TRENDS}?span=month&from=2026-03-01&to=2026-03-31&zone=Europe/Berlin`;
  const { buckets } = trendsSchema.parse((await serveW().http.get(path).expect(200)).body);
  expect(buckets.map(({ from, to }) => [from, to])).toEqual([
    ['2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
  ]);
});

test.each([
  ['from=2026-02-03&to=2026-02-02', 'from must not be after to'],
  ['span=day&from=2020-01-01&to=2026-01-01', 'from and to must be at most 400 days apart'],
  ['page=2', 'page is not a key of this query'],
  ['sort=id', 'sort is not a key of this query'],
  ['at=7', 'at is not a key of this query'],
])('trends that cannot be asked for are refused: %s', async (query, message) => {
  const { body } = await serveW().http.get(`${TRENDS}?${query}`).expect(400);
  expect(problemSchema.parse(body)).toMatchObject({ code: 'invalid-query', detail: `${message}.` });
});

test('trends that have not changed are not sent again, until something is recorded', async () => {
  const { source, http } = serveW();
  const { headers } = await http.get(TRENDS).expect(200);
  await http.get(TRENDS).set('If-None-Match', String(headers.etag)).expect(304);
  const later = snapshotOf(7, [ticket(1)], { takenAt: NOW + 1 });
  const longer = historyOf(FIRST, LAST, later);
  source.recording = { ...source.recording, history: () => longer };
  await http.get(TRENDS).set('If-None-Match', String(headers.etag)).expect(200);
});

test('one address gets so many trends and no more', async () => {
  const { http } = serveW({ costlyRequests: 2 });
  await http.get(TRENDS).expect(200);
  await http.get(TRENDS).expect(200);
  expect((await http.get(TRENDS).expect(429)).body.code).toBe('too-many-requests');
  await http.get(routes.history('w', 2)).expect(200);
});

test('a ticket has its changes told, the newest first; one that is gone, too', async () => {
  const { http } = serveW();
  const resolved = ticketHistorySchema.parse((await http.get(routes.history('w', 2)).expect(200)).body);
  expect(resolved).toEqual({
    recordedSince: '2026-02-06T12:00:00.000Z',
    entries: [
      {
        at: '2026-02-09T10:00:00.000Z',
        notBefore: '2026-02-06T12:00:00.000Z',
        field: 'status',
        from: 'NEW',
        to: 'RESOLVED',
        fromLabel: 'NEW',
        toLabel: 'RESOLVED',
      },
    ],
  });
  const gone = ticketHistorySchema.parse((await http.get(routes.history('w', 3)).expect(200)).body);
  expect(gone.entries).toMatchObject([{ field: 'listed', from: 'true', to: 'false', toLabel: 'Not listed' }]);
  const come = ticketHistorySchema.parse((await http.get(routes.history('w', 4)).expect(200)).body);
  expect(come.entries).toMatchObject([{ field: 'listed', from: 'false', to: 'true' }]);
});

test('a ticket that nothing is recorded of yet has an empty past, and one that is unknown none', async () => {
  const { source, http } = serveW();
  source.snapshots.push(snapshotOf(8, [ticket(9)]));
  const fresh = ticketHistorySchema.parse((await http.get(routes.history('w', 9)).expect(200)).body);
  expect(fresh).toEqual({ recordedSince: '2026-02-06T12:00:00.000Z', entries: [] });
  for (const path of [routes.history('w', 99), '/api/workspaces/w/tickets/x/history']) {
    expect((await http.get(path).expect(404)).body.code).toBe('unknown-ticket');
  }
  expect((await http.get(`${routes.history('w', 9)}?at=7`).expect(400)).body.code).toBe('invalid-query');
});

test('while what is stored is not known, nobody is told that there is nothing', async () => {
  const { source, http } = serveW();
  source.recording = { ...source.recording, history: () => null };
  for (const path of [TRENDS, routes.history('w', 1)]) {
    expect((await http.get(path).expect(503)).body.code).toBe('not-loaded-yet');
  }
  const problem = { message: 'There is no room left.', since: '2026-02-10T12:00:00.000Z' };
  const { status } = source.recording;
  source.recording = { ...source.recording, status: () => ({ ...status(), problem }) };
  for (const path of [TRENDS, routes.history('w', 1)]) {
    const { body, headers } = await http.get(path).expect(503);
    expect(body).toMatchObject({
      code: 'store-failing',
      detail: 'What was recorded cannot be read. There is no room left.',
    });
    expect(headers['retry-after']).toBe('60');
  }
});

test('the state tells what is recorded, and changes with it', async () => {
  const { source, http } = serveW();
  source.reading = { ...source.reading, daily: { at: '06:00', nextAt: '2026-02-11T05:00:00.000Z' } };
  const { body, headers } = await http.get(routes.snapshot('w')).expect(200);
  expect(snapshotStatusSchema.parse(body).recording).toEqual({
    store: 'memory',
    since: null,
    lastAt: null,
    problem: null,
    dailyAt: '06:00',
    nextDailyAt: '2026-02-11T05:00:00.000Z',
  });
  const problem = { message: 'The disk is full.', since: '2026-02-10T11:00:00.000Z' };
  source.recording = {
    ...source.recording,
    status: () => ({ store: 'embedded', since: null, lastAt: '2026-02-10T11:59:00.000Z', problem }),
  };
  const changed = await http.get(routes.snapshot('w')).set('If-None-Match', String(headers.etag)).expect(200);
  expect(snapshotStatusSchema.parse(changed.body).recording).toMatchObject({ problem });
  const { text } = await http.get('/metrics').expect(200);
  expect(text).toContain('loopdesk_recording_failing{workspace="w"} 1');
  expect(text).toContain('loopdesk_recording_age_seconds{workspace="w"} 60');
});
