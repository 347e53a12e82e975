import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, type Mock, test, vi } from 'vitest';
import { DAY_MS, type Ticket } from '../../contract/index.ts';
import { StoreError } from '../history/stored.ts';
import { type FakeStore, fakeStore } from '../history/testing/fake-store.ts';
import { ticketTimeline } from '../history/timeline.ts';
import { buildSnapshot, type Snapshot } from '../snapshot/snapshot.ts';
import { ticket, tickets } from '../test/tickets.ts';
import type { RecorderLog } from './keep-house.ts';
import { createRecorder, type Recorder } from './recorder.ts';

const START = Date.parse('2026-02-04T12:00:00.000Z');
const AWAY = new StoreError('away', 'The database cannot be reached.');
const HOUR = 3_600_000;

let store: FakeStore;
let log: { [Level in keyof RecorderLog]: Mock<RecorderLog[Level]> };
let outcomes: string[];
let recorder: Recorder;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'], now: START });
  store = fakeStore();
  log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  outcomes = [];
  recorder = startRecorder();
});

afterEach(async () => {
  await recorder.stop();
  vi.useRealTimers();
});

function startRecorder(): Recorder {
  const source = { baseUrl: 'https://example.com', workspace: 'w' };
  return createRecorder({
    source,
    configured: [source],
    store: Promise.resolve(store),
    logger: log,
    retentionDays: 400,
    eraseAfterDays: 30,
    onAttempt: (outcome) => outcomes.push(outcome),
  });
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await setImmediate();
}

async function passUntil(day: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(START + day * DAY_MS - Date.now());
  await settle();
}

function readOf(hour: number, list: readonly Ticket[], whole = true): Snapshot {
  const takenAt = START + hour * HOUR;
  return buildSnapshot({ number: 100 + hour, takenAt, whole, total: list.length, tickets: list });
}

async function record(snapshot: Snapshot): Promise<void> {
  recorder.record(snapshot);
  await settle();
}

test('records what a read has found, with nothing twice', async () => {
  await record(readOf(0, tickets(1, 3)));
  const [first, second] = tickets(1, 2);
  await record(readOf(1, [first as Ticket, { ...(second as Ticket), status: 'RESOLVED' }]));
  expect(
    store.recordings.map(({ seq, arrivals, changes }) => [seq, arrivals.length, changes.length]),
  ).toEqual([
    [1, 3, 0],
    [2, 0, 2],
  ]);
  expect(store.recordings[1]?.tickets.map(({ id }) => id)).toEqual([2]);
  expect(ticketTimeline(recorder.history() as never, 3)?.entries[0]).toMatchObject({
    field: 'listed',
    to: 'false',
  });
  expect(recorder.status()).toMatchObject({
    since: '2026-02-04T12:00:00.000Z',
    lastAt: '2026-02-04T13:00:00.000Z',
  });
});

test('a read that comes while one is being written waits, and only the newest of those that wait is recorded', async () => {
  let open = () => {};
  store.gate = () => new Promise<void>((resolve) => (open = resolve));
  await record(readOf(0, tickets(1, 1)));
  await record(readOf(1, tickets(1, 2)));
  await record(readOf(2, tickets(1, 3)));
  store.gate = async () => {};
  open();
  await settle();
  expect(store.recordings.map(({ read }) => read.number)).toEqual([100, 102]);
});

test('a store that fails is told once, nothing passes for recorded, and it is tried again after a minute', async () => {
  await record(readOf(0, tickets(1, 1)));
  store.failure = AWAY;
  await record(readOf(1, [ticket(1, { status: 'OPEN' })]));
  await record(readOf(2, [ticket(1, { status: 'ESCALATED' })]));
  expect(recorder.status().problem).toEqual({ message: AWAY.message, since: '2026-02-04T12:00:00.000Z' });
  expect(log.error).toHaveBeenCalledTimes(1);
  expect(recorder.history()?.seq).toBe(1);
  store.failure = null;
  await vi.advanceTimersByTimeAsync(60_000);
  await settle();
  expect(recorder.status().problem).toBeNull();
  expect(ticketTimeline(recorder.history() as never, 1)?.entries.map(({ from, to }) => [from, to])).toEqual([
    ['NEW', 'ESCALATED'],
  ]);
  expect(outcomes).toEqual(['recorded', 'away', 'away', 'recorded']);
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
  expect(store.recordings.map(({ seq, arrivals }) => [seq, arrivals.map(({ id }) => id)])).toEqual([
    [1, [1]],
    [2, [2]],
    [3, [3]],
  ]);
});

test('a commit of which no word came is not recorded again', async () => {
  const commit = store.record.bind(store);
  store.record = async (source, recording) => {
    await commit(source, recording);
    store.record = commit;
    throw AWAY;
  };
  await record(readOf(0, tickets(1, 2)));
  await vi.advanceTimersByTimeAsync(60_000);
  await settle();
  expect(store.recordings.map(({ seq, arrivals }) => [seq, arrivals.length])).toEqual([
    [1, 2],
    [2, 0],
  ]);
});

test('an unforeseen error is told to the log alone, and the next read is recorded', async () => {
  store.load = async () => {
    store.load = async () => null;
    throw new TypeError('secret');
  };
  await record(readOf(0, tickets(1, 1)));
  expect(recorder.status().problem?.message).not.toContain('secret');
  await record(readOf(1, tickets(1, 1)));
  expect(store.recordings).toHaveLength(1);
});

test('what is stored is handed over before anything is recorded, and compared with', async () => {
  await record(readOf(0, tickets(1, 5)));
  await recorder.stop();
  recorder = startRecorder();
  const restored: number[] = [];
  await recorder.open(async (read, chunks) => {
    expect(read.number).toBe(100);
    for await (const chunk of chunks) restored.push(...chunk.map(({ id }) => id));
  });
  expect(restored).toEqual([5, 4, 3, 2, 1]);
  await record(readOf(1, tickets(1, 5)));
  expect(store.recordings[1]).toMatchObject({ seq: 2, arrivals: [], changes: [], tickets: [] });
});

test('once a day old states are forgotten, and so are the words of tickets that have long been gone', async () => {
  await record(readOf(0, tickets(1, 2)));
  await record(readOf(1, tickets(1, 1)));
  await passUntil(29);
  await record(readOf(29 * 24, tickets(1, 1)));
  expect(store.erased).toEqual([]);
  await passUntil(31);
  await record(readOf(31 * 24, tickets(1, 1)));
  await record(readOf(31 * 24 + 1, tickets(1, 1)));
  expect(store.erased).toEqual([2]);
  await passUntil(402);
  await record(readOf(402 * 24, tickets(1, 1)));
  expect(recorder.status().since).toBe(new Date(START + 2 * DAY_MS).toISOString());
  expect(recorder.history()?.tickets.count).toBe(1);
});

test('a store that cannot be read at the start is told until it can, even if nothing is read meanwhile', async () => {
  const load = store.load.bind(store);
  store.load = async () => {
    throw AWAY;
  };
  await recorder.open(async () => {});
  await vi.advanceTimersByTimeAsync(60_000);
  await settle();
  expect(recorder.status().problem).not.toBeNull();
  expect(recorder.history()).toBeNull();
  store.load = load;
  await vi.advanceTimersByTimeAsync(60_000);
  await settle();
  expect(recorder.status().problem).toBeNull();
  expect(recorder.history()).not.toBeNull();
});

test('the words of tickets that have long been gone go even if nothing is read any more', async () => {
  await record(readOf(0, tickets(1, 2)));
  await record(readOf(1, tickets(1, 1)));
  await vi.advanceTimersByTimeAsync(31 * DAY_MS);
  await settle();
  expect(store.erased).toEqual([2]);
});

test('what is stored of workspaces that are not in the settings is cleared by age, and the log says so', async () => {
  const other = { baseUrl: 'https://former.example.com', workspace: 'w' };
  store.cleared = { erased: [other], removed: [{ ...other, workspace: 'x' }] };
  await record(readOf(0, tickets(1, 1)));
  const [clearing] = store.clearings;
  expect(clearing).toEqual({ eraseBefore: START - 30 * DAY_MS, removeBefore: START - 400 * DAY_MS });
  expect(log.info.mock.calls.map(([facts]) => facts)).toEqual([other, { ...other, workspace: 'x' }]);
});

test('a workspace that has lost its tickets restores no empty list, and records all of them again', async () => {
  await record(readOf(0, tickets(1, 2), false));
  await recorder.stop();
  await store.erase({ baseUrl: '', workspace: '' }, [1, 2]);
  recorder = startRecorder();
  const restore = vi.fn();
  await recorder.open(restore);
  await record(readOf(1, tickets(1, 2)));
  expect(restore).not.toHaveBeenCalled();
  expect(store.recordings[1]).toMatchObject({ arrivals: [], changes: [], tickets: tickets(1, 2) });
});

test('a clock that was set far ahead erases nothing until it has gone right for a while and something was read', async () => {
  await record(readOf(0, tickets(1, 2)));
  await record(readOf(1, tickets(1, 1)));
  vi.setSystemTime(START + 50 * DAY_MS);
  await record(readOf(50 * 24, tickets(1, 1)));
  await vi.advanceTimersByTimeAsync(2 * HOUR);
  await record(readOf(50 * 24 + 2, tickets(1, 1)));
  expect(store.erased).toEqual([]);
  expect(log.warn).toHaveBeenCalledTimes(1);
  await passUntil(51);
  await record(readOf(51 * 24, tickets(1, 1)));
  expect(store.erased).toEqual([2]);
});

test('nothing is erased by a process that has not read anything yet', async () => {
  await record(readOf(0, tickets(1, 2)));
  await record(readOf(1, tickets(1, 1)));
  await recorder.stop();
  vi.setSystemTime(START + 50 * DAY_MS);
  recorder = startRecorder();
  await recorder.open(async () => {});
  await passUntil(53);
  expect(store.erased).toEqual([]);
  await record(readOf(53 * 24, tickets(1, 1)));
  expect(store.erased).toEqual([2]);
});

test('names and addresses of assignees go with the last state that had them, and may come again', async () => {
  const ann = { assignedUser: { name: 'Ann', email: 'ann@example.com' } };
  const bo = { assignedUser: { name: 'Bo', email: 'bo@example.com' } };
  const known = () => recorder.history()?.values.codeOf('assignee', 'ann@example.com');
  await record(readOf(0, [ticket(1, ann)]));
  await record(readOf(1, [ticket(1, bo)]));
  expect(known()).toBeDefined();
  await passUntil(402);
  expect(known()).toBeUndefined();
  await record(readOf(402 * 24, [ticket(1, ann)]));
  await recorder.stop();
  recorder = startRecorder();
  await recorder.open(async () => {});
  expect(ticketTimeline(recorder.history() as never, 1)?.entries.map(({ to }) => to)).toEqual([
    'ann@example.com',
  ]);
});
