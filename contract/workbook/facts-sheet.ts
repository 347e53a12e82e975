import type { CsvCell } from '../csv.ts';
import { type CellType, STYLES, xmlCell } from './cell.ts';
import { columnsXml, SHEET_START } from './table-sheet.ts';

/** One fact: its name, its value, and its type where it is no text. */
export type Fact = readonly [name: string, value: CsvCell, type?: CellType];

/** The XML of a sheet of facts, a row each. */
export function* factsSheet(facts: readonly Fact[]): Generator<string> {
  yield `${SHEET_START}${columnsXml([30, 90])}<sheetData>`;
  for (const [index, [name, value, type = 'text']] of facts.entries()) {
    const row = index + 1;
    const onCut = () => undefined;
    const cells = [
      xmlCell(`A${row}`, name, 'text', { style: STYLES.head, onCut }),
      xmlCell(`B${row}`, value, type, { style: STYLES.wrapped, onCut }),
    ];
    yield `<row r="${row}">${cells.join('')}</row>`;
  }
  yield '</sheetData><pageSetup fitToHeight="0"/></worksheet>';
}
