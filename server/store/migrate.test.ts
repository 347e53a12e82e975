import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { createEmbedded } from './embedded/database.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { createSqlTicketStore } from './sql-ticket-store.ts';
import { firstRecording, loadAll, SOURCE } from './testing/recordings.ts';

const log = {
  warn: (facts: object) => expect.unreachable(JSON.stringify(facts)),
  error: (facts: object) => expect.unreachable(JSON.stringify(facts)),
};
let directory = '';
let database: Database;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'loopdesk-migrate-'));
  database = createEmbedded(directory, log);
});
beforeEach(async () => {
  await database.query('drop schema public cascade');
  await database.query('create schema public');
});
afterAll(async () => {
  await database.close();
  rmSync(directory, { recursive: true });
});

describe.each(MIGRATIONS.map((_, version) => version))('from schema %i', (version) => {
  test('the present one is reached, and works', async () => {
    await migrate(database, MIGRATIONS.slice(0, version));
    await migrate(database);
    await createSqlTicketStore(database).record(SOURCE, firstRecording(2));
    await migrate(database);
    expect((await loadAll(createSqlTicketStore(database)))?.listed).toHaveLength(2);
  });
});

test('several that come at once migrate once', async () => {
  const counting = [...MIGRATIONS, 'create table counted (n int);\ninsert into counted values (1);'];
  await Promise.all([1, 2, 3].map(() => migrate(database, counting)));
  expect(await database.query('select n from counted')).toEqual([{ n: 1 }]);
});

test('a step that fails leaves the schema as it was', async () => {
  await migrate(database);
  const failing = [...MIGRATIONS, 'create table half (n int);\ninsert into nowhere values (1);'];
  await expect(migrate(database, failing)).rejects.toThrow('The database failed (42P01)');
  expect(await database.query("select to_regclass('half') as half")).toEqual([{ half: null }]);
  await migrate(database);
});

test('a newer schema is refused, and left as it is', async () => {
  await migrate(database);
  await database.query('update loopdesk_schema set version = 99');
  await expect(migrate(database)).rejects.toMatchObject({
    kind: 'broken',
    message: expect.stringContaining('schema 99'),
  });
  expect(await database.query('select version from loopdesk_schema')).toEqual([{ version: 99 }]);
});
