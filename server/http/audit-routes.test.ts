import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { auditSchema, type Role } from '../../contract/index.ts';
import { type Audit, createAudit } from '../access/audit/audit.ts';
import { type AuditStore, createMemoryAuditStore, createSqlAuditStore } from '../access/audit/audit-store.ts';
import type { Database } from '../store/database.ts';
import { createEmbedded } from '../store/embedded/database.ts';
import { migrate } from '../store/migrate.ts';
import { accessOf, principal } from '../test/access.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { tickets } from '../test/tickets.ts';

const DAY = 86_400_000;
const logger = { info: vi.fn(), warn: vi.fn() };

let directory = '';
let database: Database;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'loopdesk-audit-'));
  database = createEmbedded(directory, { warn: () => undefined, error: () => undefined });
  await migrate(database);
});
afterAll(async () => {
  await database.close();
  rmSync(directory, { recursive: true });
});

describe.each(['memory', 'sql'])('in the %s store', (kind) => {
  let now: number;
  let roles: Role | Record<string, Role>;
  let audit: Audit;
  let store: AuditStore;
  let http: ReturnType<typeof serve>['http'];
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await database.query('delete from audit');
    now = Date.parse('2026-02-10T12:00:00Z');
    roles = 'admin';
    logger.info.mockClear();
    logger.warn.mockClear();
    store = kind === 'memory' ? createMemoryAuditStore() : createSqlAuditStore(database);
    audit = createAudit({ store, retentionDays: 30, now: () => now, logger });
    const sources = [fakeSource('w', snapshotOf(7, tickets(1, 3))), fakeSource('v', snapshotOf(7, []))];
    ({ http } = serve(sources, { access: accessOf(() => principal(roles)), audit }));
  });
  afterEach(() => {
    audit.close();
    vi.useRealTimers();
  });

  const read = async (query = '') =>
    auditSchema.parse((await http.get(`/api/audit${query}`).expect(200)).body);
  const record = (workspace: string | null, count: number) =>
    audit.record({ who: { id: 'a', name: 'Ánna' }, action: 'file', workspace, detail: { rows: count } });

  test('a file is told with its filter, its rows and whether it was masked, without anybody’s words', async () => {
    const query =
      'status=-NEW&status=RESOLVED&segment=Jane%20Doe&q=Jane%20Doe&customerOf=1&mask=true&columns=id';
    await http.get(`/api/workspaces/w/tickets.csv?${query}`).expect(200);
    await http.head('/api/workspaces/w/tickets.csv').expect(200);
    await expect.poll(async () => (await read()).entries).toHaveLength(1);
    const { entries } = await read();
    expect(entries).toEqual([
      {
        at: '2026-02-10T12:00:00.000Z',
        who: { id: 'anna', name: 'anna@example.com' },
        action: 'file',
        workspace: 'w',
        detail: {
          format: 'csv',
          rows: 0,
          masked: true,
          filter: 'status=-NEW&status=…&segment=…&q=…&customerOf=…&mask=…&columns=id',
        },
      },
    ]);
    const line = JSON.stringify(logger.info.mock.calls);
    expect(line).toContain('status=-NEW');
    for (const text of [line, JSON.stringify(entries)]) expect(text).not.toContain('Jane');
  });

  test('an admin sees what is about their workspaces or about none', async () => {
    record('w', 1);
    record('v', 2);
    record(null, 3);
    await expect.poll(async () => (await read()).entries.map(({ detail }) => detail.rows)).toEqual([3, 2, 1]);
    roles = { w: 'admin', v: 'member' };
    expect((await read()).entries.map(({ detail }) => detail.rows)).toEqual([3, 1]);
    roles = { w: 'member', v: 'viewer' };
    await http.get('/api/audit').expect(403);
  });

  test('it is read page by page, and by action', async () => {
    for (let count = 1; count <= 150; count += 1) record('w', count);
    audit.record({ who: null, action: 'sign-in-failed', workspace: null, detail: { failure: 'refused' } });
    await expect.poll(async () => (await read('?action=sign-in-failed')).entries).toHaveLength(1);
    const first = await read('?action=file');
    const second = await read(`?action=file&before=${first.next}`);
    const rows = [...first.entries, ...second.entries].map(({ detail }) => Number(detail.rows));
    expect(rows.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
    expect(second.next).toBeNull();
  });

  test('it is searched by who and when', async () => {
    const add = (name: string, at: string) => {
      now = Date.parse(at);
      const who = { id: `oidc:${name.length}`, name };
      audit.record({ who, action: 'sign-in', workspace: null, detail: {} });
    };
    add('anna@example.com', '2026-02-10T00:00:00Z');
    add('Ánna "B"', '2026-02-10T23:59:59.999Z');
    add('ben_x@example.com', '2026-02-11T00:00:00Z');
    audit.record({ who: null, action: 'permission-changed', workspace: null, detail: {} });
    await expect.poll(async () => (await read()).entries).toHaveLength(4);
    const names = async (query: string) => (await read(query)).entries.map(({ who }) => who?.name ?? null);
    expect(await names('?who=ANNA%40')).toEqual(['anna@example.com']);
    expect(await names('?who=%C3%A1nna')).toEqual(['Ánna "B"']);
    expect(await names('?who=_x')).toEqual(['ben_x@example.com']);
    expect(await names('?who=oidc%3A16')).toEqual(['anna@example.com']);
    expect(await names('?who=%25')).toEqual([]);
    expect(await names('?from=2026-02-10&to=2026-02-10')).toEqual(['Ánna "B"', 'anna@example.com']);
    expect(await names('?from=2026-02-10T00:00:01Z&to=2026-02-11T00:00:00Z')).toEqual(['Ánna "B"']);
    expect(await names('?from=2026-02-11&action=sign-in')).toEqual(['ben_x@example.com']);
  });

  test.each([
    '?action=all',
    '?before=x',
    '?before=-1',
    '?who=',
    '?who=a&who=b',
    '?who=a%00b',
    '?from=today',
    '?to=2026-02-30',
    '?at=7',
  ])('%s is no question', async (query) => {
    await http.get(`/api/audit${query}`).expect(400);
  });

  test('as a file it is whole, filtered, without formulas, and told of itself', async () => {
    const evil = { id: 'oidc:e', name: '=HYPERLINK("http://evil")' };
    for (let count = 1; count <= 1_200; count += 1) record('w', count);
    record('v', 7);
    audit.record({ who: evil, action: 'sign-in', workspace: null, detail: {} });
    await expect.poll(async () => (await read('?action=sign-in')).entries).toHaveLength(1);
    roles = { w: 'admin', v: 'member' };
    const files = await http.get('/api/audit.csv?action=file&who=%C3%A1nna').expect(200);
    expect(files.headers['content-disposition']).toBe('attachment; filename=audit-2026-02-10.csv');
    const lines = files.text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(1_201);
    expect(lines[1]).toBe('"2026-02-10T12:00:00.000Z","Ánna","a","file","w","rows: 1200"');
    const others = (await http.get('/api/audit.csv?action=sign-in')).text.split('\r\n');
    expect(others[1]).toMatch(/^"[^"]+","'=HYPERLINK\(""http/);
    const told = (await read('?action=audit-exported')).entries.map(({ detail }) => detail);
    expect(told).toEqual([{ filter: 'action=sign-in' }, { filter: 'action=file&who=…' }]);
    await http.get('/api/audit.csv?before=7').expect(400);
  });

  test('entries are kept for so many days', async () => {
    record('w', 1);
    now += 31 * DAY;
    record('w', 2);
    await expect.poll(async () => (await read()).entries).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(3_600_000);
    await expect.poll(async () => (await read()).entries.map(({ detail }) => detail.rows)).toEqual([2]);
  });
});
