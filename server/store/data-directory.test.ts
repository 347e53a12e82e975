import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readSmallFile, removeLeftovers, replaceFile } from './data-directory.ts';

let directory = '';
const warn = vi.fn();

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'loopdesk-data-'));
  warn.mockReset();
});
afterEach(() => rm(directory, { recursive: true }));

/** The number of a process that has gone. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--eval', '']);
  await once(child, 'close');
  return child.pid ?? 0;
}

async function leave(name: string): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, '{');
  return path;
}

test('the text of a file is the old one or the new one, and no draft is left', async () => {
  const path = join(directory, 'a', 'b', 'calls.json');
  replaceFile(path, 'one');
  replaceFile(path, 'two');
  expect(readSmallFile(path)).toBe('two');
  expect(await readdir(join(directory, 'a', 'b'))).toEqual(['calls.json']);
});

test.skipIf(!existsSync('/proc/self'))('a directory below /proc is refused at once', () => {
  expect(() => replaceFile('/proc/loopdesk/calls.json', '')).toThrow(
    expect.objectContaining({ code: 'ENOENT' }),
  );
  expect(() => replaceFile('/proc/loopdesk/a/b/calls.json', '')).toThrow(
    expect.objectContaining({ code: 'ENOENT' }),
  );
});

test('a file in the place of the directory is refused', async () => {
  const file = await leave('file');
  expect(() => replaceFile(join(file, 'calls.json'), '')).toThrow(
    expect.objectContaining({ code: 'EEXIST' }),
  );
  expect(() => replaceFile(join(file, 'below', 'calls.json'), '')).toThrow(/ENOTDIR/);
  expect(await readFile(file, 'utf8')).toBe('{');
});

test('a circle of links is refused, and a link to a directory is one', async () => {
  await symlink(join(directory, 'circle'), join(directory, 'circle'));
  expect(() => replaceFile(join(directory, 'circle', 'calls.json'), '')).toThrow(/ELOOP|EEXIST/);
  await mkdir(join(directory, 'real'));
  await symlink(join(directory, 'real'), join(directory, 'link'));
  replaceFile(join(directory, 'link', 'calls.json'), 'text');
  expect(readSmallFile(join(directory, 'real', 'calls.json'))).toBe('text');
});

test.skipIf(!existsSync('/dev/full'))('a device in the place of the directory is refused', () => {
  expect(() => replaceFile('/dev/full/calls.json', '')).toThrow(/EEXIST|ENOTDIR/);
});

test('a file that cannot take the place of what is there leaves no draft', async () => {
  const path = join(directory, 'calls.json');
  await mkdir(path);
  expect(() => replaceFile(path, 'text')).toThrow(/EISDIR|EEXIST|ENOTEMPTY|EPERM/);
  expect(await readdir(directory)).toEqual(['calls.json']);
});

test('what is no plain file is not read, and neither is a large one', async () => {
  expect(() => readSmallFile(directory)).toThrow(expect.objectContaining({ code: 'EFTYPE' }));
  const path = join(directory, 'large');
  await writeFile(path, ' '.repeat(100_000));
  expect(() => readSmallFile(path)).toThrow(expect.objectContaining({ code: 'EFBIG' }));
});

test.skipIf(process.platform === 'win32')('a pipe in the place of the file is not waited for', () => {
  const path = join(directory, 'calls.json');
  execFileSync('sh', ['-c', 'mkfifo "$0"', path]);
  expect(() => readSmallFile(path)).toThrow(expect.objectContaining({ code: 'EFTYPE' }));
  replaceFile(path, 'text');
  expect(readSmallFile(path)).toBe('text');
});

test('the drafts of processes that have gone are removed, those of living ones are not', async () => {
  const gone = await deadProcess();
  await leave(`calls-0123456789abcdef.json.${gone}.tmp`);
  await leave(`snapshots.json.${gone}.tmp`);
  await leave(`calls-0123456789abcdef.json.${process.pid}.tmp`);
  const alive = await leave(`calls-0123456789abcdef.json.${process.ppid}.tmp`);
  removeLeftovers(directory, { warn });
  expect(await readdir(directory)).toEqual([`calls-0123456789abcdef.json.${process.ppid}.tmp`]);
  const hoursAgo = new Date(Date.now() - 2 * 3_600_000);
  await utimes(alive, hoursAgo, hoursAgo);
  removeLeftovers(directory, { warn });
  expect(await readdir(directory)).toEqual([]);
});

test('what is not ours stays', async () => {
  const gone = await deadProcess();
  const names = ['calls.json', 'notes.tmp', `notes.txt.${gone}.tmp`, `calls.json.${gone}.tmp.bak`].sort();
  for (const name of names) await leave(name);
  removeLeftovers(directory, { warn });
  expect((await readdir(directory)).sort()).toEqual(names);
});

test('a leftover that cannot be removed is told, and a directory that is not there has none', async () => {
  const gone = await deadProcess();
  await mkdir(join(directory, `calls.json.${gone}.tmp`, 'x'), { recursive: true });
  removeLeftovers(directory, { warn });
  expect(warn).toHaveBeenCalledOnce();
  removeLeftovers(join(directory, 'nowhere'), { warn });
  expect(warn).toHaveBeenCalledOnce();
});
