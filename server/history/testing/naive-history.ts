import {
  HISTORY_FIELDS,
  type HistoryField,
  isDeleted,
  STATE_FIELDS,
  type StateField,
  type Ticket,
  valueReader,
} from '../../../contract/index.ts';

/** A ticket's values by field; `listed` besides. */
export type NaiveState = Readonly<Record<HistoryField, string>>;

export interface NaiveEvent {
  readonly id: number;
  readonly field: HistoryField;
  readonly from: string;
  readonly to: string;
  at: number;
  notBefore: number;
}

export interface NaiveTicket {
  first: NaiveState;
  /** As the last read that had it saw it. */
  last: NaiveState;
  issuedAt: number | null;
  seenAt: number;
  notBefore: number | null;
  /** The read that saw it last. */
  lastSeenAt: number;
}

/** The past in plain objects: every ticket's full states, compared read by read. */
export interface NaiveHistory {
  readonly tickets: Map<number, NaiveTicket>;
  events: NaiveEvent[];
  reads: number[];
  since: number | null;
  lastReadAt: number | null;
}

export function naiveHistory(): NaiveHistory {
  return { tickets: new Map(), events: [], reads: [], since: null, lastReadAt: null };
}

export function stateOf(ticket: Ticket): NaiveState {
  const read = (field: StateField) =>
    field === 'deleted' ? String(isDeleted(ticket)) : (valueReader(field)(ticket, 0) ?? '');
  const state = Object.fromEntries(STATE_FIELDS.map((field) => [field, read(field)]));
  return { ...state, listed: 'true' } as NaiveState;
}

/** Takes in a read, which may be older than the one before. */
export function naiveRead(
  history: NaiveHistory,
  takenAt: number,
  whole: boolean,
  list: readonly Ticket[],
): void {
  if (history.lastReadAt !== null && takenAt < history.lastReadAt) setBack(history, takenAt);
  const before = history.lastReadAt === null ? null : Math.min(history.lastReadAt, takenAt);
  const events: NaiveEvent[] = [];
  for (const ticket of list.toSorted((a, b) => a.id - b.id)) {
    events.push(...naiveTicketRead(history, ticket, takenAt, before));
  }
  for (const [id, ticket] of history.tickets) {
    const isHere = list.some((one) => one.id === id);
    if (isHere || ticket.last.listed === 'false' || !whole) continue;
    ticket.last = { ...ticket.last, listed: 'false' };
    ticket.lastSeenAt = before ?? takenAt;
    events.push({
      id,
      field: 'listed',
      from: 'true',
      to: 'false',
      at: takenAt,
      notBefore: before ?? takenAt,
    });
  }
  history.events.push(...events.toSorted((a, b) => a.at - b.at));
  history.reads.push(takenAt);
  history.lastReadAt = takenAt;
  history.since ??= takenAt;
}

function naiveTicketRead(
  { tickets }: NaiveHistory,
  ticket: Ticket,
  takenAt: number,
  before: number | null,
): NaiveEvent[] {
  const { id } = ticket;
  const issuedAt = ticket.issueDate === null ? null : Date.parse(ticket.issueDate);
  const known = tickets.get(id);
  const state = stateOf(ticket);
  if (known === undefined) {
    const seen = { seenAt: takenAt, notBefore: before, lastSeenAt: takenAt };
    tickets.set(id, { first: state, last: state, issuedAt, ...seen });
    return [];
  }
  const { last, lastSeenAt } = known;
  const readBefore = before ?? takenAt;
  const updatedAt = ticket.updatedAt === null ? Number.NaN : Date.parse(ticket.updatedAt);
  const isTold = updatedAt > readBefore && updatedAt <= takenAt;
  Object.assign(known, { last: state, issuedAt, lastSeenAt: takenAt });
  return HISTORY_FIELDS.filter((field) => last[field] !== state[field]).map((field) => ({
    id,
    field,
    from: last[field],
    to: state[field],
    at: isTold && field !== 'overdue' && field !== 'listed' ? updatedAt : takenAt,
    notBefore: field === 'listed' || last.listed === 'true' ? readBefore : lastSeenAt,
  }));
}

function setBack(history: NaiveHistory, latest: number): void {
  const clamp = (instant: number) => Math.min(instant, latest);
  for (const event of history.events) {
    Object.assign(event, { at: clamp(event.at), notBefore: clamp(event.notBefore) });
  }
  for (const ticket of history.tickets.values()) {
    ticket.seenAt = clamp(ticket.seenAt);
    ticket.lastSeenAt = clamp(ticket.lastSeenAt);
    if (ticket.notBefore !== null) ticket.notBefore = clamp(ticket.notBefore);
  }
  history.reads = history.reads.map(clamp);
  if (history.since !== null) history.since = clamp(history.since);
}

/** Forgets what is older. */
export function naivePrune(history: NaiveHistory, before: number): void {
  if (history.since === null || history.since >= before) return;
  for (const [id, ticket] of history.tickets) {
    const own = history.events.filter((event) => event.id === id);
    const old = own.filter(({ at }) => at <= before);
    for (const { field, to } of old) ticket.first = { ...ticket.first, [field]: to };
    if (ticket.last.listed === 'false' && old.length === own.length) history.tickets.delete(id);
  }
  history.events = history.events.filter(({ id, at }) => at > before && history.tickets.has(id));
  history.reads = history.reads.filter((read) => read >= before);
  history.since = before;
}
