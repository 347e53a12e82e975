import { COLUMNS, type Column } from '../../../contract/index.ts';

/** A value for each column, made once; those that are given stand in for what would be made. */
export function byColumn<Value>(
  make: (column: Column) => Value,
  given: Readonly<Partial<Record<Column, Value>>>,
): Readonly<Record<Column, Value>> {
  const made = COLUMNS.map((column) => [column, given[column] ?? make(column)] as const);
  return Object.fromEntries(made) as Record<Column, Value>;
}
