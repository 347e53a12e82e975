import { expect, test, vi } from 'vitest';
import type { Ticket } from '../../contract/index.ts';
import { StoreError } from '../history/stored.ts';
import { ticketTimeline } from '../history/timeline.ts';
import { ticket, tickets } from '../test/tickets.ts';
import { eachWithRecorder, readOf, settle } from './testing/recorder-bench.ts';

const AWAY = new StoreError('away', 'The database cannot be reached.');

const { bench, record, startRecorder } = eachWithRecorder();

test('records what a read has found, with nothing twice', async () => {
  await record(readOf(0, tickets(1, 3)));
  const [first, second] = tickets(1, 2);
  await record(readOf(1, [first as Ticket, { ...(second as Ticket), status: 'RESOLVED' }]));
  expect(
    bench.store.recordings.map(({ seq, arrivals, changes }) => [seq, arrivals.length, changes.length]),
  ).toEqual([
    [1, 3, 0],
    [2, 0, 2],
  ]);
  expect(bench.store.recordings[1]?.tickets.map(({ id }) => id)).toEqual([2]);
  expect(ticketTimeline(bench.recorder.history() as never, 3)?.entries[0]).toMatchObject({
    field: 'listed',
    to: 'false',
  });
  expect(bench.recorder.status()).toMatchObject({
    since: '2026-02-04T12:00:00.000Z',
    lastAt: '2026-02-04T13:00:00.000Z',
  });
});

test('a read that comes while one is being written waits, and only the newest of those that wait is recorded', async () => {
  let open = () => {};
  bench.store.gate = () => new Promise<void>((resolve) => (open = resolve));
  await record(readOf(0, tickets(1, 1)));
  await record(readOf(1, tickets(1, 2)));
  await record(readOf(2, tickets(1, 3)));
  bench.store.gate = async () => {};
  open();
  await settle();
  expect(bench.store.recordings.map(({ read }) => read.number)).toEqual([100, 102]);
});

test('a store that fails is told once, nothing passes for recorded, and it is tried again after a minute', async () => {
  await record(readOf(0, tickets(1, 1)));
  bench.store.failure = AWAY;
  await record(readOf(1, [ticket(1, { status: 'OPEN' })]));
  await record(readOf(2, [ticket(1, { status: 'ESCALATED' })]));
  expect(bench.recorder.status().problem).toEqual({
    message: AWAY.message,
    since: '2026-02-04T12:00:00.000Z',
  });
  expect(bench.log.error).toHaveBeenCalledTimes(1);
  expect(bench.recorder.history()?.seq).toBe(1);
  bench.store.failure = null;
  await vi.advanceTimersByTimeAsync(60_000);
  await settle();
  expect(bench.recorder.status().problem).toBeNull();
  expect(
    ticketTimeline(bench.recorder.history() as never, 1)?.entries.map(({ from, to }) => [from, to]),
  ).toEqual([['NEW', 'ESCALATED']]);
  expect(bench.outcomes).toEqual(['recorded', 'away', 'away', 'recorded']);
});

test('what somebody else has recorded is read before the read is compared again', async () => {
  await record(readOf(0, tickets(1, 1)));
  const other = startRecorder();
  await other.open(async (_read, chunks) => {
    for await (const _chunk of chunks);
  });
  other.record(readOf(1, tickets(1, 2)));
  await settle();
  await record(readOf(2, tickets(1, 3)));
  await other.stop();
  expect(bench.store.recordings.map(({ seq, arrivals }) => [seq, arrivals.map(({ id }) => id)])).toEqual([
    [1, [1]],
    [2, [2]],
    [3, [3]],
  ]);
});

test('a commit of which no word came is not recorded again', async () => {
  const commit = bench.store.record.bind(bench.store);
  bench.store.record = async (source, recording) => {
    await commit(source, recording);
    bench.store.record = commit;
    throw AWAY;
  };
  await record(readOf(0, tickets(1, 2)));
  await vi.advanceTimersByTimeAsync(60_000);
  await settle();
  expect(bench.store.recordings.map(({ seq, arrivals }) => [seq, arrivals.length])).toEqual([
    [1, 2],
    [2, 0],
  ]);
});

test('an unforeseen error is told to the log alone, and the next read is recorded', async () => {
  bench.store.load = async () => {
    bench.store.load = async () => null;
    throw new TypeError('secret');
  };
  await record(readOf(0, tickets(1, 1)));
  expect(bench.recorder.status().problem?.message).not.toContain('secret');
  await record(readOf(1, tickets(1, 1)));
  expect(bench.store.recordings).toHaveLength(1);
});

test('what is stored is handed over before anything is recorded, and compared with', async () => {
  await record(readOf(0, tickets(1, 5)));
  await bench.recorder.stop();
  bench.recorder = startRecorder();
  const restored: number[] = [];
  await bench.recorder.open(async (read, chunks) => {
    expect(read.number).toBe(100);
    for await (const chunk of chunks) restored.push(...chunk.map(({ id }) => id));
  });
  expect(restored).toEqual([5, 4, 3, 2, 1]);
  await record(readOf(1, tickets(1, 5)));
  expect(bench.store.recordings[1]).toMatchObject({ seq: 2, arrivals: [], changes: [], tickets: [] });
});

test('a store that cannot be read at the start is told until it can, even if nothing is read meanwhile', async () => {
  const load = bench.store.load.bind(bench.store);
  bench.store.load = async () => {
    throw AWAY;
  };
  await bench.recorder.open(async () => {});
  await vi.advanceTimersByTimeAsync(60_000);
  await settle();
  expect(bench.recorder.status().problem).not.toBeNull();
  expect(bench.recorder.history()).toBeNull();
  bench.store.load = load;
  await vi.advanceTimersByTimeAsync(60_000);
  await settle();
  expect(bench.recorder.status().problem).toBeNull();
  expect(bench.recorder.history()).not.toBeNull();
});

test('a workspace that has lost its tickets restores no empty list, and records all of them again', async () => {
  await record(readOf(0, tickets(1, 2), false));
  await bench.recorder.stop();
  await bench.store.erase({ baseUrl: '', workspace: '' }, [1, 2]);
  bench.recorder = startRecorder();
  const restore = vi.fn();
  await bench.recorder.open(restore);
  await record(readOf(1, tickets(1, 2)));
  expect(restore).not.toHaveBeenCalled();
  expect(bench.store.recordings[1]).toMatchObject({ arrivals: [], changes: [], tickets: tickets(1, 2) });
});
