import { createRandom, type Random } from './random.ts';
import { asCreated, changed, movedPart, type SandboxRecord, takenPart, timesOf } from './record.ts';

const DAY_MS = 86_400_000;

/** A ticket as it was from an instant on, in epoch milliseconds. */
export interface PastState {
  readonly at: number;
  readonly record: SandboxRecord;
}

/** A change of a ticket; `isTold`: its date of update says so, which it does not of being overdue. */
interface Change {
  readonly at: number;
  readonly parts: Partial<SandboxRecord>;
  readonly isTold: boolean;
}

/** Invents how a ticket came to be what it is: its states, the first one first, the last one as it is listed. */
export function inventLife(record: SandboxRecord, seed: number, now: number): PastState[] {
  const random = createRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(record.id, 0x85ebca6b));
  const { created, updated } = timesOf(record);
  if (!(updated >= created)) return [{ at: Number.isNaN(created) ? 0 : created, record }];
  const changes = [
    ...inventStatuses(record, { created, updated }, random),
    ...inventOverdue(record, { created, updated, now }, random),
    ...inventMoves(record, { created, updated }, random),
  ].sort((a, b) => a.at - b.at);
  return statesOf(record, created, changes);
}

/** Goes back from the listed state: before each change a ticket was as the change before has left it. */
function statesOf(record: SandboxRecord, created: number, changes: readonly Change[]): PastState[] {
  if (changes.length === 0) return [{ at: created, record }];
  let current = asCreated(record, Object.assign({}, ...changes.map(({ parts }) => parts)));
  const states: PastState[] = [{ at: created, record: current }];
  for (const [index, { at, parts, isTold }] of changes.entries()) {
    current = index === changes.length - 1 ? record : changed(current, parts, isTold ? at : null);
    states.push({ at, record: current });
  }
  return states;
}

interface Times {
  readonly created: number;
  readonly updated: number;
}

function inventStatuses(record: SandboxRecord, { created, updated }: Times, random: Random): Change[] {
  const path = pathTo(record.status, random);
  const between = path.slice(1).map(() => instantBetween(created, updated, random));
  const instants = between.sort((a, b) => a - b);
  return path.map((status, index) => ({
    at: index === path.length - 1 ? updated : (instants[index] as number),
    // Somebody takes it when it is opened.
    parts: index === 0 ? { status, ...takenPart(record) } : { status },
    isTold: true,
  }));
}

/** The statuses after the first one, which is always `NEW`. */
function pathTo(status: string, random: Random): string[] {
  if (status === 'NEW') return [];
  if (status === 'OPEN') return ['OPEN'];
  if (status !== 'RESOLVED') return ['OPEN', status];
  if (random.chance(0.06)) return ['OPEN', 'RESOLVED', 'OPEN', 'RESOLVED'];
  return random.chance(0.15) ? ['OPEN', 'ESCALATED', 'RESOLVED'] : ['OPEN', 'RESOLVED'];
}

function inventOverdue(
  record: SandboxRecord,
  { created, updated, now }: Times & { readonly now: number },
  random: Random,
): Change[] {
  const change = (at: number, isOverdue: boolean) => ({ at, parts: { isOverdue }, isTold: false });
  if (record.isOverdue) {
    const due = created + random.whole(5, 30) * DAY_MS;
    return [change(Math.min(due, instantBetween(created, now, random)), true)];
  }
  if (record.status !== 'RESOLVED' || !random.chance(0.3)) return [];
  return [change(instantBetween(created, updated, random), true), change(updated, false)];
}

function inventMoves(record: SandboxRecord, { created, updated }: Times, random: Random): Change[] {
  const parts = movedPart(record);
  return parts === null ? [] : [{ at: instantBetween(created, updated, random), parts, isTold: true }];
}

function instantBetween(from: number, to: number, random: Random): number {
  return from + Math.floor(random.next() * (to - from));
}
