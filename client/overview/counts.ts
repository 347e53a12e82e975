import type { AxisValue, Measures, Summary } from '../../contract/index.ts';

/** A value of an axis, with the tickets that have it. */
export interface CountedValue extends AxisValue {
  readonly count: number;
  readonly open: number;
  readonly overdue: number;
}

/** Tickets counted by two keys, as a table. */
export interface Counts {
  readonly rows: readonly CountedValue[];
  readonly columns: readonly CountedValue[];
  /** The tickets of one place; zeros where there are none. */
  readonly at: (row: number, column: number) => Measures;
  readonly total: Measures;
  /** Number of tickets without a row or a column. */
  readonly unplaced: number;
}

const NOTHING: Measures = { count: 0, open: 0, overdue: 0, urgent: 0, oldest: null };

/**
 * Makes a table of a summary by two keys.
 *
 * @param apart the summaries by each key alone, which tell how many tickets a value has whatever their other
 * value; null when every ticket has both, and the cells tell it too
 */
export function tabulate(summary: Summary, apart: readonly [Summary, Summary] | null): Counts {
  const [rowAxis, columnAxis] = summary.axes;
  if (rowAxis === undefined || columnAxis === undefined)
    throw new Error('A table needs a summary by two keys.');
  const width = columnAxis.values.length;
  const cells = new Map(summary.cells.map((cell) => [place(cell.at, width), cell]));
  const sums = apart ?? [summary, summary];
  return {
    rows: sumUp(rowAxis.values, sums[0], 0),
    columns: sumUp(columnAxis.values, sums[1], apart === null ? 1 : 0),
    at: (row, column) => cells.get(row * width + column) ?? NOTHING,
    total: summary.total,
    unplaced: summary.unplaced,
  };
}

function place([row = 0, column = 0]: readonly number[], width: number): number {
  return row * width + column;
}

/** The values of an axis with the sums of their cells; `axis` is its index in the summary. */
function sumUp(values: readonly AxisValue[], { axes, cells }: Summary, axis: number): CountedValue[] {
  const nothing = { count: 0, open: 0, overdue: 0 };
  const sums = new Map<string | undefined, typeof nothing>();
  for (const { at, count, open, overdue } of cells) {
    const value = axes[axis]?.values[at[axis] ?? -1]?.value;
    const before = sums.get(value) ?? nothing;
    sums.set(value, {
      count: before.count + count,
      open: before.open + open,
      overdue: before.overdue + overdue,
    });
  }
  return values.map((value) => ({ ...value, ...(sums.get(value.value) ?? nothing) }));
}
