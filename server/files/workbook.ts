import {
  factsSheet,
  type ListedSheet,
  sheetPart,
  tableSheet,
  take,
  type WorkbookPart,
  workbookParts,
} from '../../contract/workbook/index.ts';
import { aboutFacts } from './about.ts';
import { rowsOf, type TicketsFile } from './tickets-file.ts';
import { writeZip } from './zip.ts';

/** The most tickets that a sheet holds, beside its head. */
const ROWS_PER_SHEET = 1_048_575;

/**
 * Writes tickets as a workbook (.xlsx), row by row: real dates, numbers and flags, texts that are never formulas, and a
 * last sheet that tells what they are. More tickets than one sheet holds go on in further ones.
 *
 * @param now epoch milliseconds
 */
export function writeWorkbook(
  file: TicketsFile,
  now: () => number,
  rowsPerSheet = ROWS_PER_SHEET,
): AsyncIterable<Uint8Array> {
  return writeZip(partsOf(file, now, rowsPerSheet), new Date(now()));
}

function* partsOf(file: TicketsFile, now: () => number, rowsPerSheet: number): Generator<WorkbookPart> {
  const { total, columns } = file;
  let rows = 0;
  let cut = 0;
  const onCut = () => cut++;
  const remaining = rowsOf(file);
  const counted = function* (most: number) {
    for (const cells of take(remaining, most)) {
      rows++;
      yield cells;
    }
  };
  const sheets = Array.from({ length: Math.max(1, Math.ceil(total / rowsPerSheet)) }, (_, index) => ({
    name: index === 0 ? 'Tickets' : `Tickets ${index + 1}`,
    filtered: { rows: Math.min(rowsPerSheet, total - index * rowsPerSheet) + 1, columns: columns.length },
  }));
  const about: ListedSheet = { name: 'About', filtered: null };
  yield* workbookParts([...sheets, about]);
  for (const index of sheets.keys()) {
    const sheet = { columns, rows: counted(rowsPerSheet), isFirst: index === 0, isWrapped: false, onCut };
    yield { name: sheetPart(index), lines: tableSheet(sheet) };
  }
  const facts = function* () {
    // Only now is known what has been written.
    yield* factsSheet(aboutFacts(file, { rows, cut, at: new Date(now()).toISOString() }));
  };
  yield { name: sheetPart(sheets.length), lines: facts() };
}
