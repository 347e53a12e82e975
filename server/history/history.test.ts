import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STATE_FIELDS, type TrendGroupRow } from '../../contract/index.ts';
import { calendarBuckets } from './calendar-buckets.ts';
import type { RecordedHistory } from './recorded-history.ts';
import { IDS, type Question, question, step } from './testing/arbitrary-past.ts';
import type { NaiveHistory } from './testing/naive-history.ts';
import { naiveBuckets, naiveGroup } from './testing/naive-trends.ts';
import { emptyPast, takeStep } from './testing/take-step.ts';
import { ticketTimeline } from './timeline.ts';
import { trends } from './trends.ts';
import type { TrendsQuestion } from './trends-question.ts';

test('states, series, groups and timelines are those of a naive model, whatever happened', async () => {
  const steps = fc.array(step, { minLength: 1, maxLength: 14, size: 'max' });
  const questions = fc.array(question, { minLength: 3, maxLength: 6 });
  const property = fc.asyncProperty(steps, questions, async (taken, asked) => {
    const past = emptyPast();
    for (const one of taken) {
      await takeStep(past, one);
      expectSameStates(past.history, past.naive);
    }
    for (const id of IDS) expectSameTimeline(past.history, past.naive, id);
    for (const one of asked) expectSameTrends(past.history, past.naive, one, past.now);
  });
  await fc.assert(property, { numRuns: 200 });
}, 60_000);

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
