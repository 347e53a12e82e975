import { DEFAULT_BUCKETS, relativePeriod, type TrendSpan } from '../../../contract/index.ts';
import { formatDateRange } from '../../filters/active-filters.ts';
import { formatCountOf } from '../../format/numbers.ts';
import type { TrendsParams } from './trends-params.ts';

/** Names of the spans, as the switch has them. */
export const SPAN_TITLES: Readonly<Record<TrendSpan, string>> = { day: 'Day', week: 'Week', month: 'Month' };

/** Units of the periods that an address counts back from the running one. */
const UNITS = { day: 'today', week: 'week', month: 'month' } as const;

const COUNTS: Readonly<Record<TrendSpan, readonly number[]>> = {
  day: [14, 30, 90],
  week: [12, 26, 52],
  month: [6, 12, 24],
};

/** A period that is offered: so many spans, the running one included. */
export interface PeriodPreset {
  readonly label: string;
  readonly from: string | null;
}

/** The periods that are offered for a span. */
export function presetsOf(span: TrendSpan): readonly PeriodPreset[] {
  return COUNTS[span].map((count) => ({
    label: `Last ${formatCountOf(count, span)}`,
    from: count === DEFAULT_BUCKETS[span] ? null : `${UNITS[span]}-${count - 1}`,
  }));
}

/** The period in words: `Last 12 weeks`, `since 4 Feb 2026`, `4 Feb 2026 to 7 Mar 2026`. */
export function periodLabel({ span, from, to }: TrendsParams, zone: string): string {
  const preset = to === null && presetsOf(span).find((known) => known.from === from);
  if (preset) return preset.label;
  const period = from === null ? null : relativePeriod(from);
  if (period !== null && to === null && period.unit === UNITS[span]) {
    return `Last ${formatCountOf(period.ago + 1, span)}`;
  }
  return formatDateRange(from, to, zone);
}
