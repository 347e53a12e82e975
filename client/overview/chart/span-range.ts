import type { TicketQuery } from '../../../contract/index.ts';
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

/** `Feb 2026`, `Feb 2026 to Apr 2026`. */
export function nameOfSpans(spans: readonly CountedValue[]): string {
  const [first, last] = [spans[0]?.label ?? '', spans.at(-1)?.label ?? ''];
  return first === last ? first : `${first} to ${last}`;
}

/** Number of tickets in these spans. */
export function countOf(spans: readonly CountedValue[]): number {
  return spans.reduce((sum, { count }) => sum + count, 0);
}
