import { DAY_MS, type TicketQuery } from '../../../contract/index.ts';
import { utcDay } from '../../format/dates.ts';

type DateRange = Pick<TicketQuery, 'issuedFrom' | 'issuedTo'>;

interface DatePreset {
  readonly label: string;
  /** Called when the preset is chosen, so that "today" is never yesterday's. */
  readonly range: (now: number) => DateRange;
}

/** Ready ranges of issue dates, in UTC days like the query's own. */
export const DATE_PRESETS: readonly DatePreset[] = [
  { label: 'Any time', range: () => ({ issuedFrom: null, issuedTo: null }) },
  { label: 'Today', range: (now) => lastDays(1, now) },
  { label: 'Last 7 days', range: (now) => lastDays(7, now) },
  { label: 'Last 30 days', range: (now) => lastDays(30, now) },
  { label: 'Last 90 days', range: (now) => lastDays(90, now) },
  {
    label: 'This year',
    range: (now) => ({ issuedFrom: `${utcDay(now).slice(0, 4)}-01-01`, issuedTo: null }),
  },
];

/** The last `count` days, today included. */
function lastDays(count: number, now: number): DateRange {
  return { issuedFrom: utcDay(now - (count - 1) * DAY_MS), issuedTo: null };
}
