import {
  ageInDays,
  COLUMNS,
  type Column,
  type ColumnTerm,
  type CsvCell,
  fieldOf,
  labelReader,
  type Person,
  type Segment,
  type Ticket,
} from '../../contract/index.ts';

/** Makes a cell of a ticket. Dates are ISO, ages whole days up to `takenAt` (epoch milliseconds). */
type MakeCell = (ticket: Ticket, takenAt: number) => CsvCell;

/** One column of a file. */
export interface FileColumn {
  /** The cell in the file's first row. */
  readonly name: string;
  readonly cell: MakeCell;
}

/** Makes the cell of a column, with what the table shows in it. */
function cellOf(column: Column): MakeCell {
  const { kind, of } = fieldOf(column);
  if (kind === 'age') {
    return (ticket, takenAt) => {
      const instant = ticket[of] as string | null;
      return instant === null ? null : ageInDays(Date.parse(instant), takenAt);
    };
  }
  if (kind === 'id' || kind === 'number') return (ticket) => ticket[of] as number | null;
  return labelReader(column);
}

/** Columns of a file of every field, for one of the table's: each part of a person or a segment has its own. */
function partsOf(column: Column): readonly FileColumn[] {
  const { kind, of } = fieldOf(column);
  if (kind === 'flag') return [{ name: of, cell: cellOf(column) }];
  if (kind === 'age') return [{ name: `${column}Days`, cell: cellOf(column) }];
  if (kind === 'customer') return [{ name: of, cell: (ticket) => ticket[of] as string | null }];
  if (kind === 'person') {
    return [{ name: `${column}Name`, cell: (ticket) => (ticket[of] as Person | null)?.name ?? null }];
  }
  if (kind === 'segment') {
    return [
      { name: `${column}Code`, cell: (ticket) => (ticket[of] as Segment | null)?.code ?? null },
      { name: `${column}Name`, cell: (ticket) => (ticket[of] as Segment | null)?.name ?? null },
    ];
  }
  return [{ name: column, cell: cellOf(column) }];
}

/** The columns that a file of every field begins with; the others follow in the registry's order. */
const FIRST: readonly Column[] = ['id', 'priority', 'status', 'type', 'overdue', 'description'];

/** Every field there is, for those who did not choose; an age is reckoned from the others and comes after them. */
const ALL: readonly FileColumn[] = [
  ...new Set([...FIRST, ...COLUMNS.filter((column) => fieldOf(column).kind !== 'age'), ...COLUMNS]),
].flatMap(partsOf);

/** The columns of a file: those of the table that were chosen, in their order, or every field. */
export function fileColumns(chosen: readonly ColumnTerm[] | null): readonly FileColumn[] {
  if (chosen === null) return ALL;
  return chosen.map(({ column }) => ({ name: column, cell: cellOf(column) }));
}
