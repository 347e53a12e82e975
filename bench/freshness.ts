import { createMemoryArchive } from '../server/snapshot/memory-archive.ts';
import type { Snapshot, SnapshotInput } from '../server/snapshot/snapshot.ts';
import { createPlanner } from '../server/sync/planner.ts';
import { createWorkspaceSync } from '../server/sync/workspace-sync.ts';
import { createCallBudget } from '../server/upstream/call-budget.ts';
import type { Clock } from '../server/upstream/clock.ts';
import { createPacer } from '../server/upstream/pacer.ts';
import { createReliableClient } from '../server/upstream/retry.ts';
import { formatTable, percentile } from './figures.ts';
import { createVirtualClock } from './freshness-clock.ts';
import { createLivingUpstream } from './freshness-upstream.ts';
import { createViewer, GLANCE_MS, type Seen } from './freshness-viewer.ts';

const TICKETS = [1_000, 10_000, 50_000];
const CALLS_PER_DAY = [500, 2_000, 10_000];
const PER_PAGE = 100;
const CALLS_PER_MINUTE = 240;
const REFRESH_MS = 60_000;
const MINUTE_MS = 60_000;
const WORKING_DAY_MS = 8 * 60 * MINUTE_MS;

/** Sixteen hours before the count of calls starts anew. */
const MORNING = Date.parse('2026-02-04T08:00:00.000Z');

const TARGET = { firstPageMs: 2 * MINUTE_MS, unseenMs: 45 * MINUTE_MS };

/** One day under one budget. */
interface Day extends Seen {
  readonly tickets: number;
  readonly callsPerDay: number;
  readonly calls: number;
}

/**
 * A working day of eight hours on a virtual clock: the real pacer, planner and sync over a made-up upstream
 * that lives, and somebody who looks every ten seconds. Only the columns of the snapshots, which nobody asks
 * here, are left out. Beside it what a poller would do that reads all pages every minute.
 */
export async function benchFreshness(): Promise<string> {
  const days: Day[] = [];
  for (const tickets of TICKETS) {
    for (const callsPerDay of CALLS_PER_DAY) days.push(await liveThrough(tickets, callsPerDay));
  }
  const head = [
    ...['tickets', 'a read costs', 'calls a day', 'calls used', 'first page: median age', 'worst'],
    ...['a change unseen: median', 'worst', 'later than told', 'naive: calls', 'naive: runs dry after'],
  ];
  return `${formatTable([head, ...days.map(describeDay)])}\n\n${describeTargets(days)}`;
}

async function liveThrough(tickets: number, callsPerDay: number): Promise<Day> {
  const virtual = createVirtualClock(MORNING);
  const { now, sleep, setTimer } = virtual;
  const clock: Clock = { now, toWall: (moment) => moment };
  const upstream = createLivingUpstream({ tickets, now, sleep });
  const pacer = createPacer({
    callsPerMinute: CALLS_PER_MINUTE,
    budget: createCallBudget({ perDay: callsPerDay }),
    clock,
    sleep,
  });
  const sync = createWorkspaceSync({
    workspace: { id: 'w', name: 'W' },
    client: createReliableClient({ client: upstream.client, pacer, clock, sleep }),
    usage: pacer.usage,
    planner: createPlanner({ usage: pacer.usage, refreshMs: REFRESH_MS, clock }),
    perPage: PER_PAGE,
    logger: { info() {}, warn() {}, error: (_facts, message) => console.error(message) },
    archive: createMemoryArchive(1),
    clock,
    setTimer,
    buildSnapshot,
  });
  const viewer = createViewer(sync, upstream);
  sync.start();
  for (let at = MORNING; at < MORNING + WORKING_DAY_MS; at += GLANCE_MS) {
    await virtual.runUntil(at);
    viewer.look(at);
  }
  const seen = viewer.leave(now());
  await sync.stop();
  return { tickets, callsPerDay, calls: pacer.usage().today, ...seen };
}

/** Without columns: building those of 50,000 tickets hundreds of times would measure something else. */
async function buildSnapshot(input: SnapshotInput): Promise<Snapshot> {
  const tickets = input.tickets.toSorted((a, b) => a.id - b.id);
  return { ...input, tickets, columns: {} as Snapshot['columns'] };
}

function describeDay(day: Day): string[] {
  const { tickets, callsPerDay, calls, firstPageAges, changeAges, lateChanges } = day;
  const price = tickets / PER_PAGE;
  const naiveCalls = (price * WORKING_DAY_MS) / MINUTE_MS;
  const lasts = (callsPerDay / price) * MINUTE_MS;
  return [
    ...[tickets, price, callsPerDay, calls].map((number) => number.toLocaleString('en')),
    ...[0.5, 1].map((share) => formatMinutes(percentile(firstPageAges, share))),
    ...[0.5, 1].map((share) => formatMinutes(percentile(changeAges, share))),
    `${lateChanges} of ${changeAges.length}`,
    naiveCalls.toLocaleString('en'),
    naiveCalls <= callsPerDay ? 'never' : formatMinutes(lasts),
  ];
}

function describeTargets(days: readonly Day[]): string {
  const over = days.filter(({ calls, callsPerDay }) => calls > callsPerDay).length;
  const day = days.find(({ tickets, callsPerDay }) => tickets === 10_000 && callsPerDay === 2_000);
  const isMet =
    day !== undefined &&
    percentile(day.firstPageAges, 0.5) < TARGET.firstPageMs &&
    percentile(day.changeAges, 1) < TARGET.unseenMs;
  return [
    `Days over their calls: ${over}. `,
    `10,000 tickets with 2,000 calls, first page under ${formatMinutes(TARGET.firstPageMs)} in the median `,
    `and no change unseen for ${formatMinutes(TARGET.unseenMs)}: ${isMet ? 'met' : 'MISSED'}.`,
  ].join('');
}

function formatMinutes(milliseconds: number): string {
  return `${(milliseconds / MINUTE_MS).toFixed(1)} min`;
}
