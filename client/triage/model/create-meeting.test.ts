import { expect, test } from 'vitest';
import { MAX_AT_START, type Meeting } from '../../../contract/meeting/index.ts';
import { ticket } from '../../test/fake-server.ts';
import { aMeeting, meetingAbout, NOON, withNotes } from '../testing/a-meeting.ts';
import { carriedOverLabel } from './carried-over-label.ts';
import { createMeeting } from './create-meeting.ts';
import type { LocalMeeting } from './local-meeting.ts';
import { entriesOf } from './meeting-entries.ts';

/** The meeting after `before`, about these tickets. */
function nextMeeting(before: Meeting, tickets: Parameters<typeof meetingAbout>[0]): LocalMeeting {
  const { workspace, workspaceName, search, snapshot } = before.head;
  return createMeeting({
    workspace,
    workspaceName,
    search,
    snapshot,
    title: 'Next',
    tickets,
    follows: before,
    now: NOON,
  });
}

test('a meeting begins at its first ticket, with names hidden', () => {
  const { head, view } = meetingAbout([ticket(7), ticket(3)]);
  expect(head).toMatchObject({ endedAt: null, follows: null });
  expect(view).toMatchObject({ current: 7, masked: true, timer: false });
});

test('a meeting without a ticket cannot begin', () => {
  expect(() => meetingAbout([])).toThrow(RangeError);
});

test('a meeting begins with no more tickets than it can walk', () => {
  expect(aMeeting(MAX_AT_START + 1).head.items).toHaveLength(MAX_AT_START);
});

test('what was not reviewed comes first in the next meeting, and is counted along the chain', () => {
  const first = withNotes(aMeeting(3), { ticket: 2, mark: 'discussed' });
  const second = nextMeeting(first, [ticket(9), ticket(3)]);
  expect(second.head.items).toEqual([
    { id: 1, carriedOver: 1, added: false },
    { id: 3, carriedOver: 1, added: false },
    { id: 9, carriedOver: 0, added: false },
  ]);
  expect(second.head.follows).toEqual({ id: first.head.id, title: 'Wednesday triage' });
  const third = nextMeeting(withNotes(second, { ticket: 3, mark: 'skipped' }), []);
  expect(third.head.items).toEqual([
    { id: 1, carriedOver: 2, added: false },
    { id: 9, carriedOver: 1, added: false },
  ]);
});

test('a carried ticket is copied anew, and one that the server no longer has is kept as it was', () => {
  const first = meetingAbout([ticket(1, { status: 'NEW' }), ticket(2, { status: 'NEW' })]);
  const second = nextMeeting(first, [ticket(1, { status: 'OPEN' })]);
  expect(entriesOf(second).map((item) => item.ticket.status)).toEqual(['OPEN', 'NEW']);
});

test.each([
  ['\t', ''],
  [' \u202Enimda ', 'nimda'],
])('a name is held as it is read back: %j', (name, held) => {
  const { title, workspaceName } = meetingAbout([ticket(1)], {}, { title: name, workspaceName: name }).head;
  expect([title, workspaceName]).toEqual([held, held]);
});

test.each([
  [0, ''],
  [1, 'carried over'],
  [2, 'carried over, 2nd time'],
  [3, 'carried over, 3rd time'],
  [11, 'carried over, 11th time'],
])('%d times reads “%s”', (times, words) => {
  expect(carriedOverLabel(times)).toBe(words);
});
