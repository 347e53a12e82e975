import type { AxisValue } from '../../contract/index.ts';
import type { Handoffs } from './flows.ts';

/** The most rows and columns: as many as fit beside the filters on a laptop. */
const MOST = 16;

/** A row or a column: one segment, or those of little traffic together. */
export interface SegmentGroup {
  readonly label: string;
  /** Values of the query key. */
  readonly values: readonly string[];
}

/** The tickets of a row and a column. */
export interface MatrixCell {
  readonly count: number;
  /** Whether these are the tickets that stayed in their one segment; else all have moved. */
  readonly stayed: boolean;
}

/** Handoffs as a table, a row for where tickets began and a column for where they are now. */
export interface Matrix {
  readonly rows: readonly SegmentGroup[];
  readonly columns: readonly SegmentGroup[];
  readonly at: (row: number, column: number) => MatrixCell;
}

/** Makes a matrix of handoffs. Of more than {@link MOST} segments, those that fewest tickets left or entered are one. */
export function makeMatrix({ origins, segments, flows, between }: Handoffs): Matrix {
  const traffic = new Map<string, number>();
  for (const { origin, segment, count } of flows)
    for (const { value } of [origin, segment]) traffic.set(value, (traffic.get(value) ?? 0) + count);
  const ranked = [...traffic].sort(([, one], [, other]) => other - one).map(([value]) => value);
  const rows = groupSmall(origins, ranked);
  const columns = groupSmall(segments, ranked);
  const cells = rows.map((row) =>
    columns.map((column): MatrixCell => {
      const [only] = row.values;
      const stayed = row.values.length + column.values.length === 2 && only === column.values[0];
      const pairs = row.values.flatMap((origin) => column.values.map((segment) => ({ origin, segment })));
      const counted = stayed ? pairs : pairs.filter(({ origin, segment }) => origin !== segment);
      return { count: counted.reduce((sum, way) => sum + (between(way)?.count ?? 0), 0), stayed };
    }),
  );
  return {
    rows,
    columns,
    at: (row, column) => cells[row]?.[column] ?? { count: 0, stayed: false },
  };
}

function groupSmall(axis: readonly AxisValue[], ranked: readonly string[]): readonly SegmentGroup[] {
  const group = ({ value, label }: AxisValue) => ({ label, values: [value] });
  if (axis.length <= MOST) return axis.map(group);
  const known = new Set(axis.map(({ value }) => value));
  const order = new Set([...ranked.filter((value) => known.has(value)), ...known]);
  const large = new Set([...order].slice(0, MOST - 1));
  const others = axis.filter(({ value }) => !large.has(value)).map(({ value }) => value);
  return [
    ...axis.filter(({ value }) => large.has(value)).map(group),
    { label: `${others.length} others`, values: others },
  ];
}
