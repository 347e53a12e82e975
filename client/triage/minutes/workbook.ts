import { strToU8, zipSync } from 'fflate';
import {
  factsSheet,
  sheetPart,
  tableSheet,
  type WorkbookPart,
  workbookParts,
} from '../../../contract/workbook/index.ts';
import { minutesColumns } from './columns.ts';
import { type Minutes, rowsOf } from './minutes.ts';
import { aboutLabel, closingLabel, type MinutesContext, tallyLabel, timeLabel } from './minutes-labels.ts';

export { WORKBOOK_TYPE } from '../../../contract/workbook/index.ts';

/** The minutes as a workbook: a row a ticket, and a sheet about the meeting. */
export function toWorkbook(minutes: Minutes, context: MinutesContext): Uint8Array<ArrayBuffer> {
  const parts = [...partsOf(minutes, context)];
  return zipSync(Object.fromEntries(parts.map(({ name, lines }) => [name, strToU8([...lines].join(''))])));
}

function* partsOf(minutes: Minutes, { zone }: MinutesContext): Generator<WorkbookPart> {
  const told = rowsOf(minutes);
  const { columns: ours, printed } = minutesColumns(told);
  const rows = told.map((row) => ours.map(({ value }) => value(row)));
  const columns = ours.map(({ title, type }) => ({ label: title, type }));
  yield* workbookParts([
    {
      name: 'Minutes',
      filtered: { rows: rows.length + 1, columns: columns.length },
      printed,
    },
    { name: 'About', filtered: null },
  ]);
  // Texts of a meeting are bounded to less than a cell holds.
  const onCut = () => undefined;
  const sheet = tableSheet({ columns, rows, isFirst: true, isWrapped: true, onCut });
  yield { name: sheetPart(0), lines: sheet };
  const about = factsSheet([
    ['Meeting', minutes.title],
    ['Held', timeLabel(minutes, zone)],
    ['List', aboutLabel(minutes, zone)],
    ['Outcomes', tallyLabel(minutes)],
    ['Times', 'in UTC on the first sheet'],
    ['Decisions', closingLabel(minutes)],
  ]);
  yield { name: sheetPart(1), lines: about };
}
