import { beforeEach, expect, test } from 'vitest';
import { createMemoryArchive } from '../snapshot/memory-archive.ts';
import type { ReadingStatus } from '../snapshot/ports.ts';
import { makeSnapshot } from '../snapshot/testing/make-snapshot.ts';
import { type ManualClock, manualClock } from '../test/clock.ts';
import type { LeaseState } from './lease-state.ts';
import type { LeaseRow } from './lease-store.ts';
import type { SharedStatus } from './shared-status.ts';
import { createSharedWorkspace, type SharedWorkspace } from './shared-workspace.ts';

const READING: ReadingStatus = {
  state: 'refreshing',
  nextRefreshAt: '2026-02-04T12:01:00.000Z',
  refresh: { price: 3, everySeconds: 60, reason: 'configured', seenWithinSeconds: 120 },
  problem: null,
  calls: { lastMinute: 2, today: 30, perDay: 2_000 },
  progress: null,
  daily: { at: '06:00', nextAt: null },
};
const DISK_FULL = { message: 'There is no room left.', since: '2026-02-04T11:00:00.000Z' };

let state: { -readonly [Key in keyof LeaseState]: LeaseState[Key] };
let clock: ManualClock;
let archive: ReturnType<typeof createMemoryArchive>;
let workspace: SharedWorkspace;

/** A process that follows another one, of which this is known. */
function follow(status: SharedStatus | null): void {
  const row = { id: 1, status: status && JSON.stringify(status) } as LeaseRow;
  Object.assign(state, { row: () => row });
}

beforeEach(() => {
  clock = manualClock(Date.parse('2026-02-04T12:00:00Z'));
  archive = createMemoryArchive(1);
  state = {
    row: () => null,
    lease: () => null,
    holding: () => null,
    silence: () => null,
    isRestoring: () => false,
  } as typeof state;
  workspace = createSharedWorkspace({
    state: new Proxy({} as LeaseState, { get: (_, name: keyof LeaseState) => state[name] }),
    shown: archive,
    history: { history: () => null },
    wishes: { watch: () => undefined, refresh: () => undefined, tell: () => undefined },
    look: () => new Promise(() => undefined),
    calls: () => ({ lastMinute: 0, today: 7, perDay: 2_000 }),
    refreshMs: 60_000,
    clock,
  });
});

test('before anything is known it is loading, with the calls that the database tells', () => {
  expect(workspace.status()).toMatchObject({ state: 'loading', calls: { today: 7 }, problem: null });
});

test('the state is that of the process that reads, once its tickets are here, and so is what keeps it from recording', async () => {
  follow({ reading: READING, recordingProblem: DISK_FULL });
  expect(workspace.status()).toEqual({ ...READING, state: 'loading' });
  await archive.add(makeSnapshot([{}]), clock.now());
  expect(workspace.status()).toEqual(READING);
  expect(workspace.recordingStatus()).toEqual({ since: null, lastAt: null, problem: DISK_FULL });
});

test('the last words of a process that has ended are not told while what is stored is read', async () => {
  follow({ reading: READING, recordingProblem: null });
  await archive.add(makeSnapshot([{}]), clock.now());
  Object.assign(state, { isRestoring: () => true, lease: () => ({ id: 1, holder: 'us', term: 2 }) });
  expect(workspace.status()).toMatchObject({ state: 'loading', nextRefreshAt: null, daily: null });
});

test('the first part of what is stored does not count as the list of the process that reads', async () => {
  follow({ reading: { ...READING, state: 'fresh' }, recordingProblem: null });
  await archive.add(makeSnapshot([{}], { whole: false, total: 9 }), clock.now());
  Object.assign(state, { isRestoring: () => true });
  expect(workspace.status().state).toBe('loading');
});

test('without the database for longer than a lease lasts, the list is stale, and says why and since when', async () => {
  follow({ reading: READING, recordingProblem: null });
  await archive.add(makeSnapshot([{}]), clock.now());
  const reason = 'The database cannot be reached (ECONNREFUSED).';
  const silence = { since: clock.now(), heardAt: clock.now() - 1_000, reason };
  Object.assign(state, { silence: () => silence });
  clock.pass(9_000);
  expect(workspace.status()).toEqual(READING);
  clock.pass(1_000);
  const since = '2026-02-04T12:00:00.000Z';
  expect(workspace.status()).toMatchObject({
    state: 'stale',
    nextRefreshAt: null,
    problem: { kind: 'database-away', since, retryAt: '2026-02-04T12:00:15.000Z' },
  });
  expect(workspace.recordingStatus().problem).toEqual({ message: reason, since });
  expect(workspace.snapshots.newest()).not.toBeNull();
});
