import { expect, test } from 'vitest';
import { ticket } from '../../test/fake-server.ts';
import { meetingAbout, withNotes } from '../testing/a-meeting.ts';
import { minutesOf } from './minutes.ts';

const north = { id: 1, code: 'N', name: 'North' };

const meeting = withNotes(
  meetingAbout([
    ticket(1, { priority: 'LOW', currentSegment: north }),
    ticket(2, { priority: 'CRITICAL', currentSegment: north }),
    ticket(3, { priority: 'CRITICAL', currentSegment: null }),
    ticket(4, { priority: 'VIP' }),
  ]),
  { ticket: 1, mark: 'discussed', decision: ' Refund ', owner: 'Ann', due: '2026-02-06' },
  { ticket: 2, mark: 'follow-up', owner: 'Bo' },
  { ticket: 3, mark: 'skipped' },
);

test('the minutes count every ticket once, by outcome, by priority and by segment', () => {
  const { all, byPriority, bySegment } = minutesOf(meeting, true);
  const one = { discussed: 1, 'follow-up': 1, skipped: 1, 'not reviewed': 1 };
  expect(all).toEqual({ name: 'All', total: 4, counts: one });
  expect(byPriority.map(({ name, total }) => [name, total])).toEqual([
    ['Critical', 2],
    ['Low', 1],
    ['VIP', 1],
  ]);
  expect(bySegment.map(({ name, total }) => [name, total])).toEqual([
    ['North', 2],
    ['No segment', 1],
    ['Current Segment', 1],
  ]);
});

test('a decision is listed with who and by when, and so is a task without words', () => {
  const { decisions, followUps, notReviewed } = minutesOf(meeting, true);
  expect(decisions.map(({ note }) => [note.decision, note.owner, note.due])).toEqual([
    ['Refund', 'Ann', '2026-02-06'],
    ['', 'Bo', ''],
  ]);
  expect(followUps.map((line) => line.ticket.id)).toEqual([2]);
  expect(notReviewed.map((line) => line.ticket.id)).toEqual([4]);
});

test('customers are in the minutes only where the reader wants them', () => {
  expect(minutesOf(meeting, true).lines[0]?.ticket.customerName).not.toBe('Customer');
  expect(minutesOf(meeting, false).lines[0]?.ticket.customerName).toBe('Customer');
});
