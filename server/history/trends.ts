import { AGE_BANDS, type TrendBucket, type Trends } from '../../contract/index.ts';
import { type BucketFlows, flowsIn } from './bucket-flows.ts';
import { countOpen } from './count-open.ts';
import { resolutionTimes } from './percentiles.ts';
import type { RecordedHistory } from './recorded-history.ts';
import { replay } from './replay.ts';
import { sumUp } from './stays.ts';
import { trendGroups } from './trend-groups.ts';
import type { BucketFacts, TrendsQuestion } from './trends-question.ts';

/** Counts what happened to the tickets that match, and how many were open, in each stretch of the calendar. */
export function trends(history: RecordedHistory, question: TrendsQuestion): Trends {
  const { bounds, zone, span, by, now } = question;
  const facts = bucketFacts(history, question);
  const { counts, groups } = replay(history, question, facts.ends);
  const { open, bands } = countOpen(counts, facts.ends);
  const overdue = sumUp(counts.overdueSteps);
  const flows = flowsIn(counts.flows, facts.count);
  const buckets = Array.from({ length: facts.count }, (_, index): TrendBucket => {
    const end = bounds[index + 1] as number;
    return {
      from: isoOf(bounds[index] as number),
      to: isoOf(end),
      complete: end <= now,
      lastReadAt: isoOrNull(facts.lastReads[index] as number | null),
      ...knownFlows(flows, index, facts),
      openAtEnd: facts.hasRead[index] ? (open[index] as number) : null,
      overdueAtEnd: facts.hasRead[index] ? (overdue[index] as number) : null,
      ageingAtEnd: facts.hasRead[index] ? bandsAt(bands, index) : null,
      resolution: facts.hasRead[index] ? resolutionTimes(counts.resolutionDays[index] as number[]) : null,
    };
  });
  const told = { zone, span, recordedSince: isoOrNull(history.since), buckets };
  return by === null || groups === null ? told : { ...told, by, ...trendGroups(history, groups, facts) };
}

function bucketFacts({ reads, read }: RecordedHistory, { bounds, now }: TrendsQuestion): BucketFacts {
  const count = bounds.length - 1;
  const lastRead = read?.takenAt ?? Number.NEGATIVE_INFINITY;
  const indexes = Array.from({ length: count }, (_, index) => index);
  let place = 0;
  const lastReads = indexes.map((index) => {
    while (place < reads.length && (reads[place] as number) < (bounds[index + 1] as number)) place++;
    const last = reads[place - 1];
    return last === undefined || last < (bounds[index] as number) ? null : last;
  });
  const hasRead = lastReads.map((last) => last !== null);
  const hasArrivals = indexes.map((index) => (bounds[index] as number) <= lastRead);
  const ends = Float64Array.from(indexes, (index) => {
    const end = bounds[index + 1] as number;
    // What is told at the end of the running bucket is as of the newest read.
    return end > now && hasRead[index] ? Math.min(end, lastRead) : end;
  });
  return { count, lastReads, hasRead, hasArrivals, ends };
}

function knownFlows(flows: BucketFlows, index: number, { hasRead, hasArrivals }: BucketFacts) {
  const known = (counts: Int32Array) => (hasRead[index] ? (counts[index] as number) : null);
  return {
    arrived: hasArrivals[index] ? (flows.arrived[index] as number) : null,
    resolved: known(flows.resolved),
    reopened: known(flows.reopened),
    escalated: known(flows.escalated),
    becameOverdue: known(flows.becameOverdue),
    moved: known(flows.moved),
  };
}

function bandsAt(bands: readonly Int32Array[], index: number): TrendBucket['ageingAtEnd'] {
  const counts = AGE_BANDS.map(({ value }, band) => [value, bands[band]?.[index] ?? 0] as const);
  return Object.fromEntries(counts) as TrendBucket['ageingAtEnd'];
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}

function isoOrNull(instant: number | null): string | null {
  return instant === null ? null : isoOf(instant);
}
