import { setImmediate } from 'node:timers/promises';
import { generateTickets } from './generator.ts';
import { inventLife, type PastState } from './past-life.ts';
import { createRandom } from './random.ts';
import type { SandboxRecord } from './record.ts';

const DAY_MS = 86_400_000;
const PAST_DAYS = 90;
const LEAVERS = 40;
/** Tickets that are invented in one turn. */
const TURN = 100;
/** When the workspace is read each morning, in hours of the machine's zone. */
const READ_HOUR = 6;

/** What a read of a past morning would have found that the one before had not. */
export interface PastRead {
  /** Epoch milliseconds. */
  readonly takenAt: number;
  /** Tickets that are new, or not as before. */
  readonly changed: readonly SandboxRecord[];
  /** The ids of those that were listed no longer. */
  readonly gone: readonly number[];
}

/** A ticket's states, and when it left. */
interface Life {
  readonly states: readonly PastState[];
  readonly leavesAt: number;
}

/**
 * Invents the last three months of tickets, morning by morning, so that they end as they are listed now. Some others
 * have left meanwhile. The same seed gives the same past. Inventing takes turns with whatever else is to be done.
 */
export async function* inventPast(
  records: readonly SandboxRecord[],
  { seed, now }: { readonly seed: number; readonly now: number },
): AsyncGenerator<PastRead> {
  const lives: Life[] = inventLeavers(seed, now);
  for (const [index, record] of records.entries()) {
    lives.push({ states: inventLife(record, seed, now), leavesAt: Number.POSITIVE_INFINITY });
    if (index % TURN === 0) await setImmediate();
  }
  let before = Number.NEGATIVE_INFINITY;
  for (const takenAt of mornings(now)) {
    const isNew = (at: number) => at > before && at <= takenAt;
    const present = lives.filter(({ leavesAt }) => leavesAt > takenAt);
    const changed = present.flatMap(({ states }) => states.findLast(({ at }) => isNew(at))?.record ?? []);
    const gone = lives.flatMap(({ states, leavesAt }) =>
      isNew(leavesAt) ? (states[0]?.record.id ?? []) : [],
    );
    yield { takenAt, changed, gone };
    before = takenAt;
  }
}

/** Tickets that were deleted for good. Their ids are below all others. */
function inventLeavers(seed: number, now: number): Life[] {
  const random = createRandom(seed + 7);
  const then = now - 30 * DAY_MS;
  const records = generateTickets({ count: LEAVERS, seed: seed + 7, now: then, firstId: 20_000 });
  return records.map((record) => ({
    states: inventLife(record, seed, then),
    leavesAt: then + random.whole(-40, 28) * DAY_MS,
  }));
}

function mornings(now: number): number[] {
  const today = new Date(now);
  return Array.from({ length: PAST_DAYS + 1 }, (_, index) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - PAST_DAYS + index, READ_HOUR).getTime(),
  ).filter((morning) => morning < now);
}
