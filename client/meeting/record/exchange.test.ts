import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MASKED } from '../../../contract/index.ts';
import { ticket } from '../../test/fake-server.ts';
import { aMeeting, meetingAbout, withNotes } from '../testing/a-meeting.ts';
import { readMeeting, writeMeeting } from './exchange.ts';
import type { Meeting } from './meeting.ts';

const nobody = () => false;

function roundTrip(meeting: Meeting, masked = false) {
  return readMeeting(writeMeeting(meeting, masked), nobody);
}

test('a meeting survives the way through a file', () => {
  const meeting = withNotes(
    aMeeting(3, { current: 2, clock: true }),
    { ticket: 1, mark: 'discussed', decision: 'Refund “now” \u202E', owner: 'Ann', due: '2026-02-06' },
    { ticket: 3, mark: 'skipped' },
  );
  expect(roundTrip(meeting)).toEqual({ ok: true, meeting });
});

/** The paths to everything within a JSON value. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))];
}

/** A JSON value with another one at a path in it. */
function withAt(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  const copy: Record<string, unknown> = Object.assign(Array.isArray(value) ? [] : {}, value);
  copy[key] = withAt(copy[key], rest, other);
  return copy;
}

test('a meeting with anything at any place is a meeting that can be written again, or a reason', () => {
  const file = JSON.parse(writeMeeting(withNotes(aMeeting(2), { ticket: 1, mark: 'skipped' }), false));
  const outcomes = { meeting: 0, reason: 0 };
  fc.assert(
    fc.property(fc.constantFrom(...pathsOf(file)), fc.jsonValue(), (path, value) => {
      const read = readMeeting(JSON.stringify(withAt(file, path, value)), nobody);
      outcomes[read.ok ? 'meeting' : 'reason']++;
      if (read.ok) expect(roundTrip(read.meeting)).toEqual(read);
      else expect(read.reason).toMatch(/^It .*\.$|^Ticket \d+ /);
    }),
    { numRuns: 500 },
  );
  expect(Math.min(outcomes.meeting, outcomes.reason)).toBeGreaterThan(20);
});

test('a file without names says so for good, and has none', () => {
  const meeting = meetingAbout([ticket(1, { customerName: 'Ann Müller', description: 'Ann called' })]);
  const text = writeMeeting(meeting, true);
  expect(text).not.toContain('Ann');
  expect(roundTrip(meeting, true)).toMatchObject({ ok: true, meeting: { head: { namesGone: true } } });
  expect(text).toContain(MASKED);
});

test('a meeting that is there already comes in beside it', () => {
  const meeting = aMeeting();
  const read = readMeeting(writeMeeting(meeting, false), (id) => id === meeting.head.id);
  expect(read.ok && read.meeting.head.id).not.toBe(meeting.head.id);
});

test('what is no meeting is refused with its reason', () => {
  const file = JSON.parse(writeMeeting(aMeeting(2), false));
  const refused = (change: object) => {
    const read = readMeeting(JSON.stringify({ ...file, ...change }), nobody);
    return read.ok ? null : read.reason;
  };
  expect(readMeeting('{', nobody)).toMatchObject({ ok: false, reason: expect.stringContaining('no file') });
  expect(refused({ version: 2 })).toContain('version');
  expect(refused({ tickets: [] })).toContain('Ticket 1 is not in the file');
  expect(refused({ head: { ...file.head, entries: [] } })).toContain('head.entries');
  expect(refused({ head: { ...file.head, startedAt: 'soon' } })).toContain('head.startedAt');
  expect(refused({ head: { ...file.head, id: '../../x' } })).toContain('head.id');
  const twice = [...file.head.entries, ...file.head.entries];
  expect(refused({ head: { ...file.head, entries: twice } })).toContain('twice');
  expect(refused({ notes: [{ ticket: 1, mark: 'won', decision: '', owner: '', due: '' }] })).toContain(
    'notes',
  );
  expect(refused({ notes: [{ ticket: 1, mark: null, decision: '', owner: '', due: 'Friday' }] })).toContain(
    'due',
  );
});

test('what belongs to no ticket of the meeting is left behind', () => {
  const file = JSON.parse(writeMeeting(aMeeting(2), false));
  const stray = { ticket: 99, mark: 'skipped', decision: '', owner: '', due: '' };
  const read = readMeeting(
    JSON.stringify({ ...file, head: { ...file.head, current: 99 }, notes: [stray] }),
    nobody,
  );
  expect(read).toMatchObject({ ok: true, meeting: { head: { current: 1 } } });
  expect(read.ok && read.meeting.notes.size).toBe(0);
});

test('whatever a file holds, it is a meeting or a reason, and never an exception', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readMeeting(text, nobody)).toMatchObject({ ok: false, reason: expect.any(String) });
    }),
  );
});
