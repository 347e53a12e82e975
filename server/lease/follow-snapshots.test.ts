import { beforeEach, expect, test } from 'vitest';
import type { Ticket } from '../../contract/index.ts';
import type { RecordedRead } from '../history/recording.ts';
import { createMemoryArchive } from '../snapshot/memory-archive.ts';
import { buildSnapshot, type Snapshot } from '../snapshot/snapshot.ts';
import { manualClock } from '../test/clock.ts';
import { ticket, tickets } from '../test/tickets.ts';
import { createSnapshotFollower, type SnapshotFollower } from './follow-snapshots.ts';
import type { LeaseRow } from './lease-store.ts';
import type { Publication } from './publication-store.ts';

/** A time like those that snapshots are numbered by. */
const FIRST = 1_800_000_000_000;
const NOW = 1_900_000_000_000;
const SOURCE = { baseUrl: 'https://api.example.com', workspace: '42' };

/** The content of the database: the last recorded read, and publications with their tickets. */
let stored: { readonly read: RecordedRead; readonly tickets: readonly Ticket[] } | null;
let published: (Publication & { readonly tickets: readonly Ticket[] })[];
let shown: Snapshot[];
let moments: number[];
let follower: SnapshotFollower;

beforeEach(() => {
  [stored, published, shown, moments] = [null, [], [], []];
  const archive = createMemoryArchive(1);
  archive.onPublish((snapshot) => {
    shown.push(snapshot);
    moments.push(archive.momentOf(snapshot));
  });
  follower = createSnapshotFollower({
    source: SOURCE,
    store: {
      load: async () =>
        stored && {
          ...{ seq: 1, since: 0, read: stored.read },
          async *tickets() {
            const newestFirst = stored?.tickets.toReversed() ?? [];
            for (let from = 0; from < newestFirst.length; from += 10)
              yield newestFirst.slice(from, from + 10);
          },
          async *history() {},
        },
    },
    publications: {
      after: async (_lease, number) => published.filter((one) => one.number > number),
      async *tickets(_lease, number) {
        yield published.find((one) => one.number === number)?.tickets ?? [];
      },
    },
    archive,
    build: async (input) => buildSnapshot(input),
    clock: manualClock(NOW),
  });
});

function publish(number: number, changed: readonly Ticket[], more: Partial<Publication> = {}): void {
  const previous = published.at(-1)?.number ?? stored?.read.number ?? null;
  const facts = { takenAt: NOW - 60_000, age: 60_000, whole: true, total: 25, gone: [] };
  published.push({ number, previous, ...facts, changed: changed.length, tickets: changed, ...more });
}

function record(number: number, all: readonly Ticket[]): void {
  stored = { read: { number, takenAt: NOW - 90_000, whole: true, total: all.length }, tickets: all };
}

const catchUp = () =>
  follower.catchUp({
    id: 1,
    head: published.at(-1)?.number ?? null,
    readNumber: stored?.read.number ?? null,
  } as LeaseRow);
const numbers = () => shown.map(({ number }) => number);

test('what is stored is shown, its first part before the rest, and then what has come since', async () => {
  record(FIRST, tickets(1, 25));
  publish(FIRST + 1, [ticket(26)], { gone: [1] });
  await catchUp();
  expect(shown.map((snapshot) => snapshot.tickets.length)).toEqual([10, 25, 25]);
  expect(shown[0]).toMatchObject({ whole: false, total: 25 });
  // No other process has the part: its number is below all that they share.
  expect(shown[0]?.number).toBeLessThan(1_000_000_000_000);
  expect(numbers().slice(1)).toEqual([FIRST, FIRST + 1]);
  expect(shown.at(-1)?.tickets).toEqual(tickets(2, 26));
  await catchUp();
  expect(shown).toHaveLength(3);
});

test('each that comes later has its number, and tickets that did not change stay the same objects', async () => {
  record(FIRST, tickets(1, 3));
  await catchUp();
  publish(FIRST + 1, [ticket(2, { status: 'OPEN' })]);
  publish(FIRST + 2, [], { gone: [3] });
  await catchUp();
  expect(numbers()).toEqual([FIRST, FIRST + 1, FIRST + 2]);
  expect(shown[2]?.tickets).toEqual([ticket(1), ticket(2, { status: 'OPEN' })]);
  expect(shown[2]?.tickets[0]).toBe(shown[0]?.tickets[0]);
});

test('where something is missing in between, all is read anew', async () => {
  record(FIRST, tickets(1, 3));
  await catchUp();
  record(FIRST + 5, tickets(1, 5));
  publish(FIRST + 6, [ticket(6)]);
  await catchUp();
  expect(numbers()).toEqual([FIRST, FIRST + 5, FIRST + 6]);
  expect(shown.at(-1)?.tickets).toEqual(tickets(1, 6));
});

test('a publication of all tickets needs none before it', async () => {
  publish(FIRST, tickets(1, 3));
  publish(FIRST + 1, tickets(1, 4), { previous: null });
  await catchUp();
  expect(numbers()).toEqual([FIRST + 1]);
  expect(shown[0]?.tickets).toEqual(tickets(1, 4));
});

test('what goes while it is read is not shown, and read anew', async () => {
  record(FIRST, tickets(1, 3));
  await catchUp();
  publish(FIRST + 1, [ticket(4)]);
  const [gone] = published;
  published = published.map((one) => ({ ...one, tickets: [] }));
  await expect(catchUp()).rejects.toMatchObject({ kind: 'conflict' });
  expect(numbers()).toEqual([FIRST]);
  record(FIRST + 1, [...tickets(1, 3), ...(gone?.tickets ?? [])]);
  published = [];
  await catchUp();
  expect(numbers()).toEqual([FIRST, FIRST + 1]);
  expect(shown.at(-1)?.tickets).toHaveLength(4);
});

test('of many the last eight are made', async () => {
  record(FIRST, tickets(1, 3));
  await catchUp();
  for (let next = 1; next <= 20; next++) publish(FIRST + next, [ticket(3 + next)]);
  await catchUp();
  expect(numbers().slice(1)).toEqual(Array.from({ length: 8 }, (_, index) => FIRST + 13 + index));
  expect(shown.at(-1)?.tickets).toEqual(tickets(1, 23));
});

test('a workspace whose tickets were erased shows no empty list', async () => {
  record(FIRST, []);
  stored = stored && { ...stored, read: { ...stored.read, total: 7 } };
  await catchUp();
  expect(shown).toEqual([]);
});

test('an age holds where another machine’s clock is set otherwise', async () => {
  publish(FIRST, tickets(1, 2), { takenAt: NOW - 60_000, age: 60_500 });
  publish(FIRST + 1, [], { takenAt: NOW + 3_600_000, age: 30_000 });
  await catchUp();
  expect(moments).toEqual([NOW - 60_000, NOW - 30_000]);
});
