import { chosenValues, withChosenValues } from '../chosen-values.ts';
import { decodeQuery } from '../codec.ts';
import { FILTER_KEYS } from '../field-keys.ts';
import { DEFAULT_QUERY, type TicketQuery } from '../query.ts';
import type { TrendGroup, TrendsOptions } from '../trends.ts';
import { addDays, dayIn } from '../zones.ts';
import { issuedList } from './issued-list.ts';

/** The subjects worth looking at, each with the filters of its list as an address has them. */
const ATTENTION = {
  'critical-overdue': 'overdue=true&priority=CRITICAL',
  'urgent-unassigned': 'priority=CRITICAL&priority=HIGH&assignee=none',
  'new-for-a-week': 'status=NEW&age=7-30&age=30-90&age=90+',
  'open-for-90-days': 'age=90+',
} as const;

export type AttentionKey = keyof typeof ATTENTION;

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
  const deleted = withoutDeleted(filters);
  const open = openOnly({ ...filters, page, sort, columns, at, since, overdue: null, deleted });
  const overdue = { ...open, overdue: true };
  const attention = Object.entries(ATTENTION).map(
    ([key, address]) => [key as AttentionKey, narrow(open, read(address))] as const,
  );
  return {
    open,
    overdue,
    attention: new Map(attention.flatMap(([key, query]) => (query === null ? [] : [[key, query] as const]))),
    issued: (from, to) => issuedList({ ...dated, page, sort, columns, at, since }, { from, to }),
  };
}

/** A query's word on deleted tickets as it is for open ones, of which trends count none as deleted. */
export function withoutDeleted({ deleted }: TicketQuery): TicketQuery['deleted'] {
  return deleted === 'only' ? 'only' : 'exclude';
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

/** The tickets among those of a query that pass some other filters, too; null when its own leave none of them. */
function narrow(query: TicketQuery, wanted: TicketQuery): TicketQuery | null {
  let narrowed = query;
  for (const key of FILTER_KEYS) {
    const { any } = chosenValues(wanted, key);
    if (any.length === 0) continue;
    const own = chosenValues(query, key);
    const possible = any.filter(
      (value) => (own.any.length === 0 || own.any.includes(value)) && !own.none.includes(value),
    );
    if (possible.length === 0) return null;
    narrowed = { ...narrowed, ...withChosenValues(narrowed, key, { any: possible, none: [] }) };
  }
  return narrowed;
}

/** @throws Error for an address that is none */
function read(address: string): TicketQuery {
  const decoded = decodeQuery(address.split('&').map(pairOf));
  if (!decoded.ok) throw new Error(`${address} is no query`);
  return decoded.query;
}

function pairOf(text: string): [string, string] {
  const [key = '', value = ''] = text.split('=');
  return [key, value];
}
