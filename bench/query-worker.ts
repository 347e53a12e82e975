import {
  CHOICE_KEYS,
  DEFAULT_QUERY,
  RECORDED_KEYS,
  type SummaryKey,
  type Ticket,
  type TicketQuery,
  valueReader,
} from '../contract/index.ts';
import { listTickets, summarizeTickets } from '../server/query/index.ts';
import { buildSnapshotInSteps, type Snapshot } from '../server/snapshot/snapshot.ts';
import { makeExclusions, makeFilters, makeOpenQueries, makeSorts, makeWords } from './questions.ts';
import { readTickets } from './read-tickets.ts';
import { BENCH_NOW } from './tickets.ts';
import { recordYear, timeTrends } from './trends.ts';

/** Measurements of one size of workspace. Durations in milliseconds, memory in bytes a ticket. */
export interface QueryFigures {
  readonly tickets: number;
  readonly build: number;
  readonly longestStep: number;
  readonly ticketBytes: number;
  readonly columnBytes: number;
  readonly samples: Readonly<Record<string, readonly number[]>>;
}

const WARM_UP = 20_000;

/** Tickets of which a year is recorded. */
const MOST_RECORDED = 50_000;

/** Measures in a process of its own, so that one size's garbage does not slow the next one down. */
function measure(source: string): QueryFigures {
  const before = usedBytes();
  const tickets = readTickets(source);
  const withTickets = usedBytes();
  // The engine's compiler needs to have seen the code before its speed means anything.
  build(tickets.slice(0, WARM_UP));
  const { snapshot, total, longest } = build(tickets);
  const withColumns = usedBytes();
  return {
    tickets: tickets.length,
    build: total,
    longestStep: longest,
    ticketBytes: (withTickets - before) / tickets.length,
    columnBytes: (withColumns - withTickets) / tickets.length,
    samples: ask(snapshot, tickets.length > 200_000 ? 150 : 600),
  };
}

function build(tickets: readonly Ticket[]): { snapshot: Snapshot; total: number; longest: number } {
  const input = { number: 1, takenAt: BENCH_NOW, whole: true, total: tickets.length, tickets };
  const steps = buildSnapshotInSteps(input);
  const start = performance.now();
  let longest = 0;
  for (;;) {
    const before = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - before);
    if (step.done) return { snapshot: step.value, total: performance.now() - start, longest };
  }
}

function ask(snapshot: Snapshot, rounds: number): QueryFigures['samples'] {
  const { tickets } = snapshot;
  const filters = makeFilters(rounds, tickets);
  const words = makeWords(rounds, tickets).map((q) => ({ ...DEFAULT_QUERY, q }));
  const sorts = makeSorts(Math.min(rounds, 300)).map((sort) => ({ ...DEFAULT_QUERY, sort }));
  const time = (queries: readonly TicketQuery[]) => queries.map((query) => timed(snapshot, query));
  time(makeFilters(30, tickets));
  return {
    'filter + all facets + page': time(filters),
    'the same with nothing filtered out': time(makeOpenQueries(rounds)),
    'the same with a status excluded': time(makeExclusions(filters)),
    'another page of the same filter': time(pagesOf(rounds)),
    'search: a word not asked before': time(words),
    'search: the same word under another filter': time(
      filters.map((query) => ({ ...query, q: words[0]?.q ?? '' })),
    ),
    'search: one letter': time([...'etaoinsrhldcumfpgwybvkxjqz'].map((q) => ({ ...DEFAULT_QUERY, q }))),
    'sort: an order not asked before': time(sorts),
    'sort: an order asked before': time(repeat(sorts.slice(-4), rounds)),
    'summary: age × priority': summarize(snapshot, filters, ['age', 'priority']),
    'summary: by date of issue': summarize(snapshot, filters, ['issued']),
    ...askTrends(tickets, filters),
  };
}

/** Trends have every filter on that leaves a ticket out, so that nearly all tickets are still to be counted. */
function askTrends(tickets: readonly Ticket[], filters: readonly TicketQuery[]): QueryFigures['samples'] {
  const year = recordYear(tickets.slice(0, MOST_RECORDED));
  const [ticket] = tickets;
  if (ticket === undefined) return {};
  const not = { ...DEFAULT_QUERY.not };
  for (const key of CHOICE_KEYS.filter((one) => RECORDED_KEYS.some((recorded) => recorded === one))) {
    Object.assign(not, { [key]: [valueReader(key)(ticket, BENCH_NOW) ?? ''] });
  }
  const all = filters.slice(0, 100).map(() => ({ ...DEFAULT_QUERY, not }));
  const few = filters.slice(0, 100);
  return {
    'trends: 12 months by week, all filters on': timeTrends(year, all, null),
    'trends: the same with other filters': timeTrends(year, few, null),
    'trends: the same by segment': timeTrends(year, all.slice(0, 30), 'segment'),
    'recording: longest step of comparing a read': [year.longestStep],
    'recording: longest time to take one in': [year.longestApply],
  };
}

function timed(snapshot: Snapshot, query: TicketQuery): number {
  const start = performance.now();
  listTickets(snapshot, query);
  return performance.now() - start;
}

/** The counts alone: a list under the same filters is asked for just before, as by a screen that has both. */
function summarize(
  snapshot: Snapshot,
  queries: readonly TicketQuery[],
  by: readonly SummaryKey[],
): readonly number[] {
  return queries.map((query) => {
    listTickets(snapshot, query);
    const start = performance.now();
    summarizeTickets(snapshot, query, { by, zone: 'Europe/Berlin' });
    return performance.now() - start;
  });
}

function pagesOf(count: number): TicketQuery[] {
  return Array.from({ length: count }, (_, index) => ({ ...DEFAULT_QUERY, page: index + 1 }));
}

function repeat<Item>(items: readonly Item[], count: number): Item[] {
  return Array.from({ length: count }, (_, index) => items[index % items.length] as Item);
}

function usedBytes(): number {
  // What the first round finalises, the second frees.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

console.log(JSON.stringify(measure(process.argv[2] ?? '10000')));
