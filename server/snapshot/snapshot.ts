import type { Ticket } from '../../contract/index.ts';
import { buildColumns, type Columns } from './columns.ts';
import { sortInSteps } from './merge-sort.ts';
import { finish, type Steps } from './steps.ts';

/** The input of a snapshot. */
export interface SnapshotInput {
  /** Counts up from 1 within a workspace. */
  readonly number: number;
  /** Epoch milliseconds: when the read of all pages began. */
  readonly takenAt: number;
  /** Whether these are all the tickets that the upstream has. */
  readonly whole: boolean;
  /** The upstream's `totalCount`. */
  readonly total: number | null;
  /** In any order, distinct by id. */
  readonly tickets: readonly Ticket[];
}

/** All tickets of a workspace as one read found them, with what it takes to answer fast. It never changes. */
export interface Snapshot extends SnapshotInput {
  /** By ascending id. A ticket's place here is its position in every column. */
  readonly tickets: readonly Ticket[];
  readonly columns: Columns;
}

/** Builds a snapshot at once, which takes half a second at 50,000 tickets. */
export function buildSnapshot(input: SnapshotInput): Snapshot {
  return finish(buildSnapshotInSteps(input));
}

/** Builds a snapshot in steps of a few milliseconds, so that a server can answer requests between them. */
export function* buildSnapshotInSteps(input: SnapshotInput): Steps<Snapshot> {
  const { number, takenAt, whole, total } = input;
  const tickets = yield* sortInSteps(input.tickets, (a, b) => a.id - b.id);
  const columns = yield* buildColumns(tickets, takenAt);
  return { number, takenAt, whole, total, tickets, columns };
}

/** The ticket of that id; null when the snapshot has none. */
export function findTicket(snapshot: Snapshot, id: number): Ticket | null {
  const position = findPosition(snapshot, id);
  return position === null ? null : (snapshot.tickets[position] as Ticket);
}

/** The position of the ticket of that id; null when the snapshot has none. */
export function findPosition({ tickets }: Snapshot, id: number): number | null {
  let from = 0;
  let to = tickets.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((tickets[middle] as Ticket).id < id) from = middle + 1;
    else to = middle;
  }
  return tickets[from]?.id === id ? from : null;
}
