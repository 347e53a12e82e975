import { expect, test } from 'vitest';
import { ticket } from '../../test/fake-server.ts';
import { aMeeting, withNotes } from '../testing/a-meeting.ts';
import { applyChange, currentPosition, ticketAtPosition } from './apply-change.ts';
import { MAX_TICKETS } from './limits.ts';

const LATER = '2026-02-04T12:05:00.000Z';

test('going to a ticket puts it up from that moment on', () => {
  const { head } = applyChange(aMeeting(), { kind: 'go', ticket: 2, at: LATER });
  expect(head).toMatchObject({ current: 2, currentSince: LATER });
  expect(currentPosition(head)).toBe(2);
});

test('a ticket that the meeting does not have is neither put up nor noted', () => {
  const meeting = aMeeting();
  expect(applyChange(meeting, { kind: 'go', ticket: 9, at: LATER })).toBe(meeting);
  expect(applyChange(meeting, { kind: 'note', ticket: 9, note: { mark: 'skipped' } })).toBe(meeting);
});

test('a ticket with a decision counts as discussed, unless something else was said', () => {
  const decided = applyChange(aMeeting(), { kind: 'note', ticket: 1, note: { decision: 'R' } });
  expect(decided.notes.get(1)).toMatchObject({ decision: 'R', mark: 'discussed' });
  const flagged = withNotes(aMeeting(), { ticket: 1, mark: 'follow-up' });
  const noted = applyChange(flagged, { kind: 'note', ticket: 1, note: { decision: 'R' } });
  expect(noted.notes.get(1)?.mark).toBe('follow-up');
});

test('tickets join at the end, each once, and the order before them stays', () => {
  const { head, tickets } = applyChange(aMeeting(2), {
    kind: 'add',
    tickets: [ticket(2), ticket(8), ticket(8)],
  });
  expect(head.entries).toEqual([
    { id: 1, carried: 0, added: false },
    { id: 2, carried: 0, added: false },
    { id: 8, carried: 0, added: true },
  ]);
  expect([...tickets.keys()]).toEqual([1, 2, 8]);
});

test('a meeting takes no more tickets than it may have', () => {
  const many = Array.from({ length: MAX_TICKETS }, (_, index) => ticket(1_000 + index));
  expect(applyChange(aMeeting(5), { kind: 'add', tickets: many }).head.entries).toHaveLength(MAX_TICKETS);
});

test('a meeting that has ended goes on when something is said in it, and not when it is only looked at', () => {
  const ended = aMeeting(2, { endedAt: LATER });
  expect(applyChange(ended, { kind: 'go', ticket: 2, at: LATER }).head.endedAt).toBe(LATER);
  const noted = applyChange(ended, { kind: 'note', ticket: 2, note: { mark: 'discussed' } });
  expect(noted.head.endedAt).toBeNull();
});

test('a place before the first is the first, and one past the last the last', () => {
  const { head } = aMeeting(3);
  expect([-5, 1, 3, 99, Number.POSITIVE_INFINITY].map((place) => ticketAtPosition(head, place))).toEqual([
    1, 1, 3, 3, 3,
  ]);
});
