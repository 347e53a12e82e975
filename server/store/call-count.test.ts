import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openCallCount } from './call-count.ts';

const KEY = 'k3y-Of-Ours';
const DAY = 20_488;
const warn = vi.fn();
let directory = '';

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'loopdesk-store-'));
  warn.mockReset();
});

afterEach(() => rm(directory, { recursive: true }));

function open(apiKey = KEY, where = directory) {
  return openCallCount({
    directory: where,
    apiKey,
    baseUrl: 'https://api.example.com',
    callsPerDay: 2000,
    logger: { warn },
  });
}

async function onlyFile(): Promise<string> {
  const [name = ''] = await readdir(directory);
  return join(directory, name);
}

test('the count goes on after a restart, exactly, and the next day starts at zero', () => {
  const count = open();
  for (let calls = 1; calls <= 345; calls++) count.record(DAY, calls);
  count.close();
  warn.mockReset();
  expect(open().before(DAY)).toBe(345);
  expect(open().before(DAY + 1)).toBe(0);
  expect(warn).not.toHaveBeenCalled();
});

test('after a crash at any call the count is never too low, and at most a hundredth of the day too high', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (yesterday, today) => {
      const count = open();
      for (let calls = 1; calls <= yesterday; calls++) count.record(DAY, calls);
      for (let calls = 1; calls <= today; calls++) count.record(DAY + 1, calls);
      const after = open().before(DAY + 1);
      expect(after).toBeGreaterThanOrEqual(today);
      expect(after).toBeLessThan(today + 20);
    }),
    { numRuns: 30 },
  );
});

test('over midnight and back, each day keeps its count, also over a restart', () => {
  const count = open();
  for (let calls = 1; calls <= 345; calls++) count.record(DAY, calls);
  count.record(DAY + 60, 1);
  count.record(DAY - 1, 7);
  expect([count.before(DAY), count.before(DAY + 60), count.before(DAY - 1)]).toEqual([345, 1, 7]);
  count.record(DAY, 346);
  count.close();
  const after = open();
  expect([after.before(DAY), after.before(DAY + 60), after.before(DAY - 1)]).toEqual([346, 1, 7]);
});

test('after a crash no day that was left has lost a call', () => {
  const count = open();
  for (let calls = 1; calls <= 1999; calls++) count.record(DAY, calls);
  count.record(DAY + 1, 1);
  const after = open();
  expect(after.before(DAY)).toBe(1999);
  expect(after.before(DAY + 1)).toBeGreaterThanOrEqual(1);
});

test('the counts of a few days are kept, those that were recorded last', async () => {
  const count = open();
  for (let day = DAY; day < DAY + 100; day++) count.record(day, 5);
  count.close();
  expect(open().before(DAY + 99)).toBe(5);
  expect(open().before(DAY)).toBe(0);
  expect((await readFile(await onlyFile(), 'utf8')).length).toBeLessThan(500);
});

test('a file of the version before is read, and the version before reads this one', async () => {
  open().close();
  await writeFile(await onlyFile(), '{"day":"2026-02-04","calls":345}');
  const count = open();
  expect(count.before(DAY)).toBe(345);
  count.record(DAY + 1, 1);
  count.close();
  expect(JSON.parse(await readFile(await onlyFile(), 'utf8'))).toMatchObject({ day: '2026-02-05', calls: 1 });
});

test('a draft that a killed process left behind is gone at the next start', async () => {
  open().close();
  // No process has such a number.
  await writeFile(`${await onlyFile()}.4194999.tmp`, '{');
  open().close();
  expect(await readdir(directory)).toHaveLength(1);
});

test('two keys do not share a count, and no file tells a key', async () => {
  const first = open();
  first.record(DAY, 50);
  first.close();
  expect(open('another-key').before(DAY)).toBe(0);
  expect(open().before(DAY)).toBe(50);
  const names = await readdir(directory);
  const texts = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')));
  expect(names).toHaveLength(2);
  expect(names.join() + texts.join()).not.toContain('k3y');
});

test('a file that is not there is told, as the count starts at zero', () => {
  expect(open().before(DAY)).toBe(0);
  expect(warn.mock.calls).toEqual([
    [expect.objectContaining({ code: 'ENOENT' }), 'the count of calls is not there: today starts at zero'],
  ]);
});

test.each(['', '{', 'null', '{"day":"2026-02-04","calls":-1}', '{"day":"soon","calls":1}'])(
  'a file with the text "%s" is told and replaced',
  async (text) => {
    open().close();
    await writeFile(await onlyFile(), text);
    warn.mockReset();
    const count = open();
    expect(count.before(DAY)).toBe(0);
    expect(warn.mock.calls).toEqual([[expect.anything(), expect.stringContaining('cannot be read')]]);
    count.record(DAY, 9);
    count.close();
    expect(open().before(DAY)).toBe(9);
  },
);

test('a directory that cannot be written to is told at the start and once, and the count goes on', async () => {
  const file = join(directory, 'file');
  await writeFile(file, '');
  const count = open(KEY, join(file, 'below'));
  for (let calls = 1; calls <= 100; calls++) count.record(DAY, calls);
  count.close();
  const messages = warn.mock.calls.map(([, message]) => message);
  expect(messages).toEqual([
    expect.stringContaining('cannot be read'),
    expect.stringContaining('cannot be written'),
  ]);
});

test('a directory that is not there yet is made', async () => {
  const below = join(directory, 'a', 'b');
  const count = open(KEY, below);
  count.record(DAY, 3);
  count.close();
  expect(open(KEY, below).before(DAY)).toBe(3);
  await expect(mkdir(below)).rejects.toMatchObject({ code: 'EEXIST' });
});

test('no draft is left behind', async () => {
  const count = open();
  for (let calls = 1; calls <= 100; calls++) count.record(DAY, calls);
  count.close();
  expect(await readdir(directory)).toEqual([expect.stringMatching(/^calls-[0-9a-f]{16}\.json$/)]);
});
