import { type ChangeLog, createChangeLog } from './change-log.ts';
import type { Column } from './column.ts';
import { createReadTimes } from './read-times.ts';
import type { Pruning, RecordedChange, RecordedRead, Recording } from './recording.ts';
import type { HistoryChunk, StoredWorkspace } from './stored.ts';
import { createTicketColumns, type TicketColumns } from './ticket-columns.ts';
import { placeOf } from './ticket-state.ts';
import { createValueTable, type ValueTable } from './value-table.ts';

/** All that is recorded of a workspace, as it lies in memory to be asked. */
export interface RecordedHistory {
  /** That of the last recording; 0 before the first. */
  readonly seq: number;
  /** The last read that was recorded. */
  readonly read: RecordedRead | null;
  /** The instant from which on everything is known that reads have seen; null before the first. Epoch milliseconds. */
  readonly since: number | null;
  readonly values: ValueTable;
  readonly tickets: TicketColumns;
  readonly log: ChangeLog;
  /** The last read of each quarter of an hour, ascending, in epoch milliseconds. */
  readonly reads: readonly number[];
  /** Takes in what was stored, in the order in which it comes. */
  load(chunk: HistoryChunk): void;
  /** Takes in what a read has found. It must be the next recording. */
  apply(recording: Recording): void;
  /** Forgets what {@link planPruning} has planned. */
  prune(pruning: Pruning): void;
  /** Forgets values that nothing refers to, which counts as a recording. */
  dropValues(codes: readonly number[]): void;
}

/** @param stored what is stored of the workspace, whose chunks are to be loaded; left out for a new one */
export function createHistory(stored?: Pick<StoredWorkspace, 'seq' | 'read' | 'since'>): RecordedHistory {
  const values = createValueTable();
  const tickets = createTicketColumns();
  const log = createChangeLog();
  const reads = createReadTimes();
  let seq = stored?.seq ?? 0;
  let read = stored?.read ?? null;
  let since = stored?.since ?? null;

  function addChange({ ticket, field, from, to, at, notBefore }: RecordedChange): void {
    const index = tickets.find(ticket);
    if (index === undefined) throw new Error(`Ticket ${ticket} changes before it arrives`);
    const place = placeOf(field);
    const column = tickets.current[place];
    if (column === undefined) tickets.listed.set(index, Number(values.get(to).value === 'true'));
    else column.set(index, to);
    log.add({ ticket: index, field: place, from, to, at, notBefore });
  }

  /** The machine's clock was set back: nothing recorded may lie in the future. */
  function clamp(latest: number): void {
    for (const column of [tickets.seenAt, tickets.notBefore, log.at, log.notBefore]) clampAll(column, latest);
    reads.dropAfter(latest);
    if (since !== null) since = Math.min(since, latest);
  }

  return {
    get seq() {
      return seq;
    },
    get read() {
      return read;
    },
    get since() {
      return since;
    },
    get reads() {
      return reads.all();
    },
    values,
    tickets,
    log,
    load(chunk) {
      chunk.values?.forEach(values.add);
      chunk.tickets?.forEach(tickets.add);
      chunk.changes?.forEach(addChange);
      chunk.reads?.forEach(reads.add);
    },
    apply(recording) {
      const { takenAt } = recording.read;
      if (recording.seq !== seq + 1) throw new Error(`Recording ${recording.seq} follows ${seq}`);
      if (read !== null && takenAt < read.takenAt) clamp(takenAt);
      recording.values.forEach(values.add);
      recording.arrivals.forEach(tickets.add);
      for (const { id, issuedAt } of recording.reissued) {
        tickets.setIssued(tickets.find(id) as number, issuedAt);
      }
      recording.changes.forEach(addChange);
      reads.add(takenAt);
      seq = recording.seq;
      read = recording.read;
      since ??= takenAt;
    },
    prune({ before, states, removed }) {
      for (const { id, state } of states) {
        const index = tickets.find(id) as number;
        for (const [place, code] of state.entries()) tickets.first[place]?.set(index, code);
      }
      const gone = new Set(removed);
      const ids = tickets.ids.all();
      const kept = Array.from(ids.keys()).filter((index) => !gone.has(ids[index] as number));
      const places = new Map(kept.map((index, place) => [index, place]));
      log.dropFirst(countUntil(log.at.all(), before), (index) => places.get(index) as number);
      tickets.keep(kept);
      reads.dropBefore(before);
      if (since !== null) since = Math.max(since, before);
    },
    dropValues(codes) {
      codes.forEach(values.drop);
      seq++;
    },
  };
}

function clampAll(column: Column<Float64Array<ArrayBuffer>>, latest: number): void {
  const instants = column.all();
  for (let index = 0; index < instants.length; index++) {
    // Not a minimum, which of an instant that is unknown would make a known one.
    if ((instants[index] as number) > latest) instants[index] = latest;
  }
}

/** How many instants, which are ascending, are at `latest` or before. */
export function countUntil(instants: Float64Array, latest: number): number {
  let from = 0;
  let to = instants.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((instants[middle] as number) <= latest) from = middle + 1;
    else to = middle;
  }
  return from;
}
