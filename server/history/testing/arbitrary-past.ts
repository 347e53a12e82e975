import fc from 'fast-check';
import {
  DEFAULT_QUERY,
  type Ticket,
  type TicketQuery,
  TREND_GROUPS,
  TREND_SPANS,
} from '../../../contract/index.ts';

/** All the tickets that there may be. */
export const IDS = [1, 2, 3, 4, 5, 6];

const STATUSES = ['NEW', 'OPEN', 'ESCALATED', 'RESOLVED', null];
/** The segments that a ticket may be in, the first of which it arrives in. */
export const SEGMENTS = ['A', 'B'].map((code) => ({ id: null, code, name: `Segment ${code}` }));

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

/** Events between one read and the next. */
export const step = fc.record({
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

/** An event of the tickets between two reads, or a read. */
export type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

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

/** A question for trends, over all or some of the days that the steps take. */
export const question = fc.record({
  query,
  span: fc.constantFrom(...TREND_SPANS),
  zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
  from: fc.constantFrom('2026-03-17', '2026-03-23'),
  to: fc.constantFrom('2026-03-24', '2026-04-05'),
  by: fc.constantFrom(null, ...TREND_GROUPS),
  today: fc.option(fc.subarray(IDS), { nil: null, freq: 2 }),
  issuedFrom: fc.constantFrom(Number.NEGATIVE_INFINITY, Date.parse('2026-03-19T00:00:00.000Z')),
});

/** A question about the past. */
export type Question = typeof question extends fc.Arbitrary<infer One> ? One : never;
