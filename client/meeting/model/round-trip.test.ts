import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ticket } from '../../../contract/index.ts';
import { ticket } from '../../test/fake-server.ts';
import { aMeeting, meetingAbout, withNotes } from '../testing/a-meeting.ts';
import { applyChange, nonEmptyNotes } from './apply-change.ts';
import { MAX_FILE_BYTES, MAX_TICKETS } from './limits.ts';
import { MARKS, type Meeting } from './meeting.ts';
import { parseMeetingFile, serializeMeeting } from './meeting-file.ts';

/** Any text, the longest too, with all that makes a file long or hard to read. */
const texts = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  fc.constantFrom('x', '漢', '"', '\u0001', '\uD800', '👍').map((one) => one.repeat(9_000)),
);
const labels = fc.option(texts);
const dates = fc.option(
  fc
    .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
);
const tickets = fc.record<Ticket>({
  id: fc.integer({ min: 1, max: 12 }),
  createdAt: dates,
  updatedAt: dates,
  deletedAt: dates,
  issueDate: dates,
  feedbackId: fc.option(fc.nat()),
  surveyId: fc.option(fc.nat()),
  responseId: fc.option(fc.nat()),
  priority: labels,
  status: labels,
  type: labels,
  description: labels,
  isOverdue: fc.boolean(),
  customerName: fc.option(fc.oneof(texts, fc.constantFrom('a', 'Ann'))),
  customerEmail: labels,
  originSegment: fc.option(fc.record({ id: fc.option(fc.nat()), code: labels, name: labels })),
  currentSegment: fc.option(fc.record({ id: fc.option(fc.nat()), code: labels, name: labels })),
  assignedUser: fc.option(fc.record({ name: labels, email: labels })),
});
const changes = fc.oneof(
  fc.record({
    kind: fc.constant('note' as const),
    ticket: fc.integer({ min: 1, max: 12 }),
    note: fc.record(
      {
        mark: fc.constantFrom(null, ...MARKS),
        decision: texts,
        owner: texts,
        due: fc.constantFrom('', '2026-02-06', 'x'),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ kind: fc.constant('add' as const), tickets: fc.array(tickets, { maxLength: 2 }) }),
  fc.record({
    kind: fc.constant('go' as const),
    ticket: fc.integer({ min: 1, max: 12 }),
    at: fc.constant('2026-02-04T12:05:00.000Z'),
  }),
);

test('every meeting that can be held can be exported, and imported as it is', () => {
  const ways = fc.tuple(
    fc.array(tickets, { minLength: 1, maxLength: 4 }),
    texts,
    fc.array(changes, { maxLength: 6 }),
  );
  fc.assert(
    fc.property(ways, fc.boolean(), ([begun, name, later], masked) => {
      const first = meetingAbout(begun, {}, { name, workspaceName: name });
      const meeting = later.reduce<Meeting>((before, change) => applyChange(before, change), first);
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
  const bytes = (meeting: Meeting) => new Blob([serializeMeeting(meeting, false)]).size;
  const perTicket = bytes(withNotes(meetingAbout([one]), noted)) - bytes(aMeeting(1)) + bytes(aMeeting(2));
  expect(perTicket * MAX_TICKETS).toBeLessThan(MAX_FILE_BYTES);
});
