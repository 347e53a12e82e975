import { expect, test } from 'vitest';
import { routes } from '../../contract/index.ts';
import { fakeSource, NOW, serve, snapshotOf } from '../test/app.ts';
import { tickets } from '../test/tickets.ts';

test('after the machine’s clock was set, data are told as old as they are', async () => {
  const source = fakeSource('w', snapshotOf(7, tickets(1, 3), { takenAt: NOW + 3_600_000 }));
  source.takenAt = () => NOW - 30_000;
  const { http } = serve([source]);
  const { body } = await http.get(routes.snapshot('w')).expect(200);
  expect(body.takenAt).toBe(new Date(NOW - 30_000).toISOString());
  const { text } = await http.get('/metrics').expect(200);
  expect(text).toMatch(/^loopdesk_snapshot_age_seconds\{workspace="w"\} 30$/m);
});
