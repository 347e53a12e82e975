import type { Ticket } from '../../../contract/index.ts';
import { emptyNote, type MeetingHead, type Note } from '../../../contract/meeting/index.ts';
import { ticket } from '../../test/fake-server.ts';
import { createMeeting, type MeetingStart } from '../model/create-meeting.ts';
import type { LocalMeeting, ViewState } from '../model/local-meeting.ts';

/** The start of the meetings of tests. */
export const NOON = Date.parse('2026-02-04T12:00:00Z');

/** A meeting about tickets with the ids from 1 on. */
export function aMeeting(
  count = 3,
  head: Partial<MeetingHead> = {},
  view: Partial<ViewState> = {},
): LocalMeeting {
  const meeting = meetingAbout(
    Array.from({ length: count }, (_, index) => ticket(index + 1)),
    head,
  );
  return { ...meeting, view: { ...meeting.view, ...view } };
}

/** A meeting about these tickets. */
export function meetingAbout(
  tickets: readonly Ticket[],
  head: Partial<MeetingHead> = {},
  begun: Partial<MeetingStart> = {},
): LocalMeeting {
  const meeting = createMeeting({
    workspace: '1',
    workspaceName: 'North',
    title: 'Wednesday triage',
    search: 'status=NEW',
    snapshot: {
      number: 1,
      takenAt: '2026-02-04T11:59:00.000Z',
      whole: true,
      loaded: 1_234,
      total: 1_234,
      matching: tickets.length,
    },
    tickets,
    follows: null,
    now: NOON,
    ...begun,
  });
  return { ...meeting, head: { ...meeting.head, ...head } };
}

/** A copy of a meeting with these notes. */
export function withNotes(
  meeting: LocalMeeting,
  ...notes: readonly (Partial<Note> & { ticket: number })[]
): LocalMeeting {
  const whole = notes.map((note) => [note.ticket, { ...emptyNote(note.ticket), ...note }] as const);
  return { ...meeting, notes: new Map(whole) };
}
