import type { TicketQuery } from '../../../contract/index.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import type { CountedValue } from '../counts.ts';

/** Spans being selected, from the one where the selection began to its current end, both included. */
export interface SpanRange {
  readonly from: number;
  readonly to: number;
}

/** The span under a point. @param share how far from the left the point is, of the whole width: 0 to 1 and perhaps beyond */
export function spanAt(share: number, spans: number): number {
  return Math.min(spans - 1, Math.max(0, Math.floor(share * spans)));
}

/** The range after a key, Shift extending it; null for a key that does not move. Nothing is chosen: it begins at the last span. */
export function rangeAfter(
  key: string,
  extend: boolean,
  range: SpanRange | null,
  spans: number,
): SpanRange | null {
  const last = spans - 1;
  const next = targetOf(key, range?.to ?? null, last);
  if (next === null) return null;
  const to = Math.min(last, Math.max(0, next));
  return { from: extend && range !== null ? range.from : to, to };
}

function targetOf(key: string, at: number | null, last: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at === null ? last : at - 1;
    case 'ArrowRight':
    case 'ArrowUp':
      return at === null ? last : at + 1;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** The spans of a range, in the order of time. */
export function spansIn(range: SpanRange, spans: readonly CountedValue[]): readonly CountedValue[] {
  return spans.slice(Math.min(range.from, range.to), Math.max(range.from, range.to) + 1);
}

/** The dates that let in the tickets of these spans and no others. */
export function datesOf(spans: readonly CountedValue[]): Pick<TicketQuery, 'issuedFrom' | 'issuedTo'> {
  return { issuedFrom: spans[0]?.value ?? null, issuedTo: spans.at(-1)?.until ?? null };
}

/** The span in which the data was taken, which is not over; null when none is. */
export function runningSpan(spans: readonly CountedValue[], takenAt: string | null): number | null {
  if (takenAt === null) return null;
  const now = Date.parse(takenAt);
  const index = spans.findIndex(
    ({ value, until }) => Date.parse(value) <= now && (until === undefined || now < Date.parse(until)),
  );
  return index === -1 ? null : index;
}

interface SpanKinds {
  /** The span that is not over; null when all are. */
  readonly running: number | null;
  /** Whether the first span holds all earlier dates. */
  readonly earlier: boolean;
  /** Whether the last span holds all later dates. */
  readonly later: boolean;
}

/** `Feb 2026`, `Feb 2026 to Apr 2026`, `Apr 2026 so far`, `Feb 2026, in part`. */
export function nameOfSpans(
  range: SpanRange,
  spans: readonly CountedValue[],
  { running, earlier, later }: SpanKinds,
): string {
  const from = Math.min(range.from, range.to);
  const to = Math.max(range.from, range.to);
  const [first, last] = [spans[from]?.label ?? '', spans[to]?.label ?? ''];
  const isOpenBefore = earlier && from === 0;
  const isOpenAfter = later && to === spans.length - 1;
  const name = from === to ? first : nameBetween(first, last, isOpenBefore, isOpenAfter);
  if (to === running) return `${name} so far`;
  return spansIn(range, spans).some(({ partial }) => partial) ? `${name}, in part` : name;
}

function nameBetween(first: string, last: string, isOpenBefore: boolean, isOpenAfter: boolean): string {
  if (isOpenBefore) return isOpenAfter ? 'All dates' : `Up to ${withinSentence(last)}`;
  return isOpenAfter ? `From ${withinSentence(first)}` : joinLabels(first, last);
}

/** `the week of 2 Feb 2026`. */
function withinSentence(label: string): string {
  return label.replace(/^Week/, 'the week');
}

/** `Feb 2026 to Apr 2026`, `Weeks of 2 Feb 2026 to 9 Feb 2026`. */
function joinLabels(first: string, last: string): string {
  const weeks = [first, last].map((label) => /^Week of (.*)$/.exec(label)?.[1]);
  return weeks.includes(undefined) ? `${first} to ${last}` : `Weeks of ${weeks.join(' to ')}`;
}

/** Numbers of tickets, and of the open ones among them. */
type Sums = Pick<CountedValue, 'count' | 'open'>;

/** Numbers of tickets in these spans. */
export function sumOf(spans: readonly Sums[]): Sums {
  return spans.reduce((sum, { count, open }) => ({ count: sum.count + count, open: sum.open + open }), {
    count: 0,
    open: 0,
  });
}

/** `702 tickets issued, 57 still open`; over a list of open tickets alone `57 tickets still open of 702 issued`. */
export function describeCounts({ count, open }: Sums, isAllOpen: boolean): string {
  if (isAllOpen) return `${formatCountOf(open, 'ticket')} still open of ${formatCount(count)} issued`;
  const issued = `${formatCountOf(count, 'ticket')} issued`;
  if (count === 0) return issued;
  if (open === count) return `${issued}, ${count === 1 ? 'still open' : 'all still open'}`;
  return `${issued}, ${open === 0 ? 'none' : formatCount(open)} still open`;
}
