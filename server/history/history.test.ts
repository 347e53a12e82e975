import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DAY_MS,
  DEFAULT_QUERY,
  STATE_FIELDS,
  type Ticket,
  type TicketQuery,
  TREND_GROUPS,
  TREND_SPANS,
  type TrendGroupRow,
} from '../../contract/index.ts';
import { finish } from '../snapshot/steps.ts';
import { ticket as plainTicket } from '../test/tickets.ts';
import { calendarBuckets } from './calendar-buckets.ts';
import { diffRead } from './diff-read.ts';
import { planPruning } from './plan-pruning.ts';
import { createHistory, type RecordedHistory } from './recorded-history.ts';
import { type FakeStore, fakeStore } from './testing/fake-store.ts';
import { type NaiveHistory, naiveHistory, naivePrune, naiveRead } from './testing/naive-history.ts';
import { naiveBuckets, naiveGroup } from './testing/naive-trends.ts';
import { ticketTimeline } from './timeline.ts';
import { trends } from './trends.ts';
import type { TrendsQuestion } from './trends-question.ts';
import { unusedValues } from './unused-values.ts';

const SOURCE = { baseUrl: 'https://example.com', workspace: 'w' };
const START = Date.parse('2026-03-20T06:00:00.000Z');
const IDS = [1, 2, 3, 4, 5, 6];
const STATUSES = ['NEW', 'OPEN', 'ESCALATED', 'RESOLVED', null];
const SEGMENTS = ['A', 'B'].map((code) => ({ id: null, code, name: `Segment ${code}` }));
/** Two that grow older than 90 and 30 days meanwhile, and two amid the steps. */
const ISSUE_DATES = ['2025-12-22T00:00', '2026-02-20T00:00', '2026-03-19T00:00', '2026-03-22T11:00'].map(
  (minute) => `${minute}:00.000Z`,
);
const PEOPLE = [null, ...['ann', 'bo'].map((name) => ({ name, email: `${name}@example.com` }))];

const edit: fc.Arbitrary<Partial<Ticket>> = fc.oneof(
  fc.record({ status: fc.constantFrom(...STATUSES) }),
  fc.record({ status: fc.constantFrom(...STATUSES), assignedUser: fc.constantFrom(...PEOPLE) }),
  fc.record({ isOverdue: fc.boolean(), currentSegment: fc.constantFrom(...SEGMENTS) }),
  fc.record({ priority: fc.constantFrom('LOW', 'HIGH'), originSegment: fc.constantFrom(...SEGMENTS) }),
  fc.record({ deletedAt: fc.constantFrom(null, '2026-03-01T00:00:00.000Z') }),
  fc.record({ issueDate: fc.constantFrom(null, ...ISSUE_DATES) }),
);

const step = fc.record({
  /** Hours since the step before, a few of which are of a clock that was set back. */
  hours: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(0, 0.1, 6, 24, 60) },
    { weight: 1, arbitrary: fc.constantFrom(-0.2, -30) },
  ),
  edits: fc.array(
    fc.record({ id: fc.constantFrom(...IDS), edit, updatedHoursAgo: fc.constantFrom(null, 0, 1, 20) }),
    { maxLength: 4 },
  ),
  arrives: fc.subarray(IDS, { maxLength: 2 }),
  leaves: fc.subarray(IDS, { maxLength: 2 }),
  whole: fc.boolean(),
  restarts: fc.boolean(),
  pruneDays: fc.option(fc.constantFrom(1, 3), { freq: 2, nil: null }),
});

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const few = <Value>(pool: readonly Value[]) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant<Value[]>([]) }, fc.subarray([...pool], { minLength: 1 }));

const query: fc.Arbitrary<TicketQuery> = fc
  .record({
    status: few(['NEW', 'OPEN', 'RESOLVED', 'never']),
    notStatus: few(['RESOLVED', 'OPEN']),
    segment: few(['A', 'B']),
    notSegment: few(['B']),
    assignee: few(['none', 'ann@example.com']),
    priority: few(['HIGH']),
    overdue: fc.constantFrom(null, null, true, false),
    moved: fc.constantFrom(null, null, true, false),
    deleted: fc.constantFrom('exclude' as const, 'include' as const, 'only' as const),
  })
  .map(({ notStatus, notSegment, ...rest }) => ({
    ...DEFAULT_QUERY,
    ...rest,
    not: { ...DEFAULT_QUERY.not, status: notStatus, segment: notSegment },
  }));

const question = fc.record({
  query,
  span: fc.constantFrom(...TREND_SPANS),
  zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
  from: fc.constantFrom('2026-03-17', '2026-03-23'),
  to: fc.constantFrom('2026-03-24', '2026-04-05'),
  by: fc.constantFrom(null, ...TREND_GROUPS),
  today: fc.option(fc.subarray(IDS), { nil: null, freq: 2 }),
  issuedFrom: fc.constantFrom(Number.NEGATIVE_INFINITY, Date.parse('2026-03-19T00:00:00.000Z')),
});

type Question = typeof question extends fc.Arbitrary<infer One> ? One : never;

test('states, series, groups and timelines are those of a naive model, whatever happened', async () => {
  const steps = fc.array(step, { minLength: 1, maxLength: 14, size: 'max' });
  const questions = fc.array(question, { minLength: 3, maxLength: 6 });
  const property = fc.asyncProperty(steps, questions, async (taken, asked) => {
    const past: Past = {
      store: fakeStore(),
      naive: naiveHistory(),
      world: new Map(),
      history: createHistory(),
      previous: [],
      now: START,
    };
    for (const one of taken) {
      await takeStep(past, one);
      expectSameStates(past.history, past.naive);
    }
    for (const id of IDS) expectSameTimeline(past.history, past.naive, id);
    for (const one of asked) expectSameTrends(past.history, past.naive, one, past.now);
  });
  await fc.assert(property, { numRuns: 200 });
}, 60_000);

/** The past as the product and as the model have recorded it, and the tickets that there are. */
interface Past {
  readonly store: FakeStore;
  readonly naive: NaiveHistory;
  readonly world: Map<number, Ticket>;
  history: RecordedHistory;
  previous: readonly Ticket[];
  now: number;
}

async function takeStep(past: Past, one: Step): Promise<void> {
  const { store, naive, world } = past;
  past.now += one.hours * 3_600_000;
  changeWorld(world, one, past.now);
  const tickets = [...world.values()].sort((a, b) => a.id - b.id);
  const read = { number: past.now, takenAt: past.now, whole: one.whole, total: tickets.length };
  const { history, previous } = past;
  const recording = finish(diffRead({ history, read, tickets, previous, isSame: isDeepStrictEqual }));
  await store.record(SOURCE, recording);
  history.apply(recording);
  naiveRead(naive, past.now, one.whole, tickets);
  past.previous = tickets;
  if (one.pruneDays !== null) await prune(past, past.now - one.pruneDays * DAY_MS);
  if (one.restarts) [past.history, past.previous] = await reload(store);
}

async function prune({ history, store, naive }: Past, before: number): Promise<void> {
  const pruning = planPruning(history, before);
  if (pruning !== null) {
    await store.prune(SOURCE, pruning);
    history.prune(pruning);
  }
  const unused = unusedValues(history);
  await store.dropValues(SOURCE, history.seq + 1, unused);
  history.dropValues(unused);
  naivePrune(naive, before);
}

function changeWorld(world: Map<number, Ticket>, one: Step, now: number): void {
  for (const id of one.leaves) world.delete(id);
  for (const id of one.arrives) {
    const issueDate = new Date(now - id * 3_600_000).toISOString();
    if (!world.has(id)) world.set(id, plainTicket(id, { issueDate, currentSegment: SEGMENTS[0] ?? null }));
  }
  for (const { id, edit: parts, updatedHoursAgo } of one.edits) {
    const before = world.get(id);
    if (before === undefined) continue;
    const updated = updatedHoursAgo === null ? {} : { updatedAt: isoOf(now - updatedHoursAgo * 3_600_000) };
    world.set(id, { ...before, ...parts, ...updated });
  }
}

async function reload(store: FakeStore): Promise<[RecordedHistory, Ticket[]]> {
  const stored = await store.load(SOURCE);
  if (stored === null) throw new Error('Nothing is stored');
  const history = createHistory(stored);
  for await (const chunk of stored.history()) history.load(chunk);
  const tickets: Ticket[] = [];
  for await (const chunk of stored.tickets()) tickets.push(...chunk);
  return [history, tickets.sort((a, b) => a.id - b.id)];
}

function expectSameStates({ tickets, values }: RecordedHistory, naive: NaiveHistory): void {
  const ours = Array.from({ length: tickets.count }, (_, index) => [
    tickets.ids.get(index),
    STATE_FIELDS.map((_field, place) => values.get(tickets.current[place]?.get(index) as number).value),
    tickets.listed.get(index) === 1,
  ]);
  const theirs = [...naive.tickets].map(([id, { last }]) => [
    id,
    STATE_FIELDS.map((field) => last[field]),
    last.listed === 'true',
  ]);
  expect(byId(ours)).toEqual(byId(theirs));
}

function byId(rows: readonly unknown[][]): unknown[][] {
  return rows.toSorted(([a], [b]) => Number(a) - Number(b));
}

function expectSameTimeline(history: RecordedHistory, naive: NaiveHistory, id: number): void {
  const entries = ticketTimeline(history, id)?.entries.map(({ at, notBefore, field, from, to }) => ({
    at,
    notBefore,
    field,
    from,
    to,
  }));
  const known = naive.tickets.get(id);
  if (known === undefined) {
    expect(entries).toBeUndefined();
    return;
  }
  const isArrival = known.notBefore !== null && known.seenAt > (naive.since as number);
  const arrival = {
    field: 'listed',
    from: 'false',
    to: 'true',
    at: known.seenAt,
    notBefore: known.notBefore ?? 0,
  };
  const events = [...(isArrival ? [arrival] : []), ...naive.events.filter((event) => event.id === id)];
  const theirs = events.map(({ at, notBefore, field, from, to }) => ({
    at: isoOf(at),
    notBefore: isoOf(notBefore),
    field,
    from,
    to,
  }));
  expect(entries).toEqual(theirs.reverse());
}

function expectSameTrends(
  history: RecordedHistory,
  naive: NaiveHistory,
  asked: Question,
  lastRead: number,
): void {
  const { span, zone, from, to, issuedFrom, ...rest } = asked;
  const now = lastRead + 3_600_000;
  const buckets = calendarBuckets({ span, zone, by: null, from, to }, now);
  if (!buckets.ok) throw new Error(buckets.error);
  const full: TrendsQuestion = {
    ...rest,
    span,
    zone,
    now,
    bounds: buckets.bounds,
    issued: { from: issuedFrom, to: Number.POSITIVE_INFINITY },
  };
  const answer = trends(history, full);
  expect(answer.recordedSince).toBe(isoOf(naive.since as number));
  expect(answer.buckets).toEqual(naiveBuckets(naive, full));
  const { by } = full;
  if (by === null) return;
  const values = new Set(
    [...naive.tickets.values()]
      .flatMap(({ first }) => first[by])
      .concat(naive.events.flatMap((e) => (e.field === by ? [e.from, e.to] : []))),
  );
  for (const value of values) {
    const row = answer.groups?.find((one) => one.value === value);
    const theirs = answer.buckets.map((_, index) => naiveGroup(naive, full, { by, value, index }));
    const isEmpty = theirs.every(({ arrived, resolved, openAtEnd }) => !arrived && !resolved && !openAtEnd);
    if (row === undefined) expect(isEmpty).toBe(true);
    else expect(columnsOf(row, theirs.length)).toEqual(theirs);
  }
}

function columnsOf(row: TrendGroupRow, count: number) {
  const { arrived, resolved, openAtEnd, overdueAtEnd, medianAgeAtEnd } = row;
  return Array.from({ length: count }, (_, index) => ({
    arrived: arrived[index],
    resolved: resolved[index],
    openAtEnd: openAtEnd[index],
    overdueAtEnd: overdueAtEnd[index],
    medianAgeAtEnd:
      medianAgeAtEnd[index] == null ? medianAgeAtEnd[index] : expect.closeTo(medianAgeAtEnd[index], 9),
  }));
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}
