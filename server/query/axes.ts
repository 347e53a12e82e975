import type { Axis, AxisValue, Facet, SummaryKey } from '../../contract/index.ts';
import type { Columns } from '../snapshot/columns.ts';
import { type Spans, spansOver } from './spans.ts';

/** One key that tickets are counted by. */
export interface CountedAxis {
  readonly axis: Axis;
  /**
   * Appends a digit to a number for each ticket: the place of the ticket's value on the axis, or the number of
   * values for a ticket that has none. The digit's base is one more.
   */
  readonly addDigits: (cells: Float64Array) => void;
}

/** The tickets that an axis is made for. */
export interface AxisScope {
  readonly columns: Columns;
  /** The tickets to divide. */
  readonly positions: Uint32Array;
  /** The bounds of their issue dates, from inclusive and to exclusive: epoch milliseconds, or infinite. */
  readonly issued: { readonly from: number; readonly to: number };
  /** Whose days count. */
  readonly zone: string;
  /** The instant at which the data was taken: dates after it may share a span. */
  readonly takenAt: number;
}

export function makeAxis(key: SummaryKey, scope: AxisScope): CountedAxis {
  return key === 'issued' ? issuedAxis(scope) : facetAxis(key, scope);
}

function facetAxis(key: Facet, { columns, positions }: AxisScope): CountedAxis {
  const { entries, codes } = columns.facets[key];
  const base = entries.length + 1;
  return {
    axis: { key, values: entries.map(({ value, label }) => ({ value, label })) },
    addDigits(cells) {
      for (let index = 0; index < cells.length; index++) {
        cells[index] = (cells[index] as number) * base + (codes[positions[index] as number] as number);
      }
    },
  };
}

function issuedAxis({
  columns: { issued },
  positions,
  issued: asked,
  zone,
  takenAt,
}: AxisScope): CountedAxis {
  const spans = spansOf(issued, positions, { zone, takenAt });
  const bounds = Float64Array.from(spans.bounds);
  const base = spans.labels.length + 1;
  return {
    axis: {
      key: 'issued',
      values: listSpans(spans, asked),
      interval: spans.interval,
      ...(spans.earlier && { earlier: true }),
      ...(spans.later && { later: true }),
    },
    addDigits(cells) {
      for (let index = 0; index < cells.length; index++) {
        const span = findSpan(bounds, issued[positions[index] as number] as number);
        cells[index] = (cells[index] as number) * base + span;
      }
    },
  };
}

const NO_SPANS: Spans = { interval: 'day', bounds: [], labels: [] };

/** The spans that hold all issue dates of the tickets at `positions`; none when there is no date. */
function spansOf(
  issued: Float64Array,
  positions: Uint32Array,
  { zone, takenAt }: Pick<AxisScope, 'zone' | 'takenAt'>,
): Spans {
  // NaN, which a ticket without a date has, sorts after all numbers.
  const instants = Float64Array.from(positions, (position) => issued[position] as number).sort();
  const dated = instants.findLastIndex((instant) => !Number.isNaN(instant)) + 1;
  return dated === 0 ? NO_SPANS : spansOver(instants.subarray(0, dated), zone, takenAt);
}

/** The span of an instant out of those that hold it; for NaN, how many spans there are. */
function findSpan(bounds: Float64Array, instant: number): number {
  if (Number.isNaN(instant)) return Math.max(0, bounds.length - 1);
  let from = 0;
  let to = bounds.length - 1;
  while (to - from > 1) {
    const middle = (from + to) >>> 1;
    if ((bounds[middle] as number) <= instant) from = middle;
    else to = middle;
  }
  return from;
}

/** The first and the last instant that have a year of four digits, which is how tickets' dates are written. */
const EARLIEST = Date.parse('0000-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** A span that the query's dates cut off begins or ends with them: as a filter it finds no more than they do. */
function listSpans(
  { bounds, labels, earlier, later }: Spans,
  { from, to }: AxisScope['issued'],
): AxisValue[] {
  return labels.map((label, index) => {
    const [begins, ends] = [bounds[index] as number, bounds[index + 1] as number];
    const start = Math.max(EARLIEST, from, begins);
    const end = Math.min(to, ends);
    const until = end <= LATEST ? { until: new Date(end).toISOString() } : {};
    const isFolded = (earlier && index === 0) || (later && index === labels.length - 1);
    const partial = !isFolded && (from > begins || to < ends) ? { partial: true } : {};
    return { value: new Date(start).toISOString(), label, ...until, ...partial };
  });
}
