import { expect, test } from 'vitest';
import type { SnapshotArchive } from './archive.ts';
import { createMemoryArchive } from './memory-archive.ts';
import { buildSnapshot } from './snapshot.ts';

async function add(archive: SnapshotArchive, whole: boolean): Promise<number> {
  const number = await archive.nextNumber();
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

test('numbers count up from the start of the process, so that none comes back after a restart', async () => {
  const before = createMemoryArchive(1000);
  for (const number of [1000, 1001, 1002]) expect(await add(before, true)).toBe(number);
  expect(await add(createMemoryArchive(2000), true)).toBeGreaterThan(1002);
});

test('a bounded number of snapshots is kept, the newest of them', async () => {
  const archive = createMemoryArchive(1);
  const numbers = await Promise.all(Array.from({ length: 10 }, () => add(archive, true)));
  expect(kept(archive, numbers)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
  expect(archive.newest()?.number).toBe(10);
});

test('a snapshot that somebody goes on asking for outlives those that nobody does', async () => {
  const archive = createMemoryArchive(1);
  const pinned = await add(archive, true);
  for (let refreshes = 0; refreshes < 100; refreshes++) {
    await add(archive, refreshes % 2 === 0);
    expect(archive.at(pinned)?.number).toBe(pinned);
  }
  expect(archive.at(pinned + 1)).toBeNull();
});

test('who listens is told of every snapshot, once it is the newest, until it stops', async () => {
  const archive = createMemoryArchive(1);
  const seen: (number | undefined)[] = [];
  await add(archive, true);
  const stop = archive.onPublish(() => seen.push(archive.newest()?.number));
  await add(archive, true);
  await add(archive, true);
  stop();
  await add(archive, true);
  expect(seen).toEqual([2, 3]);
});

test('who listens is told of every snapshot that is no longer kept', async () => {
  const archive = createMemoryArchive(1);
  const dropped: number[] = [];
  const stop = archive.onDrop(({ number }) => dropped.push(number));
  for (let count = 0; count < 9; count++) await add(archive, true);
  archive.at(2);
  await add(archive, true);
  expect(dropped).toEqual([1, 3]);
  expect(archive.at(3)).toBeNull();
  stop();
  await add(archive, true);
  expect(dropped).toEqual([1, 3]);
});
