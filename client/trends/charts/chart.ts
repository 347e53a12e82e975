import type { TicketQuery } from '../../../contract/index.ts';

/** One number for each bucket; null for what was not recorded, or could not be told. */
export type Values = readonly (number | null)[];

/** Finds the list of the tickets that a bucket's number counts; null where no list says the same. */
export type ListOf = (bucket: number) => TicketQuery | null;

/** A column of a chart's table and an entry of its legend: numbers of which most are drawn. */
export interface ChartColumn {
  /** The name of its colour; null for one that is not drawn among the others. */
  readonly id: string | null;
  readonly label: string;
  readonly values: Values;
  /** The number of the whole time, for a chart that shows that at rest; null when there is none. */
  readonly total?: number | null;
  readonly format: (value: number) => string;
  readonly listOf?: ListOf;
}

/** A chart of the trends. */
export interface TrendChart {
  readonly id: string;
  readonly title: string;
  /** Bars on top of each other or beside each other, or lines. */
  readonly kind: 'stack' | 'pair' | 'lines';
  readonly columns: readonly ChartColumn[];
  /** Columns that are drawn in the plot, the lowest first. */
  readonly drawn: readonly ChartColumn[];
  /** A column that is drawn below the plot, in a strip of its own. */
  readonly strip: (ChartColumn & { readonly kind: 'balance' | 'shares' }) | null;
  /** The list that a bucket opens; null where no list says the same. */
  readonly listOf: ListOf;
  /** The bucket whose numbers are shown while none is pointed at; null for those of the whole time. */
  readonly restBucket: number | null;
  /** The time of the numbers at rest, in words. */
  readonly restLabel: string;
  /** Buckets at the start of which nothing was recorded. */
  readonly unrecorded: number;
  /** Whether something else than what was recorded stands in those. */
  readonly hasArrivals: boolean;
}

/** Numbers that no list counts. */
export const noList: ListOf = () => null;

/** Adds up what is known; null when nothing is. */
export function sumOf(values: Values): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** The last bucket that has a number; null for none. */
export function lastKnown(values: Values): number | null {
  const bucket = values.findLastIndex((value) => value !== null);
  return bucket < 0 ? null : bucket;
}

/** Number of buckets before the first that has a number: all of them when none has. */
export function countBlank(values: Values): number {
  const first = values.findIndex((value) => value !== null);
  return first < 0 ? values.length : first;
}
