import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoreInUse } from '../store-in-use.ts';
import { type DirectoryLock, lockDirectory } from './lock.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'loopdesk-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Another process that has the lock until it is killed. */
async function lockElsewhere(path = directory): Promise<ChildProcess> {
  const script = `import { lockDirectory } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)};
    await lockDirectory(${JSON.stringify(path)}, 0);
    console.log('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

test('a folder is locked once, and again when it was released', async () => {
  const lock = await lockDirectory(directory, 0);
  await expect(lockDirectory(directory, 0)).rejects.toThrow(StoreInUse);
  await lock.release();
  expect(readdirSync(directory)).toEqual([]);
  await (await lockDirectory(directory, 0)).release();
});

test('a lock ends with its process, however that ends, and nothing of it is left', async () => {
  const child = await lockElsewhere();
  await expect(lockDirectory(directory, 0)).rejects.toThrow(StoreInUse);
  const waiting = lockDirectory(directory, 20_000);
  await kill(child);
  const lock = await waiting;
  expect(readdirSync(directory)).toHaveLength(1);
  await lock.release();
});

test('of many that come at once at most one has it', async () => {
  for (let round = 0; round < 10; round++) {
    const tries = Array.from({ length: 8 }, () => lockDirectory(directory, 0));
    const held = (await Promise.allSettled(tries)).flatMap((result) =>
      result.status === 'fulfilled' ? [result.value] : [],
    );
    expect(held.length).toBeLessThanOrEqual(1);
    for (const lock of held) await lock.release();
  }
});

test('all that wait have it in the end, one after the other', async () => {
  let holders = 0;
  const use = async (lock: DirectoryLock) => {
    holders++;
    expect(holders).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    holders--;
    await lock.release();
  };
  await Promise.all(Array.from({ length: 4 }, async () => use(await lockDirectory(directory, 30_000))));
});

test('a path that is too long for a socket is locked as well', async () => {
  const deep = join(directory, 'a'.repeat(90), 'b'.repeat(90));
  mkdirSync(deep, { recursive: true });
  const lock = await lockDirectory(deep, 0);
  await expect(lockDirectory(deep, 0)).rejects.toThrow(StoreInUse);
  await lock.release();
  expect(readdirSync(deep)).toEqual([]);
});

test.skipIf(process.getuid?.() === 0)('a folder that takes no files is told as that', async () => {
  chmodSync(directory, 0o500);
  await expect(lockDirectory(directory, 0)).rejects.toMatchObject({ code: 'EACCES' });
  chmodSync(directory, 0o700);
});
