import fc from 'fast-check';
import {
  AGE_BANDS,
  DEFAULT_QUERY,
  DEFAULT_SORT,
  DELETED,
  SORT_KEYS,
  type SortTerm,
  SUMMARY_KEYS,
  type SummaryOptions,
  type TicketQuery,
} from '../../../contract/index.ts';
import {
  arbitrarySearch,
  CODES,
  EMAILS,
  PRIORITY_VALUES,
  STATUS_VALUES,
  TYPE_VALUES,
} from '../../snapshot/testing/arbitrary-tickets.ts';

/** Half of the time no filter: with all of them on, nothing would ever match. */
function values<Value>(pool: readonly Value[]): fc.Arbitrary<Value[]> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant<Value[]>([]) },
    fc.subarray([...pool], { minLength: 1 }),
  );
}

/** Mostly nothing: this filter keeps out nearly all. */
function seldom<Nothing, Value>(nothing: Nothing, some: fc.Arbitrary<Value>): fc.Arbitrary<Nothing | Value> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(nothing) }, { weight: 1, arbitrary: some });
}

const sort: fc.Arbitrary<readonly SortTerm[]> = fc.oneof(
  fc.constant(DEFAULT_SORT),
  fc
    .shuffledSubarray([...SORT_KEYS], { minLength: 1, maxLength: 4 })
    .chain((keys) =>
      fc.tuple(...keys.map((key) => fc.record({ key: fc.constant(key), descending: fc.boolean() }))),
    ),
);

const date = fc.option(
  fc.constantFrom(
    '2026-02-01',
    '2026-02-04',
    '2026-01-05T21:00:00Z',
    '2025-11-06T10:00:00+01:00',
    '2026-02-07',
    'today',
    'today-1',
    'today-29',
    'week-1',
    'month',
    'month-1',
  ),
  { freq: 2 },
);

const instant = fc.constantFrom(
  '2026-02-03T09:00:00.000Z',
  '2026-01-05T21:00:00Z',
  '2026-02-05T10:00:00+01:00',
);

/** Those that tickets have, and others. */
const id = fc.oneof(
  fc.integer({ min: 1, max: 130 }),
  fc.integer({ min: 101_001_685_000, max: 101_001_685_110 }),
);

const choices = {
  priority: values([...PRIORITY_VALUES, 'nowhere']),
  status: values([...STATUS_VALUES, 'nowhere']),
  type: values([...TYPE_VALUES, 'nowhere']),
  assignee: values([...EMAILS, 'Ann', 'z', 'nowhere']),
  segment: values([...CODES, 'Ann', '1', 'nowhere']),
  originSegment: values([...CODES, 'Ann', '1', 'nowhere']),
  surveyId: values(['12', '1', 'none', 'nowhere']),
  age: values(AGE_BANDS.map((band) => band.value)),
};

/** Questions of many filters at once. */
const manyFilters: fc.Arbitrary<TicketQuery> = fc.record({
  page: fc.integer({ min: 1, max: 4 }),
  perPage: fc.integer({ min: 1, max: 12 }),
  sort,
  q: arbitrarySearch,
  overdue: fc.option(fc.boolean(), { freq: 2 }),
  ...choices,
  not: fc.oneof(fc.constant(DEFAULT_QUERY.not), fc.record(choices)),
  ids: seldom([], fc.uniqueArray(id, { minLength: 1, maxLength: 150 })),
  customerOf: seldom(null, id),
  moved: seldom(null, fc.boolean()),
  changedSince: seldom(null, instant),
  issuedFrom: date,
  issuedTo: date,
  deleted: fc.constantFrom(...DELETED),
  columns: fc.constant(null),
  at: fc.constant(null),
  since: fc.constant(null),
});

const FILTERS = (Object.keys(DEFAULT_QUERY) as (keyof TicketQuery)[]).filter(
  (key) => !['page', 'perPage', 'sort', 'columns', 'at', 'since'].includes(key),
);

/** Questions of one filter or two, most of which have an answer. */
const fewFilters = fc
  .tuple(manyFilters, fc.shuffledSubarray(FILTERS, { minLength: 1, maxLength: 2 }), id)
  .map(([query, kept, customerOf]): TicketQuery => {
    const asked = query.customerOf === null ? { ...query, customerOf } : query;
    const left = FILTERS.filter((key) => !kept.includes(key)).map((key) => [key, DEFAULT_QUERY[key]]);
    return { ...asked, ...Object.fromEntries(left) };
  });

/** Questions of every kind, page numbers past the end and values that no ticket has among them. */
export const arbitraryQuery: fc.Arbitrary<TicketQuery> = fc.oneof(manyFilters, fewFilters);

/** A summary by one key or by two, with days as they are anywhere. */
export const arbitrarySummary: fc.Arbitrary<SummaryOptions> = fc.record({
  by: fc.shuffledSubarray([...SUMMARY_KEYS], { minLength: 1, maxLength: 2 }),
  zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia'),
});
