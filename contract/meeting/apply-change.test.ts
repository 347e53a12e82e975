import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ticket } from '../schemas/ticket.ts';
import { applyChange, changeFits, noteOf } from './apply-change.ts';
import { changedFields, meetingChangeSchema } from './change.ts';
import { MAX_TICKETS } from './limits.ts';
import { type Meeting, meetingHeadSchema, meetingTicketSchema, noteSchema } from './meeting.ts';
import { impliedChanges, inverseChange } from './related-changes.ts';
import { changes, tickets } from './testing/arbitraries.ts';
import { meetingWith } from './testing/meeting-with.ts';
import { truncateChange } from './truncate-change.ts';

const LATER = '2026-02-04T12:05:00.000Z';

/** Tickets of the ids from 1 to 6, so that half of the changes do not fit at first. */
const meetings = fc
  .array(tickets, { minLength: 6, maxLength: 6 })
  .map((list) => meetingWith(list.map((ticket, index) => ({ ...ticket, id: index + 1 }))));

function ticket(id: number): Ticket {
  const [one] = fc.sample(tickets, { numRuns: 1, seed: id });
  if (one === undefined) throw new Error('There is no sample.');
  return { ...one, id };
}

function meetingOf(count: number): Meeting {
  return meetingWith(Array.from({ length: count }, (_, index) => ticket(index + 1)));
}

function expectValid({ head, tickets: copies, notes }: Meeting): void {
  meetingHeadSchema.parse(head);
  for (const copy of copies.values()) meetingTicketSchema.parse(copy);
  for (const note of notes.values()) noteSchema.parse(note);
}

/** The fields in which two meetings differ, by the same addresses as {@link changedFields}. */
function differingFields(before: Meeting, after: Meeting): readonly string[] {
  const fieldsOf = ({ head, notes }: Meeting) => {
    const { items, endedAt, ...rest } = head;
    const ofNotes = [...notes.values()].flatMap(({ ticket: id, mark, decision, owner, due }) =>
      Object.entries({ mark: mark ?? '', decision, owner, due })
        .filter(([, value]) => value !== '')
        .map(([field, value]) => [`notes/${id}/${field}`, value]),
    );
    return new Map<string, unknown>([
      ['items', items],
      ['endedAt', endedAt],
      ['rest', rest],
      ...(ofNotes as [string, string][]),
    ]);
  };
  const [a, b] = [fieldsOf(before), fieldsOf(after)];
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].filter((key) => JSON.stringify(a.get(key)) !== JSON.stringify(b.get(key)));
}

test('after any changes a meeting is valid: its order stays, each ticket is there once and has its copy', () => {
  fc.assert(
    fc.property(meetings, fc.array(changes, { maxLength: 12 }), (begun, list) => {
      let meeting = begun;
      for (const change of list) {
        const next = applyChange(meeting, change);
        const ids = next.head.items.map(({ id }) => id);
        expect(ids.slice(0, meeting.head.items.length)).toEqual(meeting.head.items.map(({ id }) => id));
        expect(new Set(ids).size).toBe(ids.length);
        expect([...next.tickets.keys()]).toEqual(ids);
        for (const id of next.notes.keys()) expect(ids).toContain(id);
        meeting = next;
      }
      expectValid(meeting);
    }),
    { numRuns: 150 },
  );
});

test('a change sets the fields that it names, and no other', () => {
  let changed = 0;
  fc.assert(
    fc.property(meetings, fc.array(changes, { maxLength: 4 }), changes, (begun, list, change) => {
      const before = list.reduce<Meeting>(applyChange, begun);
      const after = applyChange(before, change);
      const differing = differingFields(before, after);
      if (after === before) expect(differing).toEqual([]);
      else expect(changedFields(change)).toEqual(differing);
      changed += differing.length;
    }),
    { numRuns: 200 },
  );
  expect(changed).toBeGreaterThan(50);
});

test('changes of different fields commute where both fit', () => {
  let pairs = 0;
  fc.assert(
    fc.property(meetings, changes, changes, (meeting, a, b) => {
      fc.pre(changeFits(meeting, a) && changeFits(meeting, b));
      fc.pre(!changedFields(a).some((field) => changedFields(b).includes(field)));
      pairs++;
      expect(applyChange(applyChange(meeting, a), b)).toEqual(applyChange(applyChange(meeting, b), a));
    }),
    { numRuns: 150 },
  );
  expect(pairs).toBe(150);
});

test('a change with texts of any length can be sent once it is cut, and does the same', () => {
  fc.assert(
    fc.property(meetings, changes, (meeting, change) => {
      const sent = meetingChangeSchema.parse(JSON.parse(JSON.stringify(truncateChange(change))));
      expect(applyChange(meeting, sent)).toEqual(applyChange(meeting, change));
    }),
  );
});

test('the inverse takes a note back, whatever it was', () => {
  fc.assert(
    fc.property(meetings, fc.array(changes, { maxLength: 6 }), changes, (begun, list, change) => {
      const before = list.reduce<Meeting>(applyChange, begun);
      const inverse = inverseChange(before, change);
      if (inverse === null) return;
      const restored = applyChange(applyChange(before, change), inverse);
      expect(noteOf(restored, inverse.ticket)).toEqual(noteOf(before, inverse.ticket));
    }),
  );
});

test('a change of a ticket that the meeting does not have leaves it as it is', () => {
  const meeting = meetingOf(3);
  expect(applyChange(meeting, { type: 'set-mark', ticket: 9, mark: 'skipped' })).toBe(meeting);
  expect(impliedChanges(meeting, { type: 'set-decision', ticket: 9, decision: 'Refund' })).toEqual([]);
});

test('a first decision marks its ticket as discussed, unless it has a mark', () => {
  const decide = { type: 'set-decision', ticket: 1, decision: 'Refund' } as const;
  const meeting = meetingOf(2);
  expect(impliedChanges(meeting, decide)).toEqual([{ type: 'set-mark', ticket: 1, mark: 'discussed' }]);
  const marked = applyChange(meeting, { type: 'set-mark', ticket: 1, mark: 'follow-up' });
  expect(impliedChanges(marked, decide)).toEqual([]);
  const decided = applyChange(meeting, { ...decide, decision: 'R' });
  expect(impliedChanges(decided, decide)).toEqual([]);
});

test('a meeting that has ended goes on when something is noted or added, and not when it ends anew', () => {
  const ended = applyChange(meetingOf(2), { type: 'set-ended', endedAt: LATER });
  const resumed = { type: 'set-ended', endedAt: null };
  expect(impliedChanges(ended, { type: 'set-mark', ticket: 2, mark: 'discussed' })).toEqual([resumed]);
  expect(impliedChanges(ended, { type: 'add-items', tickets: [ticket(8)] })).toEqual([resumed]);
  expect(impliedChanges(ended, { type: 'set-ended', endedAt: '2026-02-04T13:00:00Z' })).toEqual([]);
});

test('tickets join at the end, each once, and no more than a meeting may have', () => {
  const { head } = applyChange(meetingOf(2), {
    type: 'add-items',
    tickets: [ticket(2), ticket(8), ticket(8)],
  });
  expect(head.items).toEqual([
    { id: 1, carriedOver: 0, added: false },
    { id: 2, carriedOver: 0, added: false },
    { id: 8, carriedOver: 0, added: true },
  ]);
  const many = Array.from({ length: MAX_TICKETS }, (_, index) => ({ ...ticket(1), id: 1_000 + index }));
  const full = applyChange(meetingOf(5), { type: 'add-items', tickets: many });
  expect(full.head.items).toHaveLength(MAX_TICKETS);
  expect(applyChange(full, { type: 'add-items', tickets: [ticket(9)] })).toBe(full);
});
