import { expect, test } from 'vitest';
import { DEFAULT_QUERY } from '../../contract/index.ts';
import { NOW, snapshotOf } from '../test/app.ts';
import { readSheets } from '../test/download.ts';
import { tickets } from '../test/tickets.ts';
import { fileColumns } from './columns.ts';
import { writeWorkbook } from './workbook.ts';

test.each([
  [7, ['Tickets', 'Tickets 2', 'Tickets 3', 'About'], [4, 4, 2]],
  [6, ['Tickets', 'Tickets 2', 'About'], [4, 4]],
  [0, ['Tickets', 'About'], [1]],
])(
  'more tickets than a sheet holds go on in the next, under the same head: %i',
  async (total, names, rows) => {
    const snapshot = snapshotOf(7, tickets(1, total));
    const file = {
      workspace: { id: 'w', name: 'W' },
      query: DEFAULT_QUERY,
      snapshot,
      total,
      tickets: snapshot.tickets,
      columns: fileColumns([{ column: 'id', width: null, pinned: false }], true),
      mask: false,
    };
    const bytes: Uint8Array[] = [];
    for await (const piece of writeWorkbook(file, () => NOW, 3)) bytes.push(piece);
    const read = await readSheets(Buffer.concat(bytes));
    expect(read.names).toEqual(names);
    expect(read.sheets.map((sheet) => sheet.length)).toEqual(rows);
    for (const sheet of read.sheets) expect(sheet[0]).toEqual(['ID']);
    const ids = read.sheets.flatMap((sheet) => sheet.slice(1).map(([id]) => id));
    expect(ids).toEqual(snapshot.tickets.map(({ id }) => id));
    expect(read.about.Tickets).toBe(`${total} of ${total} that match`);
  },
);
