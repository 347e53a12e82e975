import { expect, test } from 'vitest';
import { snapshotStatusSchema } from '../../contract/index.ts';
import { fakeSource, serve, serveTickets, snapshotOf } from '../test/app.ts';
import { tickets } from '../test/tickets.ts';

const LIST = '/api/workspaces/w/tickets';

test('while the first read goes on, the status tells its progress', async () => {
  const source = fakeSource('w', snapshotOf(7, tickets(1, 10), { whole: false, total: 50 }));
  source.reading = { ...source.reading, state: 'loading', progress: { loaded: 30, total: 51 } };
  const { body } = await serve([source]).http.get('/api/workspaces/w/snapshot').expect(200);
  expect(body).toMatchObject({ number: 7, state: 'loading', whole: false, loaded: 30, total: 51 });
});

test('the status can be asked for before there is anything', async () => {
  const { body } = await serve([fakeSource('w')])
    .http.get('/api/workspaces/w/snapshot')
    .expect(200);
  expect(snapshotStatusSchema.parse(body)).toMatchObject({
    number: 0,
    whole: false,
    takenAt: null,
    newest: 0,
  });
});

test('whoever reads tickets or the status is watching; whoever asks wrongly is not', async () => {
  const { http, source } = serveTickets(7);
  await http.get(`${LIST}?page=0`).expect(400);
  expect(source.watched).toBe(0);
  await http.get(LIST).expect(200);
  await http.get('/api/workspaces/w/snapshot').expect(200);
  expect(source.watched).toBe(2);
});

test('a refresh is asked for, and answered at once with what is known', async () => {
  const { http, source } = serveTickets(7);
  const { body } = await http.post('/api/workspaces/w/refresh').expect(202);
  expect(snapshotStatusSchema.parse(body).number).toBe(7);
  expect(source.refreshed).toBe(1);
});

test('the calls of the last minute are told where the state is polled, and nowhere else', async () => {
  const { http } = serveTickets(7);
  const polled = await http.get('/api/workspaces/w/snapshot').expect(200);
  expect(polled.body.calls).toEqual({ lastMinute: 3, today: 30, perDay: 2000 });
  for (const answer of [
    await http.get(LIST),
    await http.get('/api/workspaces/w/summary?by=age'),
    await http.post('/api/workspaces/w/refresh'),
    await http.get(`${LIST}?at=1`),
  ]) {
    expect(answer.text).toContain('"perDay"');
    expect(answer.text).not.toContain('lastMinute');
  }
});

test('the calls of the last minute are no reason to send a state again, those of the day are', async () => {
  const { http, source } = serveTickets(7);
  const path = '/api/workspaces/w/snapshot';
  const { headers } = await http.get(path).expect(200);
  const ask = () => http.get(path).set('If-None-Match', headers.etag ?? '');
  source.reading = { ...source.reading, calls: { ...source.reading.calls, lastMinute: 0 } };
  await ask().expect(304);
  source.reading = { ...source.reading, calls: { ...source.reading.calls, today: 31 } };
  await ask().expect(200);
});
