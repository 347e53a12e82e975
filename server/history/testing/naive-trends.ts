import {
  AGE_BANDS,
  ageInDays,
  DAY_MS,
  HISTORY_FIELDS,
  type TrendBucket,
  type TrendGroup,
} from '../../../contract/index.ts';
import type { TrendsQuestion } from '../trends-question.ts';
import { asks } from './naive-filters.ts';
import type { NaiveEvent, NaiveHistory, NaiveState, NaiveTicket } from './naive-history.ts';

/** The buckets of trends, each counted from scratch. */
export function naiveBuckets(history: NaiveHistory, question: TrendsQuestion): TrendBucket[] {
  const { bounds } = question;
  return Array.from({ length: bounds.length - 1 }, (_, index) => {
    const [from, to] = [bounds[index] as number, bounds[index + 1] as number];
    return naiveBucket(history, question, from, to);
  });
}

function naiveBucket(history: NaiveHistory, question: TrendsQuestion, from: number, to: number): TrendBucket {
  const hasRead = history.reads.some((read) => read >= from && read < to);
  const known = <Value>(value: Value) => (hasRead ? value : null);
  const changes = changesIn(history, question, from, to);
  const count = (holds: (event: NaiveEvent) => boolean) => known(changes.filter(holds).length);
  const resolved = changes.filter(({ field, to: value }) => field === 'status' && value === 'RESOLVED');
  const days = resolved
    .flatMap(({ id, at }) => {
      const issued = history.tickets.get(id)?.issuedAt ?? null;
      return issued === null ? [] : [Math.max(0, (at - issued) / DAY_MS)];
    })
    .sort((a, b) => a - b);
  const end = endOf(history, question, to, hasRead);
  const open = openAt(history, question, to);
  const ages = open.flatMap(({ ticket }) =>
    ticket.issuedAt === null ? [] : [ageInDays(ticket.issuedAt, end)],
  );
  const bands = AGE_BANDS.map((band) => [
    band.value,
    ages.filter((age) => age >= band.from && age < band.to).length,
  ]);
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    complete: to <= question.now,
    lastReadAt: lastReadIn(history, from, to),
    arrived: hasArrivals(history, from) ? arrivalsIn(history, question, from, to).length : null,
    resolved: known(resolved.length),
    reopened: count(({ field, from: value }) => field === 'status' && value === 'RESOLVED'),
    escalated: count(({ field, to: value }) => field === 'status' && value === 'ESCALATED'),
    becameOverdue: count(({ field, to: value }) => field === 'overdue' && value === 'true'),
    moved: count(({ field }) => field === 'segment'),
    openAtEnd: known(open.length),
    overdueAtEnd: known(open.filter(({ state }) => state.overdue === 'true').length),
    ageingAtEnd: known(Object.fromEntries(bands)),
    resolution: known(
      days.length === 0
        ? null
        : { count: days.length, p50Days: inclusive(days, 0.5), p90Days: inclusive(days, 0.9) },
    ),
  };
}

/** The row of one group, in one bucket. */
export function naiveGroup(
  history: NaiveHistory,
  question: TrendsQuestion,
  { by, value, index }: { readonly by: TrendGroup; readonly value: string; readonly index: number },
) {
  const [from, to] = [question.bounds[index] as number, question.bounds[index + 1] as number];
  const hasRead = history.reads.some((read) => read >= from && read < to);
  const known = <Value>(one: Value) => (hasRead ? one : null);
  const open = openAt(history, question, to).filter(({ state }) => state[by] === value);
  const end = endOf(history, question, to, hasRead);
  const ages = open
    .flatMap(({ ticket }) => (ticket.issuedAt === null ? [] : [(end - ticket.issuedAt) / DAY_MS]))
    .sort((a, b) => a - b);
  const resolved = changesIn(history, question, from, to).filter(
    (event) =>
      event.field === 'status' && event.to === 'RESOLVED' && stateBefore(history, event)[by] === value,
  );
  return {
    arrived: hasArrivals(history, from)
      ? arrivalsIn(history, question, from, to).filter(({ first }) => first[by] === value).length
      : null,
    resolved: known(resolved.length),
    openAtEnd: known(open.length),
    overdueAtEnd: known(open.filter(({ state }) => state.overdue === 'true').length),
    medianAgeAtEnd: known(ages.length === 0 ? null : inclusive(ages, 0.5)),
  };
}

function lastReadIn({ reads }: NaiveHistory, from: number, to: number): string | null {
  const within = reads.filter((read) => read >= from && read < to);
  return within.length === 0 ? null : new Date(Math.max(...within)).toISOString();
}

function hasArrivals({ lastReadAt }: NaiveHistory, from: number): boolean {
  return lastReadAt !== null && from <= lastReadAt;
}

function endOf({ lastReadAt }: NaiveHistory, { now }: TrendsQuestion, to: number, hasRead: boolean): number {
  return to > now && hasRead ? Math.min(to, lastReadAt as number) : to;
}

function arrivalsIn(
  history: NaiveHistory,
  question: TrendsQuestion,
  from: number,
  to: number,
): NaiveTicket[] {
  const passes = asks(question);
  return [...history.tickets].flatMap(([id, ticket]) => {
    const { issuedAt, first } = ticket;
    const isWithin = issuedAt !== null && issuedAt >= from && issuedAt < to;
    return isWithin && passes(id, ticket, first, ['status', 'overdue']) ? [ticket] : [];
  });
}

/** The changes that count, where the filters pass the state just before. */
function changesIn(history: NaiveHistory, question: TrendsQuestion, from: number, to: number): NaiveEvent[] {
  const passes = asks(question);
  return history.events.filter((event) => {
    if (event.at < from || event.at >= to) return false;
    const without = event.field === 'segment' ? ['segment', 'moved'] : [event.field];
    const ticket = history.tickets.get(event.id) as NaiveTicket;
    return passes(event.id, ticket, stateBefore(history, event), without);
  });
}

/** The state before an event and those that were seen with it. */
function stateBefore({ events, tickets }: NaiveHistory, event: NaiveEvent): NaiveState {
  let first = events.indexOf(event);
  for (; first > 0; first--) {
    const one = events[first - 1] as NaiveEvent;
    const next = events[first] as NaiveEvent;
    const isTogether = one.id === event.id && one.at === event.at && one.notBefore === event.notBefore;
    if (!isTogether || HISTORY_FIELDS.indexOf(one.field) >= HISTORY_FIELDS.indexOf(next.field)) break;
  }
  const ticket = tickets.get(event.id) as NaiveTicket;
  return replay(
    ticket.first,
    events.slice(0, first).filter(({ id }) => id === event.id),
    events,
    event.id,
  );
}

function openAt(history: NaiveHistory, question: TrendsQuestion, instant: number) {
  const passes = asks(question);
  return [...history.tickets].flatMap(([id, ticket]) => {
    if (ticket.seenAt >= instant) return [];
    const past = history.events.filter((event) => event.id === id && event.at < instant);
    const state = replay(ticket.first, past, history.events, id);
    const isOpen = state.listed === 'true' && state.deleted === 'false' && state.status !== 'RESOLVED';
    return isOpen && passes(id, ticket, state, ['status', 'overdue']) ? [{ ticket, state }] : [];
  });
}

function replay(
  first: NaiveState,
  past: readonly NaiveEvent[],
  events: readonly NaiveEvent[],
  of: number,
): NaiveState {
  // What is pruned may have begun with a ticket that was gone.
  const listing = events.find(({ id, field }) => id === of && field === 'listed')?.from ?? 'true';
  const changes = past.map(({ field, to }) => [field, to]);
  return { ...first, listed: listing, ...Object.fromEntries(changes) };
}

function inclusive(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] as number;
  const high = sorted[Math.ceil(place)] as number;
  return low + (place - Math.floor(place)) * (high - low);
}
