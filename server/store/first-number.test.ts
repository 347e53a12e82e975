import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takeFirstNumber } from './first-number.ts';

const NOW = Date.parse('2026-02-04T12:00:00Z');
const DAY = 86_400_000;
const warn = vi.fn();
let directory = '';

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'loopdesk-numbers-'));
  warn.mockReset();
});
afterEach(() => rm(directory, { recursive: true }));

function take(now: number, where = directory): number {
  return takeFirstNumber({ directory: where, now, logger: { warn } });
}

test('the first number is the time', () => {
  expect(take(NOW)).toBe(NOW);
  expect(warn).not.toHaveBeenCalled();
});

test.each([0, -1, -3_600_000, -60 * DAY])(
  'a start with the clock set by %i ms is above all numbers of the one before',
  (by) => {
    const first = take(NOW);
    const second = take(NOW + by);
    expect(second).toBeGreaterThan(first + 1_000_000);
    expect(take(NOW + 2 * by)).toBeGreaterThan(second + 1_000_000);
  },
);

test('a year later it is the time again', () => {
  take(NOW);
  expect(take(NOW + 365 * DAY)).toBe(NOW + 365 * DAY);
});

test.each(['', '{', '{"next":-5}', '{"next":1e300}', '[]'])(
  'a file with the text "%s" is told and replaced',
  async (text) => {
    await writeFile(join(directory, 'snapshots.json'), text);
    expect(take(NOW)).toBe(NOW);
    expect(warn.mock.calls).toEqual([[expect.anything(), expect.stringContaining('cannot be read')]]);
    expect(take(NOW)).toBeGreaterThan(NOW);
  },
);

test('a directory that cannot be written to is told, and the time is taken', async () => {
  await writeFile(join(directory, 'file'), '');
  expect(take(NOW, join(directory, 'file'))).toBe(NOW);
  expect(warn.mock.calls.at(-1)).toEqual([expect.anything(), expect.stringContaining('cannot be written')]);
  expect(await readdir(directory)).toEqual(['file']);
});
