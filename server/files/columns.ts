import {
  ageInDays,
  COLUMNS,
  type Column,
  type ColumnTerm,
  type CsvCell,
  type FieldKind,
  fieldOf,
  labelReader,
  type Person,
  type Segment,
  type Ticket,
} from '../../contract/index.ts';
import type { CellType } from '../../contract/workbook/index.ts';

/** Makes a cell of a ticket. Dates are ISO, ages whole days up to `takenAt` (epoch milliseconds). */
type MakeCell = (ticket: Ticket, takenAt: number) => CsvCell;

/** One column of a file. */
export interface FileColumn {
  /** Name for programs. */
  readonly name: string;
  /** Name for people: the screen's own. */
  readonly label: string;
  /** The type of its cells where a file has types. */
  readonly type: CellType;
  readonly cell: MakeCell;
}

const TYPES: Readonly<Partial<Record<FieldKind, CellType>>> = {
  id: 'number',
  number: 'number',
  age: 'number',
  date: 'date',
  flag: 'flag',
};

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

/** A column of the table as one of a file; a number of days says that it is one. */
function columnOf(column: Column, change: Partial<FileColumn> = {}): FileColumn {
  const { kind, label } = fieldOf(column);
  return {
    name: column,
    label: kind === 'age' ? `${label} (days)` : label,
    type: TYPES[kind] ?? 'text',
    cell: cellOf(column),
    ...change,
  };
}

/** Columns of a file of every field, for one of the table's: each part of a person or a segment has its own. */
function partsOf(column: Column): readonly FileColumn[] {
  const { kind, label, of } = fieldOf(column);
  if (kind === 'flag') return [columnOf(column, { name: of })];
  if (kind === 'age') return [columnOf(column, { name: `${column}Days` })];
  if (kind === 'customer') {
    return [columnOf(column, { name: of, cell: (ticket) => ticket[of] as string | null })];
  }
  if (kind === 'person') {
    const cell: MakeCell = (ticket) => (ticket[of] as Person | null)?.name ?? null;
    return [columnOf(column, { name: `${column}Name`, cell })];
  }
  if (kind === 'segment') {
    const part = (key: 'code' | 'name'): MakeCell => {
      return (ticket) => (ticket[of] as Segment | null)?.[key] ?? null;
    };
    return [
      columnOf(column, { name: `${column}Code`, label: `${label} code`, cell: part('code') }),
      columnOf(column, { name: `${column}Name`, cell: part('name') }),
    ];
  }
  return [columnOf(column)];
}

/** Every field there is, in the registry's order, for those who did not choose. */
const ALL: readonly FileColumn[] = COLUMNS.flatMap(partsOf);

/** The same for those who may not know customers. */
const WITHOUT_CUSTOMERS: readonly FileColumn[] = COLUMNS.filter(
  (column) => fieldOf(column).personal !== true,
).flatMap(partsOf);

/** The columns of a file: those of the table that were chosen, in their order, or every field that its reader may see. */
export function fileColumns(
  chosen: readonly ColumnTerm[] | null,
  withCustomers: boolean,
): readonly FileColumn[] {
  if (chosen !== null) return chosen.map(({ column }) => columnOf(column));
  return withCustomers ? ALL : WITHOUT_CUSTOMERS;
}
