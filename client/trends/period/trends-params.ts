import {
  addDays,
  type Calendar,
  isDay,
  MAX_BUCKETS,
  relativePeriod,
  TREND_GROUPS,
  TREND_SPANS,
  type TrendGroup,
  type TrendSpan,
  type TrendsOptions,
} from '../../../contract/index.ts';
import { dayOfFrom, dayOfTo } from '../../filters/issue-days.ts';

/** The part of the address that says how trends are counted. */
export interface TrendsParams {
  readonly span: TrendSpan;
  /** Days like `2026-02-04`, or periods counted from the running one like `week-25`; null for the usual period. */
  readonly from: string | null;
  readonly to: string | null;
  /** The field of the scorecards. */
  readonly by: TrendGroup;
}

/** The props of what chooses a period. */
export interface PeriodProps {
  readonly params: TrendsParams;
  readonly onChange: (next: TrendsParams) => void;
}

const USUAL: TrendsParams = { span: 'week', from: null, to: null, by: 'segment' };

/** Reads them from a search. What is none of their values counts for nothing: the screen shows which hold. */
export function readParams(search: string): TrendsParams {
  const given = new URLSearchParams(search);
  return {
    span: TREND_SPANS.find((span) => span === given.get('span')) ?? USUAL.span,
    from: dateOf(given.get('from')),
    to: dateOf(given.get('to')),
    by: TREND_GROUPS.find((by) => by === given.get('by')) ?? USUAL.by,
  };
}

/** Writes them as pairs of a search, the usual ones left out. */
export function formatParams(params: TrendsParams): readonly (readonly [string, string])[] {
  const keys = Object.keys(USUAL) as (keyof TrendsParams)[];
  return keys.flatMap((key) => {
    const value = params[key];
    return value === null || value === USUAL[key] ? [] : [[key, value] as const];
  });
}

/** The params after a change of the span: days stay, and a number of spans gives way to the usual one. */
export function withSpan(params: TrendsParams, span: TrendSpan): TrendsParams {
  const days = (text: string | null) => (text !== null && isDay(text) ? text : null);
  return { ...params, span, from: days(params.from), to: days(params.to) };
}

/** The params as the server gets them, for a reader in that calendar. */
export function toOptions({ span, from, to, by }: TrendsParams, calendar: Calendar): TrendsOptions {
  return {
    span,
    from: from === null ? null : dayOfFrom(from, calendar),
    to: to === null ? null : dayOfTo(to, calendar),
    zone: calendar.zone,
    by,
  };
}

const DAYS: Readonly<Record<TrendSpan, number>> = { day: 1, week: 7, month: 31 };

/** The reason why no trends can be told of a period; null for one that is well. */
export function faultOf({ span, from, to }: TrendsOptions, today: string): 'reversed' | 'long' | null {
  const last = to ?? today;
  if (from === null) return null;
  if (from > last) return 'reversed';
  return addDays(from, DAYS[span] * (MAX_BUCKETS - 2)) < last ? 'long' : null;
}

function dateOf(text: string | null): string | null {
  return text !== null && (isDay(text) || relativePeriod(text) !== null) ? text : null;
}
