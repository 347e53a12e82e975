import { expect, test } from 'vitest';
import { ticket } from '../../test/fake-server.ts';
import { meetingAbout, withNotes } from '../testing/a-meeting.ts';
import { minutesOf, rowsOf } from './minutes.ts';

const meeting = withNotes(
  meetingAbout([1, 2, 3, 4, 5, 6, 7].map((id) => ticket(id))),
  { ticket: 1, mark: 'discussed', decision: ' Refund\nall ', owner: 'Zoe', due: '2026-02-06' },
  { ticket: 2, mark: 'follow-up' },
  { ticket: 3, mark: 'skipped', owner: ' Ann ', due: '2026-02-09' },
  { ticket: 4, mark: 'parked' },
  { ticket: 5, mark: 'discussed', owner: 'Ann', due: '2026-02-05' },
  { ticket: 6, mark: 'discussed', decision: 'Close it' },
);

test('actions stand under their owners by due date, nobody last, and everything else by outcome', () => {
  const { actions, parts } = minutesOf(meeting, true);
  const ids = (rows: ReturnType<typeof rowsOf>) => rows.map((row) => row.ticket.id);
  expect(actions.map(({ owner, rows }) => [owner, ids(rows)])).toEqual([
    ['Ann', [5, 3]],
    ['Zoe', [1]],
    ['', [2]],
  ]);
  expect(
    parts.map(({ outcome, total, rows, actions: among }) => [outcome, total, ids(rows), ids(among)]),
  ).toEqual([
    ['discussed', 3, [6], [1, 5]],
    ['skipped', 1, [], [3]],
    ['parked', 1, [4], []],
    ['not reviewed', 1, [7], []],
  ]);
});

test('every ticket is one row, counted once, its texts lines', () => {
  const minutes = minutesOf(meeting, true);
  expect(rowsOf(minutes).map((row) => row.ticket.id)).toEqual([5, 3, 1, 2, 6, 4, 7]);
  expect(minutes.counts).toEqual({ discussed: 3, 'follow-up': 1, skipped: 1, parked: 1, 'not reviewed': 1 });
  expect(rowsOf(minutes).find((row) => row.ticket.id === 1)?.decision).toBe('Refund all');
});

test('customers are in the minutes only where the reader wants them', () => {
  const one = meetingAbout([ticket(1, { customerName: 'Ada Byron' })]);
  expect(rowsOf(minutesOf(one, false))[0]?.ticket.customerName).toBe('Ada Byron');
  expect(rowsOf(minutesOf(one, true))[0]?.ticket.customerName).not.toBe('Ada Byron');
});
