import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { EmbeddedFailure } from './connection.ts';
import { startEmbedded } from './start.ts';

/** As where there is too little memory for any database. */
const openNothing = () => Promise.reject(new EmbeddedFailure(null));

test('where not even a new database opens, the old one stays where it is', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'loopdesk-start-'));
  const log = { warn: vi.fn(), error: vi.fn() };
  mkdirSync(join(directory, 'postgres'));
  writeFileSync(join(directory, 'postgres', 'PG_VERSION'), '18\n');
  writeFileSync(join(directory, 'postgres', 'ours'), '');
  await expect(startEmbedded(directory, log, { open: openNothing, mayBegin: true })).rejects.toThrow(
    EmbeddedFailure,
  );
  expect(readdirSync(directory)).toEqual(['postgres']);
  expect(readdirSync(join(directory, 'postgres')).sort()).toEqual(['PG_VERSION', 'ours']);
  expect(log.error).not.toHaveBeenCalled();
  rmSync(directory, { recursive: true });
});
