import { formatCsvRow } from '../../../contract/index.ts';
import { MINUTES_COLUMNS } from './columns.ts';
import { type Minutes, rowsOf } from './minutes.ts';

/** The minutes as CSV, a row a ticket. */
export function toCsv(minutes: Minutes): string {
  const rows = rowsOf(minutes).map((row) => MINUTES_COLUMNS.map(({ value }) => value(row)));
  return [MINUTES_COLUMNS.map(({ title }) => title), ...rows].map((row) => formatCsvRow(row)).join('');
}
