import type { HistoryField, Ticket } from '../../contract/index.ts';
import { sortInSteps } from '../snapshot/merge-sort.ts';
import { inSlices, type Steps } from '../snapshot/steps.ts';
import { createNewValues, type NewValues } from './new-values.ts';
import type { RecordedHistory } from './recorded-history.ts';
import type { RecordedChange, RecordedRead, RecordedTicket, Recording } from './recording.ts';
import { STATE_READERS } from './ticket-state.ts';

/** A read, and what it is compared with. */
export interface DiffInput {
  readonly history: RecordedHistory;
  readonly read: RecordedRead;
  /** By ascending id, as are the previous ones. */
  readonly tickets: readonly Ticket[];
  /** Those of the recording before; none where they are not known, which costs a comparison of all. */
  readonly previous: readonly Ticket[];
  /** Whether two tickets say the same, where they are not one object. */
  readonly isSame: (one: Ticket, other: Ticket) => boolean;
}

/** The work of a step: a ticket that is as before costs 1. */
const STEP = 16_384;
const COST_OF_OTHERS = 16;

/** Finds out what a read adds to what is recorded. A read that is not whole ends no ticket. */
export function* diffRead(input: DiffInput): Steps<Recording> {
  const { history, read, tickets, previous, isSame } = input;
  const diff = startDiff(history, read);
  let place = 0;
  let work = 0;
  for (const ticket of tickets) {
    while (place < previous.length && (previous[place] as Ticket).id < ticket.id) place++;
    const before = previous[place];
    const isKnown =
      before === ticket || (before !== undefined && before.id === ticket.id && isSame(before, ticket));
    if (!isKnown) diff.compare(ticket);
    work += isKnown ? 1 : COST_OF_OTHERS;
    if (work < STEP) continue;
    work = 0;
    yield;
  }
  if (read.whole) yield* diff.endOthers(tickets);
  const { arrivals, reissued, changed, changes, values } = diff;
  return {
    seq: history.seq + 1,
    read,
    values: values.list(),
    arrivals,
    reissued,
    changes: yield* sortInSteps(changes, (a, b) => a.at - b.at),
    tickets: changed,
  };
}

/** The parts of a recording, as they are found. */
interface Diff {
  readonly arrivals: RecordedTicket[];
  readonly reissued: Pick<RecordedTicket, 'id' | 'issuedAt'>[];
  readonly changes: RecordedChange[];
  readonly changed: Ticket[];
  readonly values: NewValues;
  /** Notes what is new about a ticket. */
  compare(ticket: Ticket): void;
  /** Notes that the tickets that are recorded as listed and are not among these are listed no longer. */
  endOthers(tickets: readonly Ticket[]): Steps<void>;
}

function startDiff(history: RecordedHistory, { takenAt }: RecordedRead): Diff {
  const columns = history.tickets;
  const values = createNewValues(history.values);
  const arrivals: RecordedTicket[] = [];
  const reissued: Diff['reissued'] = [];
  const changes: RecordedChange[] = [];
  const changed: Ticket[] = [];
  // A clock that was set back has moved the read before to this one.
  const lastAt = history.read === null ? null : Math.min(history.read.takenAt, takenAt);
  const previousAt = lastAt ?? takenAt;
  let returned = 0;
  let departures: ReadonlyMap<number, number> | null = null;

  function changeListing(ticket: number, isListed: boolean): void {
    changes.push({
      ticket,
      field: 'listed',
      at: takenAt,
      notBefore: previousAt,
      from: values.ofFlag('listed', !isListed),
      to: values.ofFlag('listed', isListed),
    });
  }

  /** The last read that saw the state of a ticket that has come back. */
  function lastSeenOf(index: number): number {
    departures ??= lastSeenBeforeDepartures(history);
    return Math.min(departures.get(index) ?? takenAt, takenAt);
  }

  function compareKnown(ticket: Ticket, index: number): void {
    const { id } = ticket;
    const issuedAt = instantOf(ticket.issueDate);
    if (!Object.is(issuedAt ?? Number.NaN, columns.issuedAt.get(index))) reissued.push({ id, issuedAt });
    const isBack = columns.listed.get(index) === 0;
    const notBefore = isBack ? lastSeenOf(index) : previousAt;
    const updatedAt = bestInstant(ticket, previousAt, takenAt);
    for (const [place, { field, value, label }] of STATE_READERS.entries()) {
      const to = values.codeOf(field, value(ticket), label(ticket));
      const from = columns.current[place]?.get(index) as number;
      const at = field === 'overdue' ? takenAt : updatedAt;
      if (from !== to) changes.push({ ticket: id, field, at, notBefore, from, to });
    }
    if (!isBack) return;
    returned++;
    changeListing(id, true);
  }

  return {
    arrivals,
    reissued,
    changes,
    changed,
    values,
    compare(ticket) {
      changed.push(ticket);
      const index = columns.find(ticket.id);
      if (index !== undefined) compareKnown(ticket, index);
      else {
        const state = STATE_READERS.map(({ field, value, label }) =>
          values.codeOf(field, value(ticket), label(ticket)),
        );
        const { id, issueDate } = ticket;
        arrivals.push({ id, issuedAt: instantOf(issueDate), seenAt: takenAt, notBefore: lastAt, state });
      }
    },
    *endOthers(tickets) {
      const listed = columns.listed.all();
      const wasListed = listed.reduce((sum, flag) => sum + flag, 0);
      if (wasListed + arrivals.length + returned === tickets.length) return;
      const gone = listed.slice();
      yield* inSlices(tickets.length, (from, to) => {
        for (let place = from; place < to; place++) {
          const index = columns.find((tickets[place] as Ticket).id);
          if (index !== undefined) gone[index] = 0;
        }
      });
      for (let index = 0; index < gone.length; index++) {
        if (gone[index] === 1) changeListing(columns.ids.get(index), false);
      }
    },
  };
}

/** The instant of a change: the ticket's own where it lies after the read before and not after this one. */
function bestInstant({ updatedAt }: Ticket, lastAt: number, takenAt: number): number {
  const updated = instantOf(updatedAt);
  return updated !== null && updated > lastAt && updated <= takenAt ? updated : takenAt;
}

function instantOf(date: string | null): number | null {
  const instant = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(instant) ? null : instant;
}

/** For each ticket that has left, by its place, the last read that saw it then: epoch milliseconds. */
function lastSeenBeforeDepartures({ log, values }: RecordedHistory): ReadonlyMap<number, number> {
  const lastSeen = new Map<number, number>();
  const departure = values.codeOf('listed' satisfies HistoryField, 'false');
  const to = log.to.all();
  for (let index = 0; index < to.length; index++) {
    if (to[index] === departure) lastSeen.set(log.ticket.get(index), log.notBefore.get(index));
  }
  return lastSeen;
}
