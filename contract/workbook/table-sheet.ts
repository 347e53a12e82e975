import type { CsvCell } from '../csv.ts';
import { type CellType, STYLES, xmlCell } from './cell.ts';
import { take } from './take.ts';

/** The height of a line of text, and the most of a row, in points. */
const HEIGHTS = { line: 15, most: 409 };

/** The share of a line that words fill before the next one would not fit. */
const FILLED = 0.9;

/** The styles of heads that are not the usual one. */
const HEADS: Readonly<Partial<Record<CellType, number>>> = { number: STYLES.numberHead };

/** The beginning of a sheet's XML. Printed, it is as wide as a page. */
export const SHEET_START =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

/** The rows whose cells decide how wide the columns are: reading more would hold the first of them up. */
const SAMPLE = 100;

/** Margins of a printed page, in inches. */
const MARGINS = '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>';

/** Widths of columns, in characters. Beside a word of the head stands the button to filter by. */
const WIDTHS = { least: 9, most: 60, mostWrapped: 40, date: 17, day: 11, around: 2, button: 4 };

/** A column of a sheet. */
interface SheetColumn {
  readonly label: string;
  readonly type: CellType;
}

interface TableSheet {
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly CsvCell[]>;
  /** Whether the workbook opens with it. */
  readonly isFirst: boolean;
  /** Whether texts are shown whole, in as many lines as they need, or each in one line. */
  readonly isWrapped: boolean;
  /** Called for each text that is too long for a cell, and is cut. */
  readonly onCut: () => void;
}

/** The XML of a sheet with one row of heads, row by row. The head is frozen, and filters by each column. */
export function* tableSheet({ columns, rows, isFirst, isWrapped, onCut }: TableSheet): Generator<string> {
  const letters = columns.map((_, index) => columnLetters(index));
  const write = (row: number, cells: readonly CsvCell[]) => {
    const written = columns.map(({ type }, index) =>
      xmlCell(`${letters[index]}${row}`, cells[index] ?? null, type, {
        ...(isWrapped && type === 'text' && { style: STYLES.wrapped }),
        onCut,
      }),
    );
    const xml = written.join('');
    const lines = isWrapped ? mostLines(cells, widths) : 1;
    return `<row r="${row}"${lines > 1 || xml.includes('\n') ? heightXml(lines) : ''}>${xml}</row>`;
  };
  const remaining = rows[Symbol.iterator]();
  const sample: (readonly CsvCell[])[] = [];
  for (const cells of take(remaining, SAMPLE)) {
    sample.push(cells);
    // Nothing to write yet, but an end of the slice of time.
    yield '';
  }
  const widths = columns.map((column, index) =>
    widthOf(
      column,
      sample.map((cells) => cells[index]),
      isWrapped ? WIDTHS.mostWrapped : WIDTHS.most,
    ),
  );
  yield `${SHEET_START}${viewXml(isFirst)}`;
  yield columnsXml(widths);
  const head = columns.map(({ label, type }, index) =>
    xmlCell(`${letters[index]}1`, label, 'text', { style: HEADS[type] ?? STYLES.head, onCut }),
  );
  yield `<sheetData><row r="1">${head.join('')}</row>`;
  let row = 1;
  for (const part of [sample, take(remaining)]) {
    for (const cells of part) yield write(++row, cells);
  }
  const all = `A1:${letters.at(-1)}${row}`;
  yield `</sheetData><autoFilter ref="${all}"/>${MARGINS}<pageSetup orientation="landscape" fitToHeight="0"/>`;
  yield `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}

/** The letters of a column: A to Z, then AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** The XML of columns of these widths. */
export function columnsXml(widths: readonly number[]): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<cols>${columns.join('')}</cols>`;
}

/** The height of a row: of itself, LibreOffice lets further lines of a text lie over the next row, or cuts them off. */
function heightXml(lines: number): string {
  return ` ht="${Math.min(HEIGHTS.most, lines * HEIGHTS.line)}" customHeight="1"`;
}

/** The lines of the longest text among a row's cells. */
function mostLines(cells: readonly CsvCell[], widths: readonly number[]): number {
  const linesOf = (cell: CsvCell, index: number) =>
    typeof cell === 'string'
      ? cell
          .split('\n')
          .reduce(
            (sum, line) => sum + Math.max(1, Math.ceil(line.length / (FILLED * (widths[index] ?? 1)))),
            0,
          )
      : 1;
  return Math.max(1, ...cells.map(linesOf));
}

function viewXml(isFirst: boolean): string {
  const selected = isFirst ? ' tabSelected="1"' : '';
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return `<sheetViews><sheetView workbookViewId="0"${selected}>${pane}</sheetView></sheetViews>`;
}

/** As wide as the longest of some cells, within bounds. */
function widthOf(
  { label, type }: SheetColumn,
  cells: readonly (CsvCell | undefined)[],
  most: number,
): number {
  const longest =
    type === 'date' || type === 'day'
      ? WIDTHS[type]
      : Math.max(0, ...cells.map((cell) => String(cell ?? '').length));
  const needed = Math.max(WIDTHS.least, label.length + WIDTHS.button, longest + WIDTHS.around);
  return Math.min(most, needed);
}
