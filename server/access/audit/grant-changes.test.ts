import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Role } from '../../../contract/index.ts';
import type { Database } from '../../store/database.ts';
import { createEmbedded } from '../../store/embedded/database.ts';
import { migrate } from '../../store/migrate.ts';
import type { Grant } from '../grants.ts';
import { createGrantChanges } from './grant-changes.ts';

let directory = '';
let database: Database;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'loopdesk-grants-'));
  database = createEmbedded(directory, { warn: () => undefined, error: () => undefined });
  await migrate(database);
});
afterAll(async () => {
  await database.close();
  rmSync(directory, { recursive: true });
});

const record = vi.fn();
const logger = { warn: vi.fn() };
beforeEach(async () => {
  await database.query('delete from known_grants');
  record.mockClear();
  logger.warn.mockClear();
});

/** A process as it starts. */
function open(parts: { readonly database?: Database | null } = {}) {
  return createGrantChanges({ database, audit: { record }, logger, ...parts });
}

function anna(role: Role): readonly Grant[] {
  return [{ who: { kind: 'user', name: 'anna' }, workspaces: '*', role }];
}

const told = () => record.mock.calls.map(([{ detail }]) => `${detail.before}>${detail.after}`);

test('the first grants of all are no change', async () => {
  await open().start(anna('viewer'));
  expect(told()).toEqual([]);
});

test('a change is told once, however many processes see it', async () => {
  const [one, other] = [open(), open()];
  await one.start(anna('viewer'));
  await other.start(anna('viewer'));
  await Promise.all([one, other].map((each) => each.change(anna('viewer'), anna('admin'))));
  expect(told()).toEqual(['viewer>admin']);
  await one.change(anna('admin'), []);
  expect(told()).toEqual(['viewer>admin', 'admin>none']);
});

test('a change while no process ran is told by the next', async () => {
  await open().start(anna('viewer'));
  await open().start(anna('member'));
  expect(told()).toEqual(['viewer>member']);
});

test('without a store, a process tells what it sees', async () => {
  const changes = open({ database: null });
  await changes.start(anna('viewer'));
  await changes.change(anna('viewer'), anna('member'));
  expect(told()).toEqual(['viewer>member']);
});

test('while the store fails, a change is told all the same', async () => {
  const down = { ...database, transaction: () => Promise.reject(new Error('down')) };
  await open({ database: down }).change(anna('viewer'), anna('member'));
  expect(told()).toEqual(['viewer>member']);
  expect(logger.warn).toHaveBeenCalledOnce();
});
