import type { ChoiceKey } from '../field-keys.ts';
import { DEFAULT_QUERY, type TicketQuery } from '../query.ts';
import { NONE, URGENT } from '../ticket.ts';
import type { TrendGroup, TrendsOptions } from '../trends.ts';
import { addDays, dayIn } from '../zones.ts';
import { issuedList } from './issued-list.ts';

/** A subject worth looking at, counted by a list. */
export type AttentionKey = 'critical-overdue' | 'urgent-unassigned' | 'new-for-a-week' | 'open-for-90-days';

/** The lists whose totals and facets the page is made from. A subject that the filters rule out has none. */
export interface MondayQuestions {
  readonly open: TicketQuery;
  readonly overdue: TicketQuery;
  readonly attention: ReadonlyMap<AttentionKey, TicketQuery>;
  /** The list of the tickets that were issued in a stretch of time; null where no list says the same as the trends. */
  readonly issued: (from: string, to: string) => TicketQuery | null;
}

/** The weeks that the page's trends go back, the running one included. */
const WEEKS = 13;

/**
 * The lists of the page under the filters in force. Overdue or not is what the page is about, so that one is not.
 *
 * @param dated the same filters with their dates as instants
 */
export function mondayQuestions(filters: TicketQuery, dated = filters): MondayQuestions {
  const { page, sort, columns, at, since } = DEFAULT_QUERY;
  const open = openOnly({ ...filters, page, sort, columns, at, since, overdue: null });
  const overdue = { ...open, overdue: true };
  const attention: readonly [AttentionKey, TicketQuery | null][] = [
    ['critical-overdue', narrow(overdue, { priority: ['CRITICAL'] })],
    ['urgent-unassigned', narrow(open, { priority: URGENT, assignee: [NONE] })],
    ['new-for-a-week', narrow(open, { status: ['NEW'], age: ['7-30', '30-90', '90+'] })],
    ['open-for-90-days', narrow(open, { age: ['90+'] })],
  ];
  return {
    open,
    overdue,
    attention: new Map(attention.flatMap(([key, query]) => (query === null ? [] : [[key, query] as const]))),
    issued: (from, to) => issuedList({ ...dated, page, sort, columns, at, since }, { from, to }),
  };
}

/** The trends that the page compares by, and draws. @param now epoch milliseconds */
export function mondayTrends(now: number, zone: string, by: TrendGroup | null): TrendsOptions {
  const today = dayIn(now, zone);
  return { span: 'week', from: addDays(today, -7 * (WEEKS - 1)), to: today, zone, by };
}

/** The open tickets among those of a query; all open ones where it has only resolved ones. */
function openOnly(query: TicketQuery): TicketQuery {
  const status = query.status.filter((value) => value !== 'RESOLVED');
  const excluded = new Set([...query.not.status, 'RESOLVED']);
  return {
    ...query,
    status,
    not: { ...query.not, status: status.length > 0 ? query.not.status : [...excluded] },
  };
}

/** The tickets among those of a query that have one of some values, too; null when its filters leave none of them. */
function narrow(
  query: TicketQuery,
  wanted: Partial<Record<ChoiceKey, readonly string[]>>,
): TicketQuery | null {
  let narrowed = query;
  for (const [key, values] of Object.entries(wanted) as [ChoiceKey, readonly string[]][]) {
    const any: readonly string[] = query[key];
    const possible = values.filter(
      (value) => (any.length === 0 || any.includes(value)) && !query.not[key].includes(value),
    );
    if (possible.length === 0) return null;
    narrowed = { ...narrowed, [key]: possible, not: { ...narrowed.not, [key]: [] } };
  }
  return narrowed;
}
