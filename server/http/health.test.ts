import { expect, test } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { fakeSource, NOW, serve, snapshotOf } from '../test/app.ts';
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

test('the figures tell requests by route, snapshots and calls, and nothing about people', async () => {
  const { http } = serve([
    fakeSource('w', snapshotOf(7, tickets(1, 3), { takenAt: NOW - 90_000 })),
    fakeSource('v'),
  ]);
  await http.get('/api/workspaces/w/tickets?q=jane%40example.com').expect(200);
  await http.get('/api/workspaces/w/tickets/2').expect(200);
  await http.get('/nowhere/jane').expect(404);
  const { text, headers } = await http.get('/metrics').expect(200);
  expect(headers['content-type']).toContain('text/plain');
  expect(text).toContain(
    'loopdesk_http_request_seconds_count{method="GET",route="/api/workspaces/:workspace/tickets",status="200"} 1',
  );
  expect(text).toContain('route="/api/workspaces/:workspace/tickets/:ticket",status="200"} 1');
  expect(text).toContain('loopdesk_snapshot_age_seconds{workspace="w"} 90');
  expect(text).not.toContain('loopdesk_snapshot_age_seconds{workspace="v"}');
  expect(text).toContain('loopdesk_snapshot_tickets{workspace="w"} 3');
  expect(text).toContain('loopdesk_snapshot_whole{workspace="v"} 0');
  expect(text).toContain('loopdesk_upstream_calls_today 30');
  expect(text).toContain('nodejs_eventloop_lag_seconds');
  expect(text).not.toMatch(/jane|example\.com|Customer|Manager/);
});
