import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, type Mock, vi } from 'vitest';
import { DAY_MS, type Ticket } from '../../../contract/index.ts';
import { type FakeStore, fakeStore } from '../../history/testing/fake-store.ts';
import { buildSnapshot, type Snapshot } from '../../snapshot/snapshot.ts';
import type { RecorderLog } from '../keep-house.ts';
import { createRecorder, type Recorder } from '../recorder.ts';

/** Start of the tests' clock. */
export const START = Date.parse('2026-02-04T12:00:00.000Z');
/** An hour in milliseconds. */
export const HOUR = 3_600_000;

/** Objects of one test. */
interface Bench {
  store: FakeStore;
  log: { [Level in keyof RecorderLog]: Mock<RecorderLog[Level]> };
  outcomes: string[];
  recorder: Recorder;
}

/** Gives every test of a file a fresh recorder over an empty store, and a clock that the test moves. */
export function eachWithRecorder() {
  const bench = {} as Bench;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'], now: START });
    bench.store = fakeStore();
    bench.log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
    bench.outcomes = [];
    bench.recorder = recorderOver(bench);
  });
  afterEach(async () => {
    await bench.recorder.stop();
    vi.useRealTimers();
  });
  return {
    bench,
    /** Starts another recorder over the same store. */
    startRecorder: () => recorderOver(bench),
    /** Has a snapshot recorded, as far as that goes without waiting. */
    async record(snapshot: Snapshot): Promise<void> {
      bench.recorder.record(snapshot);
      await settle();
    },
  };
}

function recorderOver({ store, log, outcomes }: Bench): Recorder {
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

/** Lets everything run that waits for nothing but the event loop. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await setImmediate();
}

/** Lets the time pass until so many days after the start. */
export async function passUntil(day: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(START + day * DAY_MS - Date.now());
  await settle();
}

/** The snapshot of a read so many hours after the start. */
export function readOf(hour: number, list: readonly Ticket[], whole = true): Snapshot {
  const takenAt = START + hour * HOUR;
  return buildSnapshot({ number: 100 + hour, takenAt, whole, total: list.length, tickets: list });
}
