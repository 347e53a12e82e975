import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ticket } from '../../test/tickets.ts';
import type { Database } from '../database.ts';
import { forgetCustomer } from '../forget.ts';
import type { StoreSettings } from '../open-store.ts';
import { openStore } from '../open-store.ts';
import { StoreInUse } from '../store-in-use.ts';
import { firstRecording, loadAll, recording, SOURCE } from '../testing/recordings.ts';

const EMBEDDED: StoreSettings = { kind: 'embedded' };
const log = { warn: vi.fn(), error: vi.fn() };
let dataDir = '';

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'loopdesk-embedded-'));
  log.warn.mockReset();
  log.error.mockReset();
});
afterEach(() => rmSync(dataDir, { recursive: true }));

function open(mayBegin = true) {
  return openStore({ store: EMBEDDED, dataDir, log, mayBegin });
}

const database = () => join(dataDir, 'store', 'postgres');

test('what was recorded is there after a restart, in a folder for its user alone', async () => {
  const first = await open();
  await first.tickets.record(SOURCE, firstRecording(3));
  await expect(open()).rejects.toThrow(StoreInUse);
  await first.close();
  expect(readdirSync(join(dataDir, 'store'))).toEqual(['postgres']);
  expect(statSync(join(dataDir, 'store')).mode & 0o777).toBe(0o700);
  const second = await open();
  expect((await loadAll(second.tickets))?.listed).toHaveLength(3);
  await second.close();
  await expect(second.tickets.load(SOURCE)).rejects.toMatchObject({ kind: 'away' });
  expect(log.error).not.toHaveBeenCalled();
});

test('a damaged one is moved aside and told, and a new one begun', async () => {
  const first = await open();
  await first.tickets.record(SOURCE, firstRecording(1));
  await first.close();
  writeFileSync(join(database(), 'global', 'pg_control'), 'nonsense');
  const second = await open();
  expect(await second.tickets.load(SOURCE)).toBeNull();
  await second.tickets.record(SOURCE, firstRecording(2));
  await second.close();
  const names = readdirSync(join(dataDir, 'store')).sort();
  expect(names).toEqual([expect.stringMatching(/^damaged-\d{4}-\d\d-\d\d$/), 'postgres']);
  expect(log.error).toHaveBeenCalledOnce();
  expect(log.error).toHaveBeenCalledWith(
    expect.objectContaining({ path: join(dataDir, 'store', names[0] ?? '') }),
    expect.stringContaining('moved aside'),
  );
});

test('a damaged one is left as it is where none may be begun, and none is made where there is none', async () => {
  await expect(open(false)).rejects.toMatchObject({
    message: `There is no store in ${dataDir}, which DATA_DIR names.`,
  });
  expect(readdirSync(dataDir)).toEqual([]);
  await (await open()).close();
  const control = join(database(), 'global', 'pg_control');
  writeFileSync(control, 'nonsense');
  const { tickets, close } = await open(false);
  await expect(tickets.load(SOURCE)).rejects.toMatchObject({
    kind: 'broken',
    message: expect.stringMatching(/^The store is damaged.*npm run store -- import/),
  });
  await close();
  expect(readdirSync(join(dataDir, 'store'))).toEqual(['postgres']);
  expect(readFileSync(control, 'utf8')).toBe('nonsense');
});

test('what a customer said is in no file once they were forgotten and the store was closed', async () => {
  const { tickets, database: opened, close } = await open();
  const theirs = ticket(1, { customerEmail: 'ann@example.com', description: 'Never to be read again' });
  await tickets.record(SOURCE, { ...firstRecording(1), tickets: [theirs] });
  await forgetCustomer(opened as Database, 'ann@example.com');
  await close();
  const files = readdirSync(database(), { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  );
  const holding = files.filter(({ parentPath, name }) =>
    readFileSync(join(parentPath, name)).includes('Never to be read'),
  );
  expect(holding.map(({ name }) => name)).toEqual([]);
});

test('one of another major version stays as it is, with what to do', async () => {
  mkdirSync(database(), { recursive: true });
  writeFileSync(join(database(), 'PG_VERSION'), '17\n');
  const { tickets, close } = await open();
  await expect(tickets.load(SOURCE)).rejects.toMatchObject({
    kind: 'broken',
    message: expect.stringMatching(/PostgreSQL 17.*npm run store -- export/),
  });
  await close();
  expect(readdirSync(database())).toEqual(['PG_VERSION']);
});

test('one that a newer version of Loopdesk wrote stays as it is', async () => {
  const first = await open();
  await first.tickets.record(SOURCE, firstRecording(1));
  await first.database?.query('update loopdesk_schema set version = 1000');
  await first.close();
  const second = await open();
  await expect(second.tickets.load(SOURCE)).rejects.toMatchObject({
    kind: 'broken',
    message: expect.stringContaining('newer version'),
  });
  await second.close();
  expect(readdirSync(join(dataDir, 'store'))).toEqual(['postgres']);
});

test('a folder that cannot be used fails every call and no start', async () => {
  writeFileSync(join(dataDir, 'store'), '');
  const { tickets, close } = await open();
  await expect(tickets.load(SOURCE)).rejects.toMatchObject({ name: 'StoreError' });
  await expect(tickets.record(SOURCE, recording(1))).rejects.toMatchObject({ name: 'StoreError' });
  await close();
});
