import { expect, test } from 'vitest';
import { createMemoryArchive, type SnapshotArchive } from './memory-archive.ts';
import { buildSnapshot } from './snapshot.ts';

function add(archive: SnapshotArchive, whole: boolean): number {
  const number = archive.nextNumber();
  archive.add(buildSnapshot({ number, takenAt: 0, whole, total: 0, tickets: [] }), 0);
  return number;
}

function kept(archive: SnapshotArchive, numbers: readonly number[]): readonly number[] {
  return numbers.filter((number) => archive.at(number) !== null);
}

test('before the first snapshot there is none, whatever the number asked for', () => {
  const archive = createMemoryArchive(1000);
  expect(archive.newest()).toBeNull();
  expect(archive.at(1000)).toBeNull();
});

test('numbers count up from the start of the process, so that none comes back after a restart', () => {
  const before = createMemoryArchive(1000);
  const last = [true, true, true].map((whole) => add(before, whole)).at(-1);
  expect(last).toBe(1002);
  expect(add(createMemoryArchive(2000), true)).toBeGreaterThan(1002);
});

test('a bounded number of snapshots is kept, the newest of them', () => {
  const archive = createMemoryArchive(1);
  const numbers = Array.from({ length: 10 }, () => add(archive, true));
  expect(kept(archive, numbers)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
  expect(archive.newest()?.number).toBe(10);
});

test('a snapshot that somebody goes on asking for outlives those that nobody does', () => {
  const archive = createMemoryArchive(1);
  const pinned = add(archive, true);
  for (let refreshes = 0; refreshes < 100; refreshes++) {
    add(archive, refreshes % 2 === 0);
    expect(archive.at(pinned)?.number).toBe(pinned);
  }
  expect(archive.at(pinned + 1)).toBeNull();
});
