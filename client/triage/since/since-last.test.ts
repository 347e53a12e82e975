import { expect, test } from 'vitest';
import { ticket } from '../../test/fake-server.ts';
import { meetingAbout, NOON, withNotes } from '../testing/a-meeting.ts';
import { compareMeetings, findLastMeeting } from './since-last.ts';

const OPTIONS = { masked: false, zone: 'UTC' };
const later = (days: number) => ({ now: NOON + days * 86_400_000 });

test('the last meeting is the newest before it about the same list, or the one that it follows', () => {
  const old = meetingAbout([ticket(1)], { search: 'status=NEW' });
  const newer = meetingAbout([ticket(1)], { search: 'status=NEW' }, later(1));
  const other = meetingAbout([ticket(1)], { search: 'status=OPEN' }, later(2));
  const elsewhere = meetingAbout([ticket(1)], { search: 'status=NEW', workspace: '2' }, later(2));
  const now = meetingAbout([ticket(1)], { search: 'status=NEW' }, later(3));
  const after = meetingAbout([ticket(1)], { search: 'status=NEW' }, later(4));
  const all = [after, now, elsewhere, other, newer, old];
  expect(findLastMeeting(now, all)?.head.id).toBe(newer.head.id);
  expect(findLastMeeting(old, all)).toBeNull();
  const following = { ...now, head: { ...now.head, follows: { id: other.head.id, title: 'Other' } } };
  expect(findLastMeeting(following, all)?.head.id).toBe(other.head.id);
});

test('each ticket has what was noted then and what is different now; a new one has nothing', () => {
  const then = withNotes(meetingAbout([ticket(1), ticket(2), ticket(3)]), {
    ticket: 1,
    mark: 'follow-up',
    decision: 'Call back',
    owner: 'Ann',
    due: '2026-02-06',
  });
  const now = meetingAbout([ticket(1, { status: 'OPEN' }), ticket(2), ticket(4)], {}, later(7));
  const since = compareMeetings(then, now, OPTIONS);
  expect(since.get(1)).toMatchObject({
    note: { decision: 'Call back', owner: 'Ann', due: '2026-02-06' },
    differences: [{ title: 'Status', from: 'New', to: 'Open' }],
  });
  expect(since.get(2)).toEqual({ note: null, differences: [] });
  expect(since.has(3)).toBe(false);
  expect(since.has(4)).toBe(false);
});

test('names that either copy lacks are no change, and hidden ones stay hidden', () => {
  const then = meetingAbout([ticket(1, { customerName: 'Zoë' })]);
  const now = meetingAbout([ticket(1, { customerName: 'Zoé' })], {}, later(7));
  const [shown] = compareMeetings(then, now, { ...OPTIONS, masked: true }).get(1)?.differences ?? [];
  expect(JSON.stringify(shown)).not.toMatch(/Zo/);
});
