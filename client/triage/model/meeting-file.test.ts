import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { MASKED } from '../../../contract/index.ts';
import { MAX_FILE_BYTES } from '../../../contract/meeting/index.ts';
import { ticket } from '../../test/fake-server.ts';
import { aMeeting, meetingAbout, withNotes } from '../testing/a-meeting.ts';
import type { LocalMeeting } from './local-meeting.ts';
import { parseMeetingFile, readMeetingFile, serializeMeeting } from './meeting-file.ts';

const nobody = () => false;

function roundTrip(meeting: LocalMeeting, masked = false) {
  return parseMeetingFile(serializeMeeting(meeting, masked), nobody);
}

test('a meeting survives the way through a file', () => {
  const meeting = withNotes(
    aMeeting(3, {}, { current: 2, timer: true }),
    { ticket: 1, mark: 'discussed', decision: 'Refund “now” \u202E', owner: 'Ann', due: '2026-02-06' },
    { ticket: 3, mark: 'skipped' },
  );
  expect(roundTrip(meeting)).toEqual({ ok: true, meeting, term: 0 });
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
  const file = JSON.parse(serializeMeeting(withNotes(aMeeting(2), { ticket: 1, mark: 'skipped' }), false));
  const outcomes = { meeting: 0, reason: 0 };
  fc.assert(
    fc.property(fc.constantFrom(...pathsOf(file)), fc.jsonValue(), (path, value) => {
      const read = parseMeetingFile(JSON.stringify(withAt(file, path, value)), nobody);
      outcomes[read.ok ? 'meeting' : 'reason']++;
      // Notes that say nothing are not written.
      if (read.ok)
        expect(roundTrip(read.meeting)).toMatchObject({ ok: true, meeting: { head: read.meeting.head } });
      else expect(read.reason).toMatch(/^It .*\.$|^Ticket \d+ /);
    }),
    { numRuns: 500 },
  );
  expect(Math.min(outcomes.meeting, outcomes.reason)).toBeGreaterThan(20);
});

test('a file without names says so for good, and has none', () => {
  const meeting = meetingAbout([ticket(1, { customerName: 'Ann Müller', description: 'Ann called' })]);
  const text = serializeMeeting(meeting, true);
  expect(text).not.toContain('Ann');
  expect(roundTrip(meeting, true)).toMatchObject({ ok: true, meeting: { head: { namesRemoved: true } } });
  expect(text).toContain(MASKED);
});

test('a meeting that is there already comes in beside it', () => {
  const meeting = aMeeting();
  const read = parseMeetingFile(serializeMeeting(meeting, false), (id) => id === meeting.head.id);
  expect(read.ok && read.meeting.head.id).not.toBe(meeting.head.id);
});

/** A file of a meeting with three tickets, to be spoiled. */
function aFile() {
  return JSON.parse(serializeMeeting(aMeeting(3), false));
}

function reasonFor(file: unknown): string | null {
  const read = parseMeetingFile(JSON.stringify(file), nobody);
  return read.ok ? null : read.reason;
}

test('what is no file of a meeting, or one of another form, is refused as such', () => {
  for (const text of ['', '{', 'null', '[]', '7', '{"loopdesk":"views"}', '['.repeat(100_000)]) {
    expect(parseMeetingFile(text, nobody)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('no file'),
    });
  }
  expect(reasonFor({ ...aFile(), version: 2 })).toContain('version 2');
  expect(reasonFor({ ...aFile(), version: undefined })).toContain('another version');
});

test.each([
  ['head', null, 'head is missing or malformed'],
  ['head.id', '../../x', 'head.id is missing or malformed'],
  ['head.id', '__proto__', 'head.id is missing or malformed'],
  ['head.name', 'x'.repeat(121), 'head.name is longer than 120'],
  ['head.workspaceName', 'x'.repeat(501), 'head.workspaceName is longer than 500'],
  ['head.startedAt', 'soon', 'head.startedAt is no date'],
  ['head.startedAt', '+275760-09-13T00:00:00.000Z', 'head.startedAt is no date'],
  ['head.endedAt', '2026-02-30', 'head.endedAt is no date'],
  ['head.frozen.takenAt', '4 Feb 2026', 'head.frozen.takenAt is no date'],
  ['head.entries', [], 'head.entries is too small, or empty'],
  ['head.entries', Array.from({ length: 1_001 }, () => 1), 'head.entries are more than 1000'],
  ['head.entries.1.id', 1, 'head.entries 2: ticket 1 is there twice'],
  ['head.entries.1.id', 9, 'head.entries 2: ticket 9 is not among the tickets'],
  ['head.follows', { id: 'x', name: '' }, 'head.follows.id is missing or malformed'],
  ['tickets', {}, 'tickets is missing or malformed'],
  ['tickets', Array.from({ length: 100_000 }, () => ({})), 'tickets are more than 1000'],
  ['tickets.2', null, 'tickets 3 is missing or malformed'],
  ['tickets.2.issueDate', 'garbage', 'tickets 3: issueDate is no date'],
  ['tickets.0.updatedAt', '2026-02-04T25:00:00Z', 'tickets 1: updatedAt is no date'],
  ['tickets.0.deletedAt', '99999-01-01T00:00:00Z', 'tickets 1: deletedAt is no date'],
  ['tickets.0.createdAt', 1, 'tickets 1: createdAt is missing or malformed'],
  ['tickets.1.id', 1, 'tickets 2: ticket 1 is there twice'],
  ['tickets.1.id', 0, 'tickets 2: id is no whole number from 1'],
  ['tickets.1.id', -7, 'tickets 2: id is no whole number from 1'],
  ['tickets.1.id', 1.5, 'tickets 2: id is missing or malformed'],
  ['tickets.1.id', '2', 'tickets 2: id is missing or malformed'],
  ['tickets.1.description', 'x'.repeat(8_001), 'tickets 2: description is longer than 8000'],
  ['tickets.1.customerName', 'x'.repeat(501), 'tickets 2: customerName is longer than 500'],
  ['tickets.1.currentSegment.name', 'x'.repeat(501), 'tickets 2: currentSegment.name is longer than 500'],
  ['tickets.1.assignedUser', 'Ann', 'tickets 2: assignedUser is missing or malformed'],
  [
    'notes',
    [{ ticket: 1, mark: 'won', decision: '', owner: '', due: '' }],
    'notes 1: mark is missing or malformed',
  ],
  ['notes', [{ ticket: 1, mark: null, decision: '', owner: '', due: 'Friday' }], 'notes 1: due is no day'],
  [
    'notes',
    [{ ticket: 1, mark: null, decision: 'x'.repeat(501), owner: '', due: '' }],
    'notes 1: decision is longer than 500',
  ],
])('a file whose %s is spoiled is refused with the place', (path, value, reason) => {
  const file = aFile();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place = file;
  for (const key of keys) place = place[key];
  place[last] = value;
  expect(reasonFor(file)).toBe(`It is no meeting that this version of Loopdesk can show: ${reason}.`);
});

test('names that every object has are values as others are, and as fields they are left behind', () => {
  const file = serializeMeeting(
    meetingAbout([ticket(1, { status: '__proto__', priority: 'constructor' })]),
    false,
  );
  const spoiled = file.replace(
    '"head": {',
    '"__proto__": { "polluted": true }, "head": { "__proto__": { "polluted": true },',
  );
  const read = parseMeetingFile(spoiled, nobody);
  expect(read).toMatchObject({ ok: true });
  expect(read.ok && read.meeting.tickets.get(1)?.status).toBe('__proto__');
  expect(read.ok && Object.keys(read.meeting.head)).not.toContain('__proto__');
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('a file that is larger than any meeting is not even read', async () => {
  const text = vi.fn();
  expect(await readMeetingFile({ size: MAX_FILE_BYTES + 1, text }, nobody)).toMatchObject({ ok: false });
  expect(text).not.toHaveBeenCalled();
});

test('what belongs to no ticket of the meeting is left behind', () => {
  const file = JSON.parse(serializeMeeting(aMeeting(2), false));
  const stray = { ticket: 99, mark: 'skipped', decision: '', owner: '', due: '' };
  const read = parseMeetingFile(
    JSON.stringify({ ...file, head: { ...file.head, current: 99 }, notes: [stray] }),
    nobody,
  );
  expect(read).toMatchObject({ ok: true, meeting: { view: { current: 1 } } });
  expect(read.ok && read.meeting.notes.size).toBe(0);
});

test('whatever a file holds, it is a meeting or a reason, and never an exception', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(parseMeetingFile(text, nobody)).toMatchObject({ ok: false, reason: expect.any(String) });
    }),
  );
});
