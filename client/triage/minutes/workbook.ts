import { workbookFile } from '../../format/workbook-file.ts';
import type { Cell } from '../../format/workbook-parts.ts';
import { MINUTES_COLUMNS, type MinutesColumn } from './columns.ts';
import { type Minutes, type MinutesRow, rowsOf } from './minutes.ts';
import { aboutLabel, closingLabel, type MinutesContext, tallyLabel, timeLabel } from './minutes-labels.ts';

export { WORKBOOK_TYPE } from '../../format/workbook-file.ts';

/** Widths of columns with long texts, in characters. */
const WIDTHS: Readonly<Record<string, number>> = { Decision: 48, Description: 60, Owner: 22 };

/** The minutes as a workbook: a row a ticket, and a sheet about the meeting. */
export function toWorkbook(minutes: Minutes, { zone }: MinutesContext): Uint8Array<ArrayBuffer> {
  return workbookFile([
    {
      name: 'Minutes',
      columns: MINUTES_COLUMNS.map(({ title, kind }) => ({
        title,
        width: WIDTHS[title] ?? (kind === 'number' ? 10 : 16),
      })),
      rows: rowsOf(minutes).map((row) => MINUTES_COLUMNS.map((column) => cellOf(column, row))),
    },
    {
      name: 'About',
      columns: [{ title: minutes.title, width: 100 }],
      rows: [
        timeLabel(minutes, zone),
        aboutLabel(minutes, zone),
        tallyLabel(minutes),
        closingLabel(minutes),
      ].map((text) => [{ kind: 'text', text }]),
    },
  ]);
}

function cellOf({ kind, value }: MinutesColumn, row: MinutesRow): Cell {
  const one = value(row);
  if (one === null) return null;
  if (kind === 'date') return { kind: 'date', at: Date.parse(String(one)) };
  return typeof one === 'number' ? { kind: 'number', value: one } : { kind: 'text', text: one };
}
