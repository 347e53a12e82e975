import { formatCsvRow } from '../../../contract/index.ts';
import { minutesColumns } from './columns.ts';
import { type Minutes, rowsOf } from './minutes.ts';

/** The minutes as CSV, a row a ticket. */
export function toCsv(minutes: Minutes): string {
  const rows = rowsOf(minutes);
  const { columns } = minutesColumns(rows);
  const lines = rows.map((row) => columns.map(({ value }) => value(row)));
  return [columns.map(({ title }) => title), ...lines].map((row) => formatCsvRow(row)).join('');
}
