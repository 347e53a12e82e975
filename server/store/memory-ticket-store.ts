import type { Ticket } from '../../contract/index.ts';
import type {
  RecordedChange,
  RecordedRead,
  RecordedTicket,
  RecordedValue,
  Recording,
} from '../history/recording.ts';
import {
  type HistoryChunk,
  type RecordedSource,
  type StoredWorkspace,
  StoreError,
  type TicketStore,
} from '../history/stored.ts';
import { dropForgotten, keyOf, type MemoryReports } from './memory-report-store.ts';
import { quarterOf } from './quarters.ts';

interface Workspace {
  readonly source: RecordedSource;
  seq: number;
  since: number;
  read: RecordedRead;
  changes: RecordedChange[];
  readonly values: Map<number, RecordedValue>;
  readonly recorded: Map<number, RecordedTicket>;
  readonly tickets: Map<number, Ticket>;
  /** The ids of tickets that are listed no longer. */
  readonly gone: Set<number>;
  /** The last read of each quarter of an hour. */
  readonly reads: Map<number, number>;
}

/**
 * The store of tickets that ends with the process.
 *
 * @param reports the schedules, which go with all the rest of a workspace
 */
export function createMemoryTicketStore(reports: MemoryReports = new Map()): TicketStore {
  const workspaces = new Map<string, Workspace>();
  const find = (source: RecordedSource) => workspaces.get(keyOf(source));

  return {
    load: async (source) => toStored(find(source)),
    async record(source, recording) {
      const { seq, read } = recording;
      const known = find(source);
      if (seq !== (known?.seq ?? 0) + 1) throw conflict();
      const workspace = known ?? begin(source, read);
      workspaces.set(keyOf(source), workspace);
      if (read.takenAt < workspace.read.takenAt) endAt(workspace, read.takenAt);
      write(workspace, recording);
      Object.assign(workspace, { seq, read });
    },
    async prune(source, { before, states, removed }) {
      const workspace = find(source);
      if (workspace === undefined) return;
      workspace.since = Math.max(workspace.since, before);
      for (const { id, state } of states) amend(workspace, id, { state });
      const gone = new Set(removed);
      workspace.changes = workspace.changes.filter(({ ticket, at }) => at > before && !gone.has(ticket));
      for (const [quarter, read] of workspace.reads) if (read < before) workspace.reads.delete(quarter);
      for (const id of removed) {
        workspace.recorded.delete(id);
        workspace.tickets.delete(id);
        workspace.gone.delete(id);
      }
    },
    async dropValues(source, seq, codes) {
      const workspace = find(source);
      if (workspace === undefined || seq !== workspace.seq + 1) throw conflict();
      for (const code of codes) workspace.values.delete(code);
      workspace.seq = seq;
    },
    async erase(source, ids) {
      const workspace = find(source);
      for (const id of ids) if (workspace?.gone.delete(id)) workspace.tickets.delete(id);
    },
    async clearUnconfigured(configured, { eraseBefore, removeBefore }) {
      const cleared = { erased: [] as RecordedSource[], removed: [] as RecordedSource[] };
      const kept = new Set(configured.map(keyOf));
      for (const [key, workspace] of workspaces) {
        const { source, read, tickets } = workspace;
        if (kept.has(key)) continue;
        if (read.takenAt < removeBefore) {
          workspaces.delete(key);
          reports.delete(key);
          cleared.removed.push(source);
        } else if (read.takenAt < eraseBefore && tickets.size > 0) {
          eraseAll(workspace);
          cleared.erased.push(source);
        }
      }
      const isKept = (key: string) => kept.has(key) || workspaces.has(key);
      cleared.removed.push(...dropForgotten(reports, isKept, removeBefore));
      return cleared;
    },
  };
}

function conflict(): StoreError {
  return new StoreError('conflict', 'Something else has been recorded since.');
}

/** Whoever still has them in memory is to read again what is stored, before anything more is recorded. */
function eraseAll(workspace: Workspace): void {
  workspace.tickets.clear();
  workspace.gone.clear();
  workspace.seq++;
  workspace.read = { ...workspace.read, whole: false };
}

function write(
  workspace: Workspace,
  { read, values, arrivals, reissued, changes, tickets }: Recording,
): void {
  for (const value of values) workspace.values.set(value.code, value);
  for (const ticket of arrivals) workspace.recorded.set(ticket.id, ticket);
  for (const { id, issuedAt } of reissued) amend(workspace, id, { issuedAt });
  for (const ticket of tickets) {
    workspace.tickets.set(ticket.id, ticket);
    workspace.gone.delete(ticket.id);
  }
  for (const change of changes) {
    workspace.changes.push(change);
    if (change.field === 'listed') setListed(workspace, change);
  }
  workspace.reads.set(quarterOf(read.takenAt), read.takenAt);
}

function begin(source: RecordedSource, read: RecordedRead): Workspace {
  return {
    source,
    seq: 0,
    since: read.takenAt,
    read,
    changes: [],
    values: new Map(),
    recorded: new Map(),
    tickets: new Map(),
    gone: new Set(),
    reads: new Map(),
  };
}

function toStored(workspace: Workspace | undefined): StoredWorkspace | null {
  if (workspace === undefined) return null;
  const { seq, since, read, tickets, gone, values, recorded, changes, reads } = workspace;
  const listed = [...tickets.values()].filter(({ id }) => !gone.has(id)).sort((a, b) => b.id - a.id);
  const chunk: HistoryChunk = {
    values: [...values.values()],
    tickets: [...recorded.values()],
    changes: [...changes],
    reads: [...reads.values()].sort((a, b) => a - b),
  };
  return {
    seq,
    since,
    read,
    async *tickets() {
      yield listed;
    },
    async *history() {
      yield chunk;
    },
  };
}

function amend(workspace: Workspace, id: number, part: Partial<RecordedTicket>): void {
  const ticket = workspace.recorded.get(id);
  if (ticket !== undefined) workspace.recorded.set(id, { ...ticket, ...part });
}

function setListed({ gone, values }: Workspace, { ticket, to }: RecordedChange): void {
  if (values.get(to)?.value === 'true') gone.delete(ticket);
  else gone.add(ticket);
}

/** Moves what was recorded of a later time than `end` there, after a clock has been set back. */
function endAt(workspace: Workspace, end: number): void {
  workspace.since = Math.min(workspace.since, end);
  for (const [id, ticket] of workspace.recorded) {
    const notBefore = ticket.notBefore === null ? null : Math.min(ticket.notBefore, end);
    workspace.recorded.set(id, { ...ticket, seenAt: Math.min(ticket.seenAt, end), notBefore });
  }
  workspace.changes = workspace.changes.map((change) => ({
    ...change,
    at: Math.min(change.at, end),
    notBefore: Math.min(change.notBefore, end),
  }));
  for (const [quarter, read] of workspace.reads) if (read > end) workspace.reads.delete(quarter);
}
