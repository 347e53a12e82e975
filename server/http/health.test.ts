import { expect, test } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { tickets } from '../test/tickets.ts';

test('the process is alive, with or without tickets', async () => {
  const { body } = await serve([fakeSource('w')])
    .http.get('/healthz')
    .expect(200);
  expect(body).toEqual({ status: 'ok' });
});

test('it is ready once every workspace has tickets, and says which have not', async () => {
  const slow = fakeSource('slow');
  const { http } = serve([fakeSource('quick', snapshotOf(1, [])), slow]);
  const { body, headers } = await http.get('/readyz').expect(503);
  expect(problemSchema.parse(body)).toMatchObject({
    code: 'not-loaded-yet',
    detail: 'No tickets yet of workspace slow.',
  });
  expect(headers['retry-after']).toBe('1');
  slow.snapshots.push(snapshotOf(1, tickets(1, 2)));
  await http.get('/readyz').expect(200);
});

test('a process that is about to end is alive, and no longer ready', async () => {
  let stopping = false;
  const source = fakeSource('w', snapshotOf(1, []));
  const { http } = serve([source], { isStopping: () => stopping });
  await http.get('/readyz').expect(200);
  stopping = true;
  const { body } = await http.get('/readyz').expect(503);
  expect(problemSchema.parse(body).code).toBe('shutting-down');
  await http.get('/healthz').expect(200);
  await http.get('/api/workspaces').expect(200);
});
