import { PRIORITIES } from '../../../contract/index.ts';
import { formatFacetLabel } from '../../format/value-labels.ts';
import type { Counts } from '../counts.ts';

/** A series of the bars, with its tickets in each span. */
export interface Series {
  /** A documented priority, or `other` or `none`, of open tickets; or `resolved`. */
  readonly id: string;
  readonly label: string;
  readonly values: readonly number[];
}

/** Bars in an SVG one unit wide per span and {@link HEIGHT} units high. */
export interface DrawnSeries extends Series {
  /** An SVG path, its rectangles from the left to the right. */
  readonly path: string;
}

/** Height of the plot, in SVG units. */
export const HEIGHT = 1_000;

/** Least height of a bar with tickets, so that one ticket shows beside a thousand. */
const LEAST = 16;

/** Share of a span's width that its bar takes. */
export const BAR_WIDTH = 0.84;

/**
 * The series of a table of spans by priority: open tickets, the most urgent first, and all that are resolved. Those
 * without tickets are left out.
 */
export function listSeries({ rows, columns, at }: Counts): readonly Series[] {
  const values = (column: number) => rows.map((_, row) => at(row, column).open);
  const named = columns.map(({ value, label }, column) => ({ value, label, values: values(column) }));
  const known = named.filter(({ value }) => isDocumented(value));
  const others = named.filter(({ value, values: own }) => !isDocumented(value) && own.some(Boolean));
  const [only] = others;
  const other = {
    id: 'other',
    label: others.length === 1 && only ? formatFacetLabel('priority', only.label) : 'Other priorities',
    values: rows.map((_, row) => add(others.map((series) => series.values[row] ?? 0))),
  };
  const none = {
    id: 'none',
    label: 'No priority',
    values: rows.map(({ open }, row) => open - add(named.map((series) => series.values[row] ?? 0))),
  };
  const resolved = {
    id: 'resolved',
    label: 'Resolved',
    values: rows.map(({ count, open }) => count - open),
  };
  return [
    ...known.map(({ value, label, values: own }) => ({
      id: value,
      label: formatFacetLabel('priority', label),
      values: own,
    })),
    other,
    none,
    resolved,
  ].filter((series) => series.values.some(Boolean));
}

/** Stacks the series into bars, the first at the bottom. @param top the number of tickets that fills the plot's height */
export function drawSeries(series: readonly Series[], top: number): readonly DrawnSeries[] {
  const spans = series[0]?.values.length ?? 0;
  const totals = Array.from({ length: spans }, (_, span) =>
    add(series.map(({ values }) => values[span] ?? 0)),
  );
  const scales = totals.map((total) => barHeight(total, top) / total);
  const tops = totals.map(() => HEIGHT);
  return series.map((one) => {
    const rectangles = one.values.map((value, span) => {
      if (value === 0) return '';
      const height = value * (scales[span] ?? 0);
      tops[span] = (tops[span] ?? 0) - height;
      return `M${round(span + (1 - BAR_WIDTH) / 2)} ${round(tops[span] ?? 0)}h${BAR_WIDTH}v${round(height)}h-${BAR_WIDTH}z`;
    });
    return { ...one, path: rectangles.join('') };
  });
}

/** Height of a bar of so many tickets, in SVG units. */
export function barHeight(tickets: number, top: number): number {
  return tickets === 0 ? 0 : Math.max((tickets * HEIGHT) / top, LEAST);
}

function isDocumented(priority: string): boolean {
  return PRIORITIES.some((known) => known === priority);
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
