import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const CLI = fileURLToPath(new URL('store-cli.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Runs the command in a folder of its own, and gives what it wrote, with its code at the end. */
async function run(directory: string, ...args: string[]): Promise<string> {
  const env = {
    QUESTIONPRO_API_KEY: 'key',
    QUESTIONPRO_WORKSPACES: '42',
    DATA_DIR: 'data',
  };
  const child = spawn(process.execPath, ['--import', TSX, CLI, ...args], { cwd: directory, env });
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
