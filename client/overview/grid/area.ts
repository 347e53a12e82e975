import { AGE_BANDS, type AgeBand, type TicketQuery } from '../../../contract/index.ts';
import type { Counts } from '../counts.ts';

/** Index of a header: it stands for its whole row or column, and the corner for everything. */
export const HEAD = -1;

export interface GridCell {
  readonly row: number;
  readonly column: number;
}

/** The cells between two corners, both included, in whichever order they were chosen. */
export interface Area {
  readonly from: GridCell;
  readonly to: GridCell;
}

/** The first and the last of some rows or columns; null for all, whatever their value. */
export type Stretch = readonly [number, number] | null;

/** The filter that an area stands for: values of both keys, none for any. */
export interface AreaFilter {
  readonly priority: readonly string[];
  readonly age: readonly AgeBand[];
}

export function areaFilter(area: Area, { rows, columns }: Counts): AreaFilter {
  const [down, across] = areaStretches(area);
  const ages = valuesOf(across, columns);
  return {
    priority: valuesOf(down, rows),
    age: AGE_BANDS.map(({ value }) => value).filter((value) => ages.includes(value)),
  };
}

/** Number of tickets in the list once it is filtered by the area. */
export function areaCount(area: Area, { rows, columns, at, total }: Counts): number {
  const [down, across] = areaStretches(area);
  if (down === null && across === null) return total.count;
  if (across === null) return sum(indexes(down, rows.length), (row) => rows[row]?.count ?? 0);
  if (down === null) return sum(indexes(across, columns.length), (column) => columns[column]?.count ?? 0);
  return sum(indexes(down, rows.length), (row) =>
    sum(indexes(across, columns.length), (column) => at(row, column).count),
  );
}

/** Whether a place lies in the area; a head only when the area covers all that it stands for. */
export function isWithin(area: Area, { row, column }: GridCell): boolean {
  const [down, across] = areaStretches(area);
  return holds(down, row) && holds(across, column);
}

/** Whether the query asks for exactly this. */
export function isFilteredBy({ priority, age }: AreaFilter, query: TicketQuery): boolean {
  return (
    sameValues(priority, query.priority) &&
    sameValues(age, query.age) &&
    query.not.priority.length + query.not.age.length === 0
  );
}

/** The place that an arrow, Home or End leads to; null for another key. Heads come before the first row and column. */
export function cellAfter(
  key: string,
  { row, column }: GridCell,
  { rows, columns }: Counts,
): GridCell | null {
  const [lastRow, lastColumn] = [rows.length - 1, columns.length - 1];
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(HEAD, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(lastRow, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(HEAD, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(lastColumn, column + 1) };
    case 'Home':
      return { row, column: HEAD };
    case 'End':
      return { row, column: lastColumn };
    default:
      return null;
  }
}

/** The same place, or the nearest one that a grid of fewer values has. */
export function within({ rows, columns }: Counts, { row, column }: GridCell): GridCell {
  return { row: Math.min(row, rows.length - 1), column: Math.min(column, columns.length - 1) };
}

/** The rows and the columns of an area. */
export function areaStretches(area: Area): readonly [Stretch, Stretch] {
  return [stretchOf(area, 'row'), stretchOf(area, 'column')];
}

function stretchOf({ from, to }: Area, side: keyof GridCell): Stretch {
  const [one, other] = [from[side], to[side]];
  if (one === HEAD || other === HEAD) return null;
  return one < other ? [one, other] : [other, one];
}

function holds(stretch: Stretch, index: number): boolean {
  return stretch === null || (index >= stretch[0] && index <= stretch[1]);
}

function valuesOf(stretch: Stretch, values: readonly { readonly value: string }[]): readonly string[] {
  return stretch === null ? [] : values.slice(stretch[0], stretch[1] + 1).map(({ value }) => value);
}

function indexes(stretch: Stretch, length: number): number[] {
  return Array.from({ length }, (_, index) => index).filter((index) => holds(stretch, index));
}

function sum(places: readonly number[], count: (place: number) => number): number {
  return places.reduce((total, place) => total + count(place), 0);
}

function sameValues(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((value) => others.includes(value));
}
