import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { expect, test } from 'vitest';
import { COLUMNS, type Column, fieldOf } from '../../../contract/index.ts';
import { ticket } from '../../test/fake-server.ts';
import { meetingAbout, withNotes } from '../testing/a-meeting.ts';
import { minutesOf } from './minutes.ts';
import { toWorkbook } from './workbook.ts';

const FIRST: readonly Column[] = ['overdue', 'priority', 'description'];

const READING = { zone: 'Europe/Berlin', linkOf: () => null };

async function readMinutes() {
  const meeting = withNotes(
    meetingAbout(
      [
        ticket(1, { description: 'a\0b\uD800', customerName: '=HYPERLINK("x")' }),
        ticket(2, { description: 'one\ntwo ]]> _x000D_' }),
        ticket(3),
      ],
      { title: 'Late /\\:*?[]\' "& <b>', workspaceName: '=1+1' },
    ),
    { ticket: 1, mark: 'discussed', decision: '=1+1', owner: 'Ann', due: '2026-02-06' },
    { ticket: 2, mark: 'follow-up' },
  );
  const file = toWorkbook(minutesOf(meeting, false), READING);
  const [minutes, about] = await readWorkbook(file.buffer, { trim: false });
  const [head = [], ...rows] = minutes?.data ?? [];
  return { head, rows, about: Object.fromEntries(about?.data.map(([name, value]) => [name, value]) ?? []) };
}

test('the minutes’ workbook has a row a ticket, with dates as dates and numbers as numbers', async () => {
  const { head, rows } = await readMinutes();
  expect(head).toEqual([
    ...['Place', 'ID', 'Outcome', 'Decision', 'Owner', 'Due', 'Carried over'],
    ...FIRST.map((column) => fieldOf(column).label),
    ...COLUMNS.filter((column) => !['id', 'age', ...FIRST].includes(column)).map(
      (column) => fieldOf(column).label,
    ),
  ]);
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    [1, 1, 'Discussed'],
    [2, 2, 'To follow up'],
    [3, 3, 'Not reviewed'],
  ]);
  expect(rows[0]?.[head.indexOf('Due')]).toEqual(new Date('2026-02-06'));
  expect(rows[0]?.[head.indexOf('Issued')]).toEqual(new Date('2026-02-04T08:59:52.000Z'));
  expect(rows[1]?.[head.indexOf('Due')]).toBeNull();
});

test('paper shows what was decided about what, and none of the many other columns', () => {
  const meeting = meetingAbout([ticket(1), ticket(2)]);
  const files = unzipSync(toWorkbook(minutesOf(meeting, false), READING));
  const workbook = strFromU8(files['xl/workbook.xml'] as Uint8Array);
  expect(workbook).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="0">'Minutes'!$A$1:$J$3<`);
});

test('texts stay texts in it, whatever they hold', async () => {
  const { head, rows, about } = await readMinutes();
  const cell = (row: number, title: string) => rows[row]?.[head.indexOf(title)];
  expect(cell(0, 'Decision')).toBe('=1+1');
  expect(cell(0, 'Customer')).toBe('=HYPERLINK("x")');
  expect(cell(1, 'Description')).toBe('one\ntwo ]]> _x000D_');
  expect(cell(0, 'Description')).toBe('ab');
  expect(about).toMatchObject({
    Meeting: 'Late /\\:*?[]\' "& <b>',
    Outcomes: '3 tickets: 1 discussed, 1 to follow up, 0 skipped, 0 parked, 1 not reviewed',
  });
  expect(about.Held).toMatch(/^=1\+1 · /);
});
