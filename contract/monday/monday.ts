import { chosenValues } from '../chosen-values.ts';
import { formatCount, formatCountOf } from '../numbers.ts';
import type { TicketQuery } from '../query.ts';
import type { TicketList } from '../schemas/answers.ts';
import type { FacetValue } from '../schemas/facets.ts';
import type { Trends } from '../schemas/trends.ts';
import { NONE } from '../ticket.ts';
import { comparedDay, LAST_MONDAY } from './compared-day.ts';
import { lastMonday } from './last-monday.ts';
import { isPartlyRecorded } from './partly-recorded.ts';
import type { AttentionKey, MondayQuestions } from './questions.ts';
import { readUntil } from './read-until.ts';

/** A list's answer, as far as the page needs it. */
type Counted = Pick<TicketList, 'page' | 'facets'>;

/** The answers that the page is made from. */
export interface MondayAnswers {
  readonly open: Counted;
  readonly overdue: Counted;
  /** Number of tickets of each subject. */
  readonly attention: ReadonlyMap<AttentionKey, number>;
  /** Weeks, with a group for each assignee. */
  readonly trends: Trends;
}

/** A piece of a sentence. One that is counted leads to its list; names are among those, and all others are words of ours. */
export interface Phrase {
  readonly text: string;
  readonly query?: TicketQuery;
}

/** A person with overdue tickets. */
export interface MondayName {
  readonly label: string;
  readonly overdue: number;
  readonly open: number;
  /** Overdue tickets more than on the day that the page compares with; null where that is not known. */
  readonly change: number | null;
  readonly overdueQuery: TicketQuery;
  readonly openQuery: TicketQuery;
}

/** The Monday page in words: how are we doing. Its charts are of the trends. */
export interface MondayPage {
  /** Sentences, each of pieces. */
  readonly headline: readonly (readonly Phrase[])[];
  /** The day that it compares with: `last Monday`, or one like `Tue 17 Nov`. */
  readonly since: string;
  /** Those with the most overdue tickets, five at most. */
  readonly names: readonly MondayName[];
  /** Those with any tickets. */
  readonly attention: readonly (readonly Phrase[])[];
}

/** The most names. */
const NAMES = 5;

/** The least share of all overdue tickets for which two segments are named. */
const MOST = 0.5;

/** The words after the number of a subject's tickets. */
const ATTENTION_LABELS: Readonly<Record<AttentionKey, readonly [one: string, many: string]>> = {
  'critical-overdue': ['critical ticket is overdue', 'critical tickets are overdue'],
  'urgent-unassigned': ['critical or high ticket has nobody', 'critical or high tickets have nobody'],
  'new-for-a-week': [
    'ticket has been new for a week or longer',
    'tickets have been new for a week or longer',
  ],
  'open-for-90-days': [
    'ticket has been open for 90 days or longer',
    'tickets have been open for 90 days or longer',
  ],
};

/** Composes the page. @param now epoch milliseconds */
export function composeMonday(questions: MondayQuestions, answers: MondayAnswers, now: number): MondayPage {
  const { open, overdue, attention, trends } = answers;
  const monday = lastMonday(trends, now);
  const week = monday === null ? undefined : trends.buckets[monday];
  const since = week === undefined ? LAST_MONDAY : comparedDay(week, trends.zone);
  const openOf = new Map(open.facets.assignee.map(({ value, count }) => [value, count]));
  const rows = new Map(trends.groups?.map((group) => [group.value, group]));
  return {
    headline: [
      [
        { text: `${formatCount(overdue.page.total)} overdue`, query: questions.overdue },
        { text: comparison(overdue.page.total, week?.overdueAtEnd ?? null, since) },
        ...concentration(questions.overdue, overdue),
        { text: '.' },
      ],
      ...lastWeek(questions, trends),
    ],
    since,
    names: mostOf(questions.overdue, 'assignee', overdue)
      .filter(({ value }) => value !== NONE)
      .slice(0, NAMES)
      .map(({ value, label, count }) => {
        const then = monday === null ? null : (rows.get(value)?.overdueAtEnd[monday] ?? null);
        return {
          label,
          overdue: count,
          open: openOf.get(value) ?? 0,
          change: then === null ? null : count - then,
          overdueQuery: withValues(questions.overdue, 'assignee', [value]),
          openQuery: withValues(questions.open, 'assignee', [value]),
        };
      }),
    attention: [...questions.attention].flatMap(([key, query]) => {
      const count = attention.get(key) ?? 0;
      const [one, many] = ATTENTION_LABELS[key];
      return count === 0 ? [] : [[{ text: formatCountOf(count, one, many), query }]];
    }),
  };
}

function comparison(now: number, before: number | null, since: string): string {
  if (before === null) return '';
  const day = since === LAST_MONDAY ? since : `on ${since}`;
  if (now === before) return `, as many as ${day}`;
  return `, ${formatCount(Math.abs(now - before))} ${now > before ? 'more' : 'fewer'} than ${day}`;
}

/** The two segments that have most of the overdue tickets, where there are others besides. */
function concentration(query: TicketQuery, counted: Counted): readonly Phrase[] {
  const [first, second, ...others] = mostOf(query, 'segment', counted);
  if (first === undefined || second === undefined || others.length === 0) return [];
  const share = (first.count + second.count) / counted.page.total;
  if (share < MOST) return [];
  return [
    { text: '; ' },
    {
      text: `${Math.min(99, Math.round(share * 100))} %`,
      query: withValues(query, 'segment', [first.value, second.value]),
    },
    { text: ' in two departments: ' },
    { text: first.label, query: withValues(query, 'segment', [first.value]) },
    { text: ' and ' },
    { text: second.label, query: withValues(query, 'segment', [second.value]) },
  ];
}

/** The week that ended last, or its days up to the last read, where it is known how many tickets came and were resolved. */
function lastWeek({ issued }: MondayQuestions, trends: Trends): readonly (readonly Phrase[])[] {
  const { buckets } = trends;
  const week = buckets.findLast(({ complete }) => complete);
  if (week === undefined || week.arrived === null) return [];
  const until = readUntil(week, trends);
  const resolved = isPartlyRecorded(week, trends) ? null : week.resolved;
  const done = resolved === null ? '' : ` and ${formatCountOf(resolved, 'was resolved', 'were resolved')}`;
  const query = week.arrived === 0 ? null : issued(week.from, week.to);
  const arrived = { text: formatCount(week.arrived), ...(query !== null && { query }) };
  const when = until === null ? 'Last week ' : `Last week, up to ${until}, `;
  return [[{ text: when }, arrived, { text: ` came in${done}.` }]];
}

/** The values that have tickets, the most first. A facet counts those beside its own filter, too, which are left out here. */
function mostOf(query: TicketQuery, key: 'assignee' | 'segment', { facets }: Counted): readonly FacetValue[] {
  const { any, none } = chosenValues(query, key);
  return facets[key]
    .filter(
      ({ value, count }) => count > 0 && (any.length === 0 || any.includes(value)) && !none.includes(value),
    )
    .toSorted((a, b) => b.count - a.count);
}

function withValues(query: TicketQuery, key: 'assignee' | 'segment', values: readonly string[]): TicketQuery {
  return { ...query, [key]: values, not: { ...query.not, [key]: [] } };
}
