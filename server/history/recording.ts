import type { HistoryField, Ticket } from '../../contract/index.ts';

/**
 * A value that some ticket has had, under the code that stands for it wherever values are recorded. Values of a field
 * are told apart by the query's own texts; both segments share theirs.
 */
export interface RecordedValue {
  /** From 0, never given to another value. */
  readonly code: number;
  readonly field: HistoryField;
  readonly value: string;
  /** The newest name that it went by. */
  readonly label: string;
}

/** A ticket as the first read that had it saw it. */
export interface RecordedTicket {
  readonly id: number;
  /** Epoch milliseconds; null when the ticket has none. */
  readonly issuedAt: number | null;
  /** The read that saw it first, and the one before, which did not: epoch milliseconds; null for the very first read. */
  readonly seenAt: number;
  readonly notBefore: number | null;
  /** A code for each of `STATE_FIELDS`, in their order. */
  readonly state: readonly number[];
}

/** A change of a ticket between two reads. */
export interface RecordedChange {
  readonly ticket: number;
  readonly field: HistoryField;
  /** The best known instant, and the read that last saw `from`: epoch milliseconds. */
  readonly at: number;
  readonly notBefore: number;
  /** Codes of values. */
  readonly from: number;
  readonly to: number;
}

/** The read that a recording is of: what a snapshot says of itself. Epoch milliseconds. */
export interface RecordedRead {
  /** Number of the snapshot. */
  readonly number: number;
  readonly takenAt: number;
  readonly whole: boolean;
  readonly total: number | null;
}

/**
 * All that one read adds to what is recorded of a workspace: written whole or not at all. A clock that was set back
 * shows in a read that is older than the one before it; then every instant recorded after `read.takenAt` becomes
 * `read.takenAt` first, so that the past never lies in the future.
 */
export interface Recording {
  /** One more than that of the recording before it; from 1. */
  readonly seq: number;
  readonly read: RecordedRead;
  /** New values, and known ones that go by another label now. */
  readonly values: readonly RecordedValue[];
  /** Tickets that no read had seen before. */
  readonly arrivals: readonly RecordedTicket[];
  /** Tickets whose issue date is another than recorded. */
  readonly reissued: readonly Pick<RecordedTicket, 'id' | 'issuedAt'>[];
  /** In the order of their instants for each ticket. One that is listed no longer has a change of `listed`. */
  readonly changes: readonly RecordedChange[];
  /** The tickets that are new, or not as the read before had them, as they are now. */
  readonly tickets: readonly Ticket[];
}

/**
 * The end of what is older than the time for which states are kept: the first known states move up to `before`, and
 * changes up to it are dropped.
 */
export interface Pruning {
  /** Epoch milliseconds. */
  readonly before: number;
  /** Tickets with changes up to `before`, and their states as of then. */
  readonly states: readonly Pick<RecordedTicket, 'id' | 'state'>[];
  /** Tickets that have been gone upstream since before then: nothing of them is kept. */
  readonly removed: readonly number[];
}
