import { afterEach, expect, test, vi } from 'vitest';
import { ticket } from '../../test/fake-server.ts';
import type { MeetingDatabase, StoredMeeting } from '../browser-store/meeting-database.ts';
import { type Presentation, startPresentation } from '../browser-store/presentation.ts';
import { aMeeting } from '../testing/a-meeting.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { type MeetingSession, startSession } from './meeting-session.ts';

const open: Presentation[] = [];

afterEach(() => Promise.all(open.splice(0).map((presentation) => presentation.close())));

function sessionOf(database: MeetingDatabase, stored: StoredMeeting): MeetingSession {
  const presentation = startPresentation({ database, stored, onLeadRequested: () => {} });
  open.push(presentation);
  return startSession(presentation);
}

async function begin(count = 3) {
  const database = testDatabase();
  const stored = { meeting: aMeeting(count), term: 0 };
  await database.write(stored);
  database.writes = 0;
  return { database, session: sessionOf(database, stored), id: stored.meeting.head.id };
}

/** Types a decision key by key. */
function type(session: MeetingSession, ticketId: number, text: string): void {
  for (let end = 1; end <= text.length; end++)
    void session.dispatch({ type: 'set-decision', ticket: ticketId, decision: text.slice(0, end) });
}

async function storedOf(database: TestDatabase, id: string) {
  const stored = await database.read(id);
  return { current: stored?.meeting.view.current, decision: stored?.meeting.notes.get(1)?.decision };
}

test('every keystroke is kept, and few writes are needed for many', async () => {
  const { database, session, id } = await begin();
  type(session, 1, 'Send a crew');
  expect(session.saving()).toBe('saving');
  await vi.waitFor(() => expect(session.saving()).toBe('saved'));
  expect(await storedOf(database, id)).toMatchObject({ decision: 'Send a crew' });
  expect(database.writes).toBe(2);
});

test('a page that goes away sends what waits behind a slow write', async () => {
  const { database, session, id } = await begin();
  let release = () => {};
  database.gate = new Promise((resolve) => {
    release = resolve;
  });
  type(session, 1, 'ab');
  session.goTo(2);
  const flushed = open[0]?.flush();
  expect(database.writes).toBe(2);
  release();
  await flushed;
  expect(await storedOf(database, id)).toEqual({ current: 2, decision: 'ab' });
});

test('what could not be kept is told, and kept whole by the next try', async () => {
  const { database, session, id } = await begin();
  database.failure = 'The disk is full.';
  type(session, 1, 'abc');
  await vi.waitFor(() => expect(session.saving()).toEqual({ failed: 'The disk is full.', conflict: false }));
  database.failure = null;
  session.retry();
  await vi.waitFor(() => expect(session.saving()).toBe('saved'));
  expect(await storedOf(database, id)).toMatchObject({ decision: 'abc' });
});

test('after a failure the next keystroke is another try', async () => {
  const { database, session, id } = await begin();
  database.failure = 'The disk is full.';
  session.goTo(2);
  await vi.waitFor(() => expect(session.saving()).toEqual({ failed: 'The disk is full.', conflict: false }));
  database.failure = null;
  type(session, 1, 'a');
  await vi.waitFor(() => expect(session.saving()).toBe('saved'));
  expect(await storedOf(database, id)).toEqual({ current: 2, decision: 'a' });
});

test('a meeting that was deleted elsewhere is not half written: it is told, and can be kept after all', async () => {
  const { database, session, id } = await begin();
  await database.remove(id);
  type(session, 1, 'a');
  await vi.waitFor(() =>
    expect(session.saving()).toEqual({ failed: 'It was deleted in another window.', conflict: true }),
  );
  expect(await database.read(id)).toBeNull();
  session.retry();
  await vi.waitFor(() => expect(session.saving()).toBe('saved'));
  expect(await storedOf(database, id)).toMatchObject({ decision: 'a' });
});

test('a window whose meeting was taken over writes nothing over what the other one has', async () => {
  const { database, session, id } = await begin();
  const taken = await database.takeLead(id);
  if (taken === null) throw new Error('The meeting is not there.');
  const other = sessionOf(database, taken);
  type(other, 1, 'there');
  await vi.waitFor(() => expect(other.saving()).toBe('saved'));

  type(session, 1, 'here');
  session.goTo(2);
  const failed = { failed: expect.stringContaining('goes on in another window'), conflict: true };
  await vi.waitFor(() => expect(session.saving()).toEqual(failed));
  session.retry();
  await vi.waitFor(() => expect(session.saving()).toEqual(failed));
  expect(await storedOf(database, id)).toEqual({ current: 1, decision: 'there' });
});

test('undo takes back marks one by one and a typed text as a whole, and goes to the ticket', async () => {
  const { session } = await begin();
  const noteOf = (id: number) => session.read().notes.get(id);
  session.dispatch({ type: 'set-mark', ticket: 2, mark: 'skipped' });
  type(session, 1, 'abc');
  session.settle();
  type(session, 1, 'abcdef');
  session.goTo(3);

  expect(session.undo()).toEqual({ ticket: 1, field: 'decision' });
  expect(noteOf(1)?.decision).toBe('abc');
  expect(session.read().view.current).toBe(1);
  session.undo();
  expect(noteOf(1)).toMatchObject({ decision: '', mark: null });
  expect(session.undo()).toEqual({ ticket: 2, field: 'mark' });
  expect(noteOf(2)?.mark).toBeNull();
  expect(session.undo()).toBeNull();
});

test('tickets that join are kept with the meeting', async () => {
  const { database, session, id } = await begin();
  session.dispatch({ type: 'add-items', tickets: [ticket(8)] });
  await vi.waitFor(() => expect(session.saving()).toBe('saved'));
  expect((await database.read(id))?.meeting.tickets.get(8)).toEqual(ticket(8));
});

test('a change tells whether it is stored, does not fit, or could not be stored', async () => {
  const { database, session } = await begin();
  expect(await session.dispatch({ type: 'set-mark', ticket: 1, mark: 'skipped' })).toEqual({ status: 'ok' });
  expect(await session.dispatch({ type: 'set-mark', ticket: 9, mark: 'skipped' })).toMatchObject({
    status: 'conflict',
  });
  database.failure = 'The disk is full.';
  expect(await session.dispatch({ type: 'set-owner', ticket: 1, owner: 'Ann' })).toEqual({
    status: 'failure',
    reason: 'The disk is full.',
  });
});

test('a decision that marked its ticket takes the mark along when it is taken back', async () => {
  const { session } = await begin();
  type(session, 1, 'ab');
  expect(session.read().notes.get(1)).toMatchObject({ decision: 'ab', mark: 'discussed' });
  session.undo();
  expect(session.read().notes.get(1)).toMatchObject({ decision: '', mark: null });
});

test('a meeting that has ended is under way again once something is noted', async () => {
  const { session } = await begin();
  await session.dispatch({ type: 'set-ended', endedAt: '2026-02-04T12:05:00.000Z' });
  session.goTo(2);
  expect(session.read().head.endedAt).not.toBeNull();
  await session.dispatch({ type: 'set-due', ticket: 2, due: '2026-02-06' });
  expect(session.read().head.endedAt).toBeNull();
});
