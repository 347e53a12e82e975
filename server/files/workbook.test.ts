import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { COLUMNS, problemSchema } from '../../contract/index.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { download, downloadWorkbook, XLSX } from '../test/download.ts';
import { ticket, tickets } from '../test/tickets.ts';

test('a workbook has the rows, the order and the number of the CSV file, under the screen’s words', async () => {
  const query = '?sort=-id&columns=id*,priority,assignee,segment,age&perPage=25&page=3';
  const list = tickets(1, 300);
  const [{ sheets, names, headers }, csv] = [
    await downloadWorkbook(list, query),
    await download(list, query),
  ];
  const [head, ...rows] = sheets[0] ?? [];
  expect(names).toEqual(['Tickets', 'About']);
  expect(head).toEqual(['ID', 'Priority', 'Assignee', 'Segment', 'Age (days)']);
  expect(rows.map((row) => row.map((cell) => String(cell ?? '')))).toEqual(csv.rows.slice(1));
  expect(headers).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'cache-control': 'no-store',
    'loopdesk-tickets': '300',
    'content-disposition': expect.stringMatching(
      /^attachment; filename="?tickets-w-2026-02-10T120000Z\.xlsx"?$/,
    ),
  });
});

test('instants are dates, numbers are numbers, and a flag is a word', async () => {
  const { sheets } = await downloadWorkbook(
    [ticket(1, { isOverdue: true, issueDate: '2026-02-08T13:45:59.123Z', deletedAt: null })],
    '?columns=id,overdue,issueDate,deletedAt,feedbackId',
  );
  expect(sheets[0]).toEqual([
    ['ID', 'Overdue', 'Issued', 'Deleted', 'Feedback'],
    [1, 'Yes', new Date('2026-02-08T13:45:59.123Z'), null, 25739],
  ]);
});

test('an instant that no spreadsheet can tell, and a number too long for one, are texts', async () => {
  const list = [
    ticket(1, { issueDate: '1850-01-01T00:00:00.000Z', responseId: 123_456_789_012_345 }),
    ticket(2, { issueDate: '1900-03-01T00:00:00.000Z', responseId: 1_234_567_890_123_456 }),
  ];
  const { sheets } = await downloadWorkbook(list, '?sort=id&columns=issueDate,responseId');
  expect(sheets[0]?.slice(1)).toEqual([
    ['1850-01-01T00:00:00.000Z', 123_456_789_012_345],
    [new Date('1900-03-01T00:00:00.000Z'), '1234567890123456'],
  ]);
});

test('the last sheet tells what the tickets are', async () => {
  const list = tickets(1, 5);
  const query =
    '?priority=HIGH&status=-RESOLVED&assignee=-none&q=ticket&issuedFrom=2020-01-01&sort=-id&columns=id,age';
  const { about } = await downloadWorkbook(list, query, { whole: false, total: 9 });
  expect(about).toEqual({
    'Exported from': 'Loopdesk, Workspace w (workspace w)',
    'Exported at': new Date('2026-02-10T12:00:00.000Z'),
    Tickets: '5 of 5 that match',
    Filters:
      'Search: ticket; Priority: HIGH; Status: not RESOLVED; Assignee: not Unassigned; Issued from: 2020-01-01',
    Order: 'Highest number first',
    'Data taken at': new Date('2026-02-10T12:00:00.000Z'),
    'Data whole': 'no: 5 of 9 tickets had been read from QuestionPro, so some are missing',
    Snapshot: 7,
    Columns: 'ID, Age (days)',
    'Customers’ names and e-mails': 'as they are',
    Times: 'in UTC; an age is in whole days, up to when the data was taken',
    'Texts cut': 'none',
  });
});

test('of everything the last sheet says so', async () => {
  const { about } = await downloadWorkbook(tickets(1, 3));
  expect(about).toMatchObject({
    Filters: 'none',
    Order: 'Most urgent first',
    'Data whole': 'yes: all 3 tickets had been read from QuestionPro',
    Columns: 'all fields',
  });
});

test('in a masked workbook no customer is named, and it says so', async () => {
  const list = [ticket(1, { customerName: 'Jane Doe', description: 'Jane Doe, jane@example.com, calls' })];
  for (const columns of ['', `&columns=${COLUMNS.join()}`]) {
    const { bytes, about, sheets } = await downloadWorkbook(list, `?mask=true${columns}`);
    for (const part of Object.values(unzipSync(bytes))) {
      expect(strFromU8(part)).not.toMatch(/jane|doe|customer@example/i);
    }
    expect(sheets[0]?.[1]).toContain('••••• •••••, •••••, calls');
    expect(about['Customers’ names and e-mails']).toBe('hidden');
  }
});

test('the head stays in sight and filters every row and column', async () => {
  const { bytes } = await downloadWorkbook(tickets(1, 3), '?columns=id,status');
  const parts = unzipSync(bytes);
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toContain('<autoFilter ref="A1:B4"/>');
  expect(strFromU8(parts['xl/workbook.xml'] as Uint8Array)).toContain("'Tickets'!$A$1:$B$4");
});

test('when nothing matches, there is the head alone', async () => {
  const { sheets, about } = await downloadWorkbook(tickets(1, 2), '?status=RESOLVED&columns=id');
  expect(sheets).toEqual([[['ID']]]);
  expect(about.Tickets).toBe('0 of 0 that match');
});

test('every fault of a request for a workbook is named', async () => {
  const { http } = serve([fakeSource('w', snapshotOf(7, tickets(1, 3)))]);
  const { body } = await http.get(`${XLSX}?mask=yes&columns=colour&separator=tab&raw=true`).expect(400);
  const keys = problemSchema.parse(body).faults?.map(({ key }) => key);
  expect(keys?.sort()).toEqual(['columns', 'mask', 'raw', 'separator']);
});

test('a workbook out of a part of the tickets says so in its name, and to whoever asks for the headers alone', async () => {
  const { http } = serve([fakeSource('w', snapshotOf(7, tickets(1, 2), { whole: false, total: 9 }))]);
  const { headers } = await http.head(XLSX).expect(200);
  expect(headers).toMatchObject({
    'loopdesk-tickets': '2',
    'content-disposition': expect.stringContaining('-incomplete.xlsx'),
  });
});
