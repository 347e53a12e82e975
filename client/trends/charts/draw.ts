import { BAR_WIDTH, barHeight, drawSeries, HEIGHT } from '../../overview/chart/bars.ts';
import { sumOf, type TrendChart, type Values } from './chart.ts';

/** A drawn column of a chart: SVG paths in a space one unit wide a bucket and {@link HEIGHT} units high. */
export interface DrawnColumn {
  readonly id: string;
  readonly path: string;
  /** Dots of a line, as strokes of next to no length: on paper one of none at all is not drawn. */
  readonly dots?: string;
}

/** The highest number that a chart's plot has to hold. */
export function topOf({ kind, drawn }: TrendChart): number {
  const buckets = drawn[0]?.values.length ?? 0;
  const heights = Array.from({ length: buckets }, (_, bucket) => {
    const values = drawn.map(({ values: own }) => own[bucket] ?? 0);
    return kind === 'stack' ? (sumOf(values) ?? 0) : Math.max(...values);
  });
  return Math.max(0, ...heights);
}

/** Draws a chart. @param top the number at the top of its plot */
export function drawChart({ kind, drawn }: TrendChart, top: number): readonly DrawnColumn[] {
  const columns = drawn.map(({ id, label, values }) => ({ id: id ?? label, label, values }));
  if (kind === 'stack') {
    return drawSeries(
      columns.map((column) => ({ ...column, values: column.values.map((value) => value ?? 0) })),
      top,
    );
  }
  if (kind === 'pair') {
    return columns.map(({ id, values }, index) => ({
      id,
      path: pairPath(values, top, index, columns.length),
    }));
  }
  return columns.map(({ id, values }) => ({ id, path: linePath(values, top), dots: dotsPath(values, top) }));
}

/** Bars beside each other within their bucket. */
function pairPath(values: Values, top: number, index: number, columns: number): string {
  const width = BAR_WIDTH / columns;
  const bars = values.map((value, bucket) => {
    if (value === null || value === 0) return '';
    const height = barHeight(value, top);
    const left = bucket + (1 - BAR_WIDTH) / 2 + index * width;
    return `M${round(left)} ${round(HEIGHT - height)}h${round(width * 0.9)}v${round(height)}h-${round(width * 0.9)}z`;
  });
  return bars.join('');
}

/** A line from middle to middle, which breaks where nothing is known. */
function linePath(values: Values, top: number): string {
  const points = values.map((value, bucket) => {
    if (value === null) return '';
    const isFirst = bucket === 0 || values[bucket - 1] === null;
    return `${isFirst ? 'M' : 'L'}${point(value, bucket, top)}`;
  });
  return points.join('');
}

function dotsPath(values: Values, top: number): string {
  return values.map((value, bucket) => (value === null ? '' : `M${point(value, bucket, top)}h.001`)).join('');
}

function point(value: number, bucket: number, top: number): string {
  return `${bucket + 0.5} ${round(HEIGHT * (1 - value / top))}`;
}

/** A strip of bars from its zero line: up for more, down for less. */
export function drawBalance(values: Values): { readonly path: string; readonly zero: number } {
  const known = values.filter((value) => value !== null);
  const [most, least] = [Math.max(0, ...known), Math.min(0, ...known)];
  const scale = HEIGHT / Math.max(most - least, Number.MIN_VALUE);
  const zero = most - least === 0 ? HEIGHT : round(most * scale);
  const bars = values.map((value, bucket) => {
    if (value === null || value === 0) return '';
    const height = round(Math.abs(value) * scale);
    const top = value > 0 ? round(zero - height) : zero;
    return `M${round(bucket + (1 - BAR_WIDTH) / 2)} ${top}h${BAR_WIDTH}v${height}h-${BAR_WIDTH}z`;
  });
  return { path: bars.join(''), zero };
}

/** A strip of a line that shows shares from 0 to 1. */
export function drawShares(values: Values): string {
  return linePath(values, 1);
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
