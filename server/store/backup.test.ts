import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ticket } from '../test/tickets.ts';
import { exportStore, importStore } from './backup.ts';
import type { Database } from './database.ts';
import { createEmbedded } from './embedded/database.ts';
import { forgetCustomer } from './forget.ts';
import { migrate } from './migrate.ts';
import { createPostgres } from './postgres.ts';
import { createSqlReportStore } from './sql-report-store.ts';
import { createSqlTicketStore } from './sql-ticket-store.ts';
import { findPostgres, type PostgresServer, startPostgres } from './testing/postgres-server.ts';
import { firstRecording, loadAll, MINUTE, NOON, recording, SOURCE } from './testing/recordings.ts';

const log = {
  warn: (facts: object) => expect.unreachable(JSON.stringify(facts)),
  error: (facts: object) => expect.unreachable(JSON.stringify(facts)),
};
const OTHER = { ...SOURCE, workspace: '43' };
const odd = 'tab\t, break\n, nul\0, half \ud800, "quotes" \\ and 👩‍👩‍👧';
const bin = findPostgres();
let directory = '';
let server: PostgresServer | null = null;
let embedded: Database;
/** A second database, of the other kind where there is one. */
let other: Database;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'loopdesk-backup-'));
  embedded = createEmbedded(directory, log);
  if (bin !== null) server = await startPostgres(bin);
  other = server === null ? embedded : createPostgres(server.url, log);
  await migrate(other);
});
beforeEach(async () => {
  for (const database of [embedded, other]) {
    await database.query('truncate workspaces restart identity cascade');
  }
});
afterAll(async () => {
  await embedded.close();
  if (other !== embedded) await other.close();
  await server?.remove();
  rmSync(directory, { recursive: true });
});

async function fill(database: Database): Promise<void> {
  const store = createSqlTicketStore(database);
  await store.record(SOURCE, firstRecording(1_100));
  await store.record(OTHER, firstRecording(2, odd));
  const change = { ticket: 1, field: 'status', at: NOON, notBefore: NOON - MINUTE, from: 2, to: 3 } as const;
  await store.record(SOURCE, recording(2, { changes: [change, change] }));
}

async function read(database: Database) {
  const store = createSqlTicketStore(database);
  return [await loadAll(store), await loadAll(store, OTHER)];
}

test.runIf(bin !== null)('nothing is lost from one kind of store to the other and back', async () => {
  await fill(embedded);
  const before = await read(embedded);
  const [there, back] = [join(directory, 'there.gz'), join(directory, 'back.gz')];
  const counts = await exportStore(embedded, there);
  expect(counts).toMatchObject({ workspaces: 2, tickets: 1_102, recorded_changes: 2 });
  expect(await importStore(other, there, { replace: false })).toEqual(counts);
  expect(await read(other)).toEqual(before);
  await exportStore(other, back);
  await importStore(embedded, back, { replace: true });
  expect(await read(embedded)).toEqual(before);
  expect(gunzipSync(readFileSync(back))).toEqual(gunzipSync(readFileSync(there)));
});

test('what is recorded after an import comes after what was read', async () => {
  await fill(embedded);
  const file = join(directory, 'after.gz');
  await exportStore(embedded, file);
  await importStore(embedded, file, { replace: true });
  const store = createSqlTicketStore(embedded);
  const change = { ticket: 2, field: 'status', at: NOON, notBefore: NOON, from: 2, to: 3 } as const;
  await store.record(SOURCE, recording(3, { changes: [change] }));
  await store.record({ ...SOURCE, workspace: '44' }, firstRecording(1));
  expect((await loadAll(store))?.changes.map((one) => one.ticket)).toEqual([1, 1, 2]);
});

test('a store that has something is not replaced unless that is asked for', async () => {
  await fill(embedded);
  const before = await read(embedded);
  const file = join(directory, 'full.gz');
  await exportStore(embedded, file);
  await expect(importStore(embedded, file, { replace: false })).rejects.toThrow('--replace');
  expect(await read(embedded)).toEqual(before);
});

test('a schedule of reports alone is something stored, too', async () => {
  const path = join(directory, 'schedule.gz');
  const reports = createSqlReportStore(embedded);
  const schedule = {
    version: 0,
    recipients: [],
    weekday: 'monday',
    at: '08:00',
    zone: 'UTC',
    enabled: false,
  } as const;
  await reports.save(SOURCE, { ...schedule, recipients: ['ann@example.com'] }, NOON);
  await exportStore(embedded, path);
  await expect(importStore(embedded, path, { replace: false })).rejects.toThrow('add --replace');
  expect(await importStore(embedded, path, { replace: true })).toMatchObject({ workspaces: 0, reports: 1 });
  await embedded.query('truncate reports');
});

test('a file that is cut off, damaged or none changes nothing', async () => {
  await fill(embedded);
  const before = await read(embedded);
  const file = join(directory, 'whole.gz');
  await exportStore(embedded, file);
  const whole = readFileSync(file);
  const lines = gunzipSync(whole).toString().split('\n');
  const broken = {
    empty: Buffer.alloc(0),
    'cut off': whole.subarray(0, whole.length / 2),
    'without its end': gzipSync(lines.slice(0, -2).join('\n')),
    'without a row': gzipSync(lines.toSpliced(5, 1).join('\n')),
    'of another kind': gzipSync('{"hello":1}\n'),
    'of a newer version': gzipSync('{"loopdesk":"store","format":2,"schema":1}\n'),
    'no archive': Buffer.from('words'),
  };
  for (const [name, bytes] of Object.entries(broken)) {
    writeFileSync(file, bytes);
    await expect(importStore(embedded, file, { replace: true }), name).rejects.toThrow(
      /^The file cannot be read/,
    );
  }
  await expect(importStore(embedded, join(directory, 'none'), { replace: true })).rejects.toThrow(
    'no such file',
  );
  expect(await read(embedded)).toEqual(before);
});

test('a file that cannot be written leaves none behind', async () => {
  await fill(embedded);
  const path = join(directory, 'nowhere', 'file.gz');
  await expect(exportStore(embedded, path)).rejects.toThrow('ENOENT');
  expect(existsSync(path)).toBe(false);
  await fillAgain();
});

/** A failed export leaves the database as it was. */
async function fillAgain(): Promise<void> {
  const counts = await exportStore(embedded, null);
  expect(counts.tickets).toBe(1_102);
}

test('a customer is forgotten everywhere, and told where upstream still has them', async () => {
  const store = createSqlTicketStore(embedded);
  const theirs = { customerName: 'Ann', customerEmail: ' Ann@Example.com', description: 'Mine' };
  const tickets = [
    ticket(1, theirs),
    ticket(2, { ...theirs, customerEmail: 'joann@example.com' }),
    ticket(3, { description: 'Forwarded by ANN@example.com' }),
    ticket(4, theirs),
  ];
  await store.record(SOURCE, { ...firstRecording(4), tickets });
  const gone = { ticket: 4, field: 'listed', at: NOON, notBefore: NOON, from: 1, to: 0 } as const;
  await store.record(SOURCE, recording(2, { changes: [gone] }));
  const { erased } = await forgetCustomer(embedded, 'ann@EXAMPLE.com');
  expect(erased).toEqual([1, 3, 4].map((id) => ({ ...SOURCE, id, listed: id !== 4 })));
  const left = await embedded.query<{ body: string }>('select body from tickets order by id');
  expect(left.map(({ body }) => JSON.parse(body))).toEqual([
    ticket(1, { customerName: null, customerEmail: null, description: null }),
    tickets[1],
    { ...tickets[2], description: null },
    ticket(4, { customerName: null, customerEmail: null, description: null }),
  ]);
  expect((await forgetCustomer(embedded, 'nobody@example.com')).erased).toEqual([]);
});
