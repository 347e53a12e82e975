import { expect, test } from 'vitest';
import { COLUMNS } from '../../contract/index.ts';
import { NOW } from '../test/app.ts';
import { download } from '../test/download.ts';
import { ticket } from '../test/tickets.ts';

test('a row has every field, and nothing where nothing is known', async () => {
  const { rows } = await download(
    [
      ticket(1, { isOverdue: true, issueDate: new Date(NOW - 2.5 * 86_400_000).toISOString() }),
      ticket(2, {
        assignedUser: null,
        currentSegment: null,
        originSegment: null,
        issueDate: null,
        priority: null,
      }),
    ],
    '?sort=id',
  );
  const [, full, bare] = rows;
  expect(full).toEqual([
    '1',
    'true',
    'HIGH',
    'NEW',
    '2',
    'Ticket 1',
    'Customer',
    'customer@example.com',
    'Manager 1',
    'manager@example.com',
    'CS',
    'Current Segment',
    'S1',
    'Main Segment',
    'MANUAL TICKET',
    '2026-02-08T00:00:00.000Z',
    '2026-02-04T08:59:51.863Z',
    '2026-02-04T08:59:52.000Z',
    '',
    '25739',
    '',
    '',
  ]);
  expect([2, 4, 8, 9, 10, 11, 12, 13, 15].map((column) => bare?.[column])).toEqual(Array(9).fill(''));
});

test('a file has the columns that are asked for, in that order, with what the table shows in them', async () => {
  const list = [
    ticket(1, {
      isOverdue: true,
      customerName: null,
      issueDate: new Date(NOW - 2.5 * 86_400_000).toISOString(),
    }),
    ticket(2, {
      customerName: ' ',
      customerEmail: null,
      assignedUser: null,
      currentSegment: null,
      originSegment: { id: 5, code: null, name: null },
      issueDate: null,
    }),
  ];
  const columns = 'age,customer.480*,id,overdue,assignee,segment,originSegment';
  const { rows } = await download(list, `?sort=id&columns=${columns}`);
  expect(rows).toEqual([
    ['age', 'customer', 'id', 'overdue', 'assignee', 'segment', 'originSegment'],
    ['2', 'customer@example.com', '1', 'true', 'Manager 1', 'Current Segment', 'Main Segment'],
    ['', '', '2', 'false', '', '', '5'],
  ]);
});

test('a file may have every column of the table', async () => {
  const { rows } = await download([ticket(1)], `?columns=${COLUMNS.join()}`);
  expect(rows[0]).toEqual([...COLUMNS]);
  expect(rows[1]?.filter((cell) => cell !== '')).toHaveLength(COLUMNS.length - 3);
});

test('in a masked file no customer is named, and who works on a ticket is', async () => {
  const list = [ticket(1, { customerName: 'Jane Doe', description: 'Jane Doe, jane@example.com, calls' })];
  for (const columns of ['', `&columns=${COLUMNS.join()}`]) {
    const { text } = await download(list, `?mask=true${columns}`);
    expect(text).not.toMatch(/jane|doe|customer@example/i);
    expect(text).toContain('"••••• •••••, •••••, calls"');
    expect(text).toContain('"Manager 1"');
  }
});

test('a formula is disarmed in every column that holds text', async () => {
  const text = '=cmd()';
  const dangerous = ticket(1, {
    priority: text,
    status: text,
    type: text,
    description: text,
    customerName: text,
    customerEmail: text,
    assignedUser: { name: text, email: text },
    currentSegment: { id: 1, code: text, name: text },
    originSegment: { id: 1, code: text, name: text },
  });
  const { rows } = await download([dangerous]);
  expect(rows[1]?.filter((cell) => cell === `'${text}`)).toHaveLength(12);
  expect(rows[1]?.filter((cell) => cell.startsWith('='))).toEqual([]);
  const chosen = await download([dangerous], `?columns=${COLUMNS.join()}`);
  expect(chosen.rows[1]?.filter((cell) => cell === `'${text}`)).toHaveLength(10);
  expect(chosen.rows[1]?.filter((cell) => cell.startsWith('='))).toEqual([]);
});
