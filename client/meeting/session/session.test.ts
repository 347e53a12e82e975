import { afterEach, expect, test, vi } from 'vitest';
import { ticket } from '../../test/fake-server.ts';
import { aMeeting } from '../testing/a-meeting.ts';
import { type TestStore, testStore } from '../testing/test-store.ts';
import { openSession, type Session } from './session.ts';

const open: Session[] = [];

afterEach(() => Promise.all(open.splice(0).map((session) => session.close())));

async function begin(count = 3) {
  const store = testStore();
  const meeting = aMeeting(count);
  await store.write(meeting);
  store.writes = 0;
  const session = openSession({ store, meeting, onHandOver: () => {} });
  open.push(session);
  return { store, session, id: meeting.head.id };
}

/** As somebody types it. */
function type(session: Session, ticketId: number, text: string): void {
  for (let end = 1; end <= text.length; end++) {
    session.change({ kind: 'note', ticket: ticketId, note: { decision: text.slice(0, end) } });
  }
}

async function keptOf(store: TestStore, id: string) {
  const meeting = await store.read(id);
  return { current: meeting?.head.current, decision: meeting?.notes.get(1)?.decision };
}

test('every keystroke is kept, and few writes are needed for many', async () => {
  const { store, session, id } = await begin();
  type(session, 1, 'Send a crew');
  expect(session.saving()).toBe('saving');
  await vi.waitFor(() => expect(session.saving()).toBe('saved'));
  expect(await keptOf(store, id)).toMatchObject({ decision: 'Send a crew' });
  expect(store.writes).toBe(2);
});

test('a page that goes away sends what waits behind a slow write', async () => {
  const { store, session, id } = await begin();
  let release = () => {};
  store.gate = new Promise((resolve) => {
    release = resolve;
  });
  type(session, 1, 'ab');
  session.change({ kind: 'go', ticket: 2, at: '2026-02-04T12:05:00.000Z' });
  const flushed = session.flush();
  expect(store.writes).toBe(2);
  release();
  await flushed;
  expect(await keptOf(store, id)).toEqual({ current: 2, decision: 'ab' });
});

test('what could not be kept is told, and kept whole by the next try', async () => {
  const { store, session, id } = await begin();
  store.failure = 'The disk is full.';
  type(session, 1, 'abc');
  await vi.waitFor(() => expect(session.saving()).toEqual({ failed: 'The disk is full.' }));
  store.failure = null;
  session.retry();
  await vi.waitFor(() => expect(session.saving()).toBe('saved'));
  expect(await keptOf(store, id)).toMatchObject({ decision: 'abc' });
});

test('after a failure the next keystroke is another try', async () => {
  const { store, session, id } = await begin();
  store.failure = 'The disk is full.';
  session.change({ kind: 'go', ticket: 2, at: '2026-02-04T12:05:00.000Z' });
  await vi.waitFor(() => expect(session.saving()).toEqual({ failed: 'The disk is full.' }));
  store.failure = null;
  type(session, 1, 'a');
  await vi.waitFor(() => expect(session.saving()).toBe('saved'));
  expect(await keptOf(store, id)).toEqual({ current: 2, decision: 'a' });
});

test('a meeting that was deleted elsewhere is not half written: it is told, and can be kept after all', async () => {
  const { store, session, id } = await begin();
  await store.remove(id);
  type(session, 1, 'a');
  await vi.waitFor(() => expect(session.saving()).toEqual({ failed: 'It was deleted in another window.' }));
  expect(await store.read(id)).toBeNull();
  session.retry();
  await vi.waitFor(() => expect(session.saving()).toBe('saved'));
  expect(await keptOf(store, id)).toMatchObject({ decision: 'a' });
});

test('a window whose meeting was taken over writes nothing over what the other one has', async () => {
  const { store, session, id } = await begin();
  const taken = await store.takeLead(id);
  if (taken === null) throw new Error('The meeting is not there.');
  const other = openSession({ store, meeting: taken, onHandOver: () => {} });
  open.push(other);
  type(other, 1, 'there');
  await vi.waitFor(() => expect(other.saving()).toBe('saved'));

  type(session, 1, 'here');
  session.change({ kind: 'go', ticket: 2, at: '2026-02-04T12:05:00.000Z' });
  const failed = { failed: expect.stringContaining('goes on in another window') };
  await vi.waitFor(() => expect(session.saving()).toEqual(failed));
  session.retry();
  await vi.waitFor(() => expect(session.saving()).toEqual(failed));
  expect(await keptOf(store, id)).toEqual({ current: 1, decision: 'there' });
});

test('undo takes back marks one by one and a typed text as a whole, and goes to the ticket', async () => {
  const { session } = await begin();
  const noteOf = (id: number) => session.read().notes.get(id);
  session.change({ kind: 'note', ticket: 2, note: { mark: 'skipped' } });
  type(session, 1, 'abc');
  session.settle();
  type(session, 1, 'abcdef');
  session.change({ kind: 'go', ticket: 3, at: '2026-02-04T12:05:00.000Z' });

  expect(session.undo()).toEqual({ ticket: 1, part: 'decision' });
  expect(noteOf(1)?.decision).toBe('abc');
  expect(session.read().head.current).toBe(1);
  session.undo();
  expect(noteOf(1)).toMatchObject({ decision: '', mark: null });
  expect(session.undo()).toEqual({ ticket: 2, part: 'mark' });
  expect(noteOf(2)?.mark).toBeNull();
  expect(session.undo()).toBeNull();
});

test('tickets that join are kept with the meeting', async () => {
  const { store, session, id } = await begin();
  session.change({ kind: 'add', tickets: [ticket(8)] });
  await vi.waitFor(() => expect(session.saving()).toBe('saved'));
  expect((await store.read(id))?.tickets.get(8)).toEqual(ticket(8));
});

test('other windows are told how the meeting stands when it changes, and when they ask', async () => {
  const { session, id } = await begin();
  const channel = new BroadcastChannel(`loopdesk.meeting.${id}`);
  const told: { kind: string; head?: { current: number } }[] = [];
  channel.onmessage = ({ data }: MessageEvent) => told.push(data);
  const heads = () => told.filter(({ kind }) => kind === 'head').map(({ head }) => head?.current);
  channel.postMessage({ kind: 'ask' });
  await vi.waitFor(() => expect(heads()).toEqual([1]));
  session.change({ kind: 'go', ticket: 3, at: '2026-02-04T12:05:00.000Z' });
  await vi.waitFor(() => expect(heads()).toEqual([1, 3]));
  await vi.waitFor(() => expect(told.some(({ kind }) => kind === 'saved')).toBe(true));
  // What is not understood is not answered, and keeps nobody from an answer.
  channel.postMessage({ kind: 'shout' });
  channel.postMessage({ kind: 'ask' });
  await vi.waitFor(() => expect(heads()).toEqual([1, 3, 3]));
  channel.close();
});
