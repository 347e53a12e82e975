import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { ticket } from '../../test/fake-server.ts';
import type { MeetingState, OpenMeeting } from '../store/meeting-store.ts';
import { aMeeting } from '../testing/a-meeting.ts';
import { testDatabase } from '../testing/test-database.ts';
import { followMeeting } from './follow-meeting.ts';
import { startPresentation } from './presentation.ts';

// A browser without locks, in which a presenter is there as long as it is heard.
beforeAll(() => vi.stubGlobal('navigator', {}));
afterAll(() => vi.unstubAllGlobals());

const open: Pick<OpenMeeting, 'close'>[] = [];

afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));

async function present() {
  const database = testDatabase();
  const stored = { meeting: aMeeting(3), term: 0 };
  await database.write(stored);
  const presenter = startPresentation({ database, stored, onLeadRequested: () => {} });
  open.push(presenter);
  const follow = () => {
    const follower = followMeeting(database, stored.meeting.head.id);
    open.push(follower);
    return follower;
  };
  return { database, presenter, follow, id: stored.meeting.head.id };
}

function meetingIn(state: MeetingState) {
  return state.status === 'ready' ? state.meeting : undefined;
}

test('a window that follows sees every change and the presenter’s ticket', async () => {
  const { presenter, follow } = await present();
  const follower = follow();
  expect(follower.getState()).toEqual({ status: 'loading' });
  await vi.waitFor(() => expect(follower.getState().status).toBe('ready'));
  void presenter.apply({ type: 'set-decision', ticket: 2, decision: 'Refund' });
  void presenter.apply({ type: 'add-items', tickets: [ticket(8)] });
  presenter.setView({ current: 8, masked: false });
  await vi.waitFor(() => expect(meetingIn(follower.getState())).toEqual(presenter.getState().meeting));
  expect(meetingIn(follower.getState())?.view.current).toBe(8);
});

test('a window that joins late has what is not stored yet', async () => {
  const { database, presenter, follow } = await present();
  database.failure = 'The disk is full.';
  await presenter.apply({ type: 'add-items', tickets: [ticket(8)] });
  await presenter.apply({ type: 'set-mark', ticket: 1, mark: 'skipped' });
  presenter.setView({ current: 3 });
  const follower = follow();
  await vi.waitFor(() => expect(meetingIn(follower.getState())?.view.current).toBe(3));
  expect(meetingIn(follower.getState())?.notes.get(1)?.mark).toBe('skipped');
  expect(meetingIn(follower.getState())?.tickets.has(8)).toBe(false);
  database.failure = null;
  presenter.retry();
  await vi.waitFor(() => expect(meetingIn(follower.getState())?.tickets.has(8)).toBe(true), 5_000);
});

test('a meeting that is not there is missing, and one that cannot be read is an error', async () => {
  const { database, id } = await present();
  const unreadable = { ...database, read: () => Promise.reject(new Error('The disk is broken.')) };
  const broken = followMeeting(unreadable, id);
  open.push(broken);
  await vi.waitFor(() =>
    expect(broken.getState()).toMatchObject({ status: 'error', error: { message: 'The disk is broken.' } }),
  );
  const missing = followMeeting({ ...database, read: async () => null }, id);
  open.push(missing);
  await vi.waitFor(() => expect(missing.getState()).toEqual({ status: 'missing' }));
});

test('what another version sends is ignored, and keeps nobody from an answer', async () => {
  const { presenter, follow, id } = await present();
  const follower = follow();
  await vi.waitFor(() => expect(follower.getState().status).toBe('ready'));
  const channel = new BroadcastChannel(`loopdesk.meeting.${id}`);
  channel.postMessage({ kind: 'shout' });
  channel.postMessage({ kind: 'view', view: { current: 'x' } });
  presenter.setView({ current: 2 });
  await vi.waitFor(() => expect(meetingIn(follower.getState())?.view.current).toBe(2));
  channel.close();
});
