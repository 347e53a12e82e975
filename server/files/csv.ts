import { BYTE_ORDER_MARK, type CsvForm, formatCsvRow } from '../../contract/index.ts';
import { inSlices } from './slices.ts';
import { rowsOf, type TicketsFile } from './tickets-file.ts';

/**
 * Writes tickets as CSV, as RFC 4180 has it but for the separator that was asked for: UTF-8 with a byte order mark, and
 * unless it is to be raw no cell a formula.
 */
export function writeCsv(file: TicketsFile, form: CsvForm): AsyncIterable<string> {
  return inSlices(linesOf(file, form));
}

function* linesOf(file: TicketsFile, form: CsvForm): Generator<string> {
  const names = file.columns.map(({ name }) => name);
  yield BYTE_ORDER_MARK + formatCsvRow(names, form);
  for (const cells of rowsOf(file)) yield formatCsvRow(cells, form);
}
