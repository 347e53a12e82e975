import { expect, test, vi } from 'vitest';
import { createAudit } from '../access/audit/audit.ts';
import type { AuditStore } from '../access/audit/audit-store.ts';
import { accessOf, principal } from '../test/access.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';

const logger = { info: vi.fn(), warn: vi.fn() };

test('while the store fails the process’s log has the entry, and the reader is told', async () => {
  const store: AuditStore = {
    insert: () => Promise.reject(new Error('down')),
    list: () => Promise.reject(new Error('down')),
    prune: async () => undefined,
  };
  const audit = createAudit({ store, retentionDays: 1, now: Date.now, logger });
  const { http } = serve([fakeSource('w', snapshotOf(7, []))], {
    access: accessOf(() => principal('admin')),
    audit,
  });
  await http.get('/api/workspaces/w/tickets.csv').expect(200);
  await expect.poll(() => logger.warn.mock.calls).toHaveLength(1);
  expect(logger.warn.mock.calls[0]?.[0]).toMatchObject({ audit: { action: 'file' } });
  await http.get('/api/audit').expect(503);
  await http.get('/api/audit.csv').expect(503);
  audit.close();
});

test('where nobody signs in there is no audit log', async () => {
  await serve([fakeSource('w', snapshotOf(7, []))])
    .http.get('/api/audit')
    .expect(404);
  await serve([fakeSource('w', snapshotOf(7, []))])
    .http.get('/api/audit.csv')
    .expect(404);
});
