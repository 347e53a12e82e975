import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programOf } from './test/programs.ts';

/** Runs the command in a folder of its own, and gives what it wrote, with its code at the end. */
async function run(directory: string, ...args: string[]): Promise<string> {
  const env = {
    QUESTIONPRO_API_KEY: 'key',
    QUESTIONPRO_WORKSPACES: '42',
    DATA_DIR: 'data',
  };
  const child = spawn(process.execPath, [programOf('store'), ...args], { cwd: directory, env });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      written += chunk;
    });
  }
  const [code] = await once(child, 'close');
  return `${written}${code}`;
}

test('a folder without a store is not called sound, and no empty backup is written', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'loopdesk-store-cli-'));
  const message = 'There is no store in data, which DATA_DIR names.\n1';
  expect(await run(directory, 'check')).toBe(message);
  expect(await run(directory, 'export', 'my backup.gz')).toBe(message);
  expect(existsSync(join(directory, 'data', 'store'))).toBe(false);
  expect(existsSync(join(directory, 'my backup.gz'))).toBe(false);
  expect(await run(directory, 'export', 'two', 'files')).toMatch(/^npm run store -- COMMAND[\s\S]*1$/);
  rmSync(directory, { recursive: true });
}, 60_000);
