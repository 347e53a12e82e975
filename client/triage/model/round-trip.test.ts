import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange, MAX_FILE_BYTES, MAX_TICKETS, type Meeting } from '../../../contract/meeting/index.ts';
import { changes, texts, tickets } from '../../../contract/meeting/testing/arbitraries.ts';
import { ticket } from '../../test/fake-server.ts';
import { aMeeting, meetingAbout, withNotes } from '../testing/a-meeting.ts';
import type { LocalMeeting, ViewState } from './local-meeting.ts';
import { nonEmptyNotes } from './meeting-entries.ts';
import { parseMeetingFile, serializeMeeting } from './meeting-file.ts';

const views = fc.record<Partial<ViewState>>(
  { current: fc.integer({ min: 1, max: 4 }), masked: fc.boolean(), timer: fc.boolean() },
  { requiredKeys: [] },
);

test('every meeting that can be held can be exported, and imported as it is', () => {
  const ways = fc.tuple(
    fc.array(tickets, { minLength: 1, maxLength: 4 }),
    texts,
    fc.array(changes, { maxLength: 6 }),
  );
  fc.assert(
    fc.property(ways, views, fc.boolean(), ([begun, name, later], seen, masked) => {
      const first = meetingAbout(begun, {}, { title: name, workspaceName: name });
      const changed = later.reduce<Meeting>(applyChange, first);
      const meeting = { ...changed, view: { ...first.view, ...seen } };
      if (!meeting.tickets.has(meeting.view.current)) return;
      const read = parseMeetingFile(serializeMeeting(meeting, masked), () => false);
      if (!read.ok) throw new Error(read.reason);
      expect([...read.meeting.tickets.keys()]).toEqual([...meeting.tickets.keys()]);
      if (!masked)
        expect(read.meeting).toEqual({
          ...meeting,
          notes: new Map(nonEmptyNotes(meeting.notes).map((note) => [note.ticket, note])),
        });
    }),
    { numRuns: 60 },
  );
});

test('the largest meeting of the longest texts makes a file that can be read', () => {
  const long = (length: number) => '漢'.repeat(length);
  const [label, segment] = [long(500), { id: 1, code: long(500), name: long(500) }];
  const one = ticket(1_000_000, {
    ...{ priority: label, status: label, type: label, customerName: label, customerEmail: label },
    ...{ originSegment: segment, currentSegment: segment, assignedUser: { name: label, email: label } },
    description: long(8_000),
  });
  const noted = { ticket: 1_000_000, mark: 'follow-up', decision: long(500), owner: long(120) } as const;
  const bytes = (meeting: LocalMeeting) => new Blob([serializeMeeting(meeting, false)]).size;
  const perTicket = bytes(withNotes(meetingAbout([one]), noted)) - bytes(aMeeting(1)) + bytes(aMeeting(2));
  expect(perTicket * MAX_TICKETS).toBeLessThan(MAX_FILE_BYTES);
});
