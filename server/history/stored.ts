import type { Ticket } from '../../contract/index.ts';
import type {
  Pruning,
  RecordedChange,
  RecordedRead,
  RecordedTicket,
  RecordedValue,
  Recording,
} from './recording.ts';

/** The workspace that something is recorded of. What is stored of one API is nothing to another. */
export interface RecordedSource {
  readonly baseUrl: string;
  readonly workspace: string;
}

/** Some of what was recorded, in an order that can be built upon as it comes. */
export interface HistoryChunk {
  readonly values?: readonly RecordedValue[];
  readonly tickets?: readonly RecordedTicket[];
  /** In the order in which they were recorded. */
  readonly changes?: readonly RecordedChange[];
  /**
   * The reads, in epoch milliseconds, ascending: the last of each quarter of an hour. Days begin at quarters everywhere,
   * so it is known of every day whether it had a read.
   */
  readonly reads?: readonly number[];
}

/** What is stored of a workspace. */
export interface StoredWorkspace {
  /** The `seq` of the last recording. */
  readonly seq: number;
  readonly read: RecordedRead;
  /** The first read that was recorded, in epoch milliseconds. */
  readonly since: number;
  /** The tickets of that read, in chunks of about a thousand, the newest ids first. */
  tickets(): AsyncIterable<readonly Ticket[]>;
  history(): AsyncIterable<HistoryChunk>;
}

/** Instants that are epoch milliseconds: a last read before them is too old. */
export interface AgeLimits {
  /** For the tickets, with their words, names and addresses. */
  readonly eraseBefore: number;
  /** For everything. */
  readonly removeBefore: number;
}

/** The workspaces that something was cleared of. */
export interface ClearedSources {
  /** They have lost their tickets; what their states were stays. */
  readonly erased: readonly RecordedSource[];
  /** Nothing of them is left. */
  readonly removed: readonly RecordedSource[];
}

/** What outlives the process, of all workspaces. Every method rejects with a {@link StoreError} when it fails. */
export interface TicketStore {
  /** Reads what is stored of a workspace; null when that is nothing. */
  load(source: RecordedSource): Promise<StoredWorkspace | null>;
  /**
   * Writes a recording, whole or not at all; it is kept when the promise resolves.
   *
   * @throws StoreError `conflict` when its `seq` is not the next one: then something else has been recorded
   */
  record(source: RecordedSource, recording: Recording): Promise<void>;
  prune(source: RecordedSource, pruning: Pruning): Promise<void>;
  /**
   * Drops values that nothing refers to. It counts as a recording, so that whoever else has their codes reads anew.
   *
   * @throws StoreError `conflict` when `seq` is not the next one
   */
  dropValues(source: RecordedSource, seq: number, codes: readonly number[]): Promise<void>;
  /** Erases the words, names and addresses of tickets that are listed no longer; what their states were stays. */
  erase(source: RecordedSource, ids: readonly number[]): Promise<void>;
  /** Clears by age what is stored of other workspaces than those that are configured: no recorder looks after them. */
  clearUnconfigured(configured: readonly RecordedSource[], limits: AgeLimits): Promise<ClearedSources>;
}

/**
 * The kinds of failure of a store: another recording came first; there is no room left; the database cannot be reached
 * or answers too late; anything else.
 */
export type StoreFailure = 'conflict' | 'full' | 'away' | 'broken';

/** A failure of the store. Its message is one plain sentence for those who run Loopdesk, without any data. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: StoreFailure;

  constructor(kind: StoreFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
