import { expect, test } from 'vitest';
import { startSandbox } from '../sandbox/server.ts';
import { createCallBudget } from './call-budget.ts';
import { createUpstreamClient } from './client.ts';
import { createClock } from './clock.ts';
import { createPacer } from './pacer.ts';
import type { TicketPage } from './page.ts';
import { createReliableClient } from './retry.ts';

test('all pages of the sandbox make as many distinct tickets as it counts, none of them repaired', async () => {
  const sandbox = await startSandbox({ now: Date.parse('2026-02-04T09:00:00Z') });
  const clock = createClock();
  const client = createReliableClient({
    clock,
    client: createUpstreamClient(sandbox),
    pacer: createPacer({ callsPerMinute: 1000, budget: createCallBudget({ perDay: 100 }), clock }),
  });
  for (const { id: workspace } of sandbox.workspaces) {
    const ids = new Set<number>();
    let page: TicketPage;
    let number = 0;
    do {
      number += 1;
      page = await client.readPage({ workspace, page: number, perPage: 100 });
      expect(page).toMatchObject({ unreadable: 0, repaired: 0, pageNumber: number, perPage: 100 });
      for (const { id } of page.tickets) ids.add(id);
    } while (page.received > 0);
    expect(ids.size).toBe(page.totalCount);
  }
  await sandbox.close();
});

test('a wrong key and a wrong workspace are told apart', async () => {
  const { baseUrl, apiKey, close } = await startSandbox({ tickets: 1 });
  const request = { workspace: '1', page: 1, perPage: 100 };
  const stranger = createUpstreamClient({ baseUrl, apiKey: 'wrong' });
  await expect(stranger.readPage(request)).rejects.toMatchObject({ kind: 'unauthorized' });
  const client = createUpstreamClient({ baseUrl, apiKey });
  await expect(client.readPage(request)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(client.readPage({ ...request, workspace: '4201', perPage: 5000 })).rejects.toMatchObject({
    kind: 'bad-request',
  });
  await close();
});
