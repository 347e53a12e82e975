import { afterEach, expect, test } from 'vitest';
import { noteOf } from '../../../contract/meeting/index.ts';
import { type Presentation, startPresentation } from '../browser-store/presentation.ts';
import { startSession } from '../session/meeting-session.ts';
import { aMeeting } from '../testing/a-meeting.ts';
import { testDatabase } from '../testing/test-database.ts';
import { presenterActions } from './presenter-actions.ts';

const open: Presentation[] = [];

afterEach(() => Promise.all(open.splice(0).map((presentation) => presentation.close())));

async function begin(count: number, goesOn = true) {
  const database = testDatabase();
  const stored = { meeting: aMeeting(count), term: 0 };
  await database.write(stored);
  const presentation = startPresentation({ database, stored, onLeadRequested: () => {} });
  open.push(presentation);
  const session = startSession(presentation);
  const ends: number[] = [];
  const current = () => session.read().view.current;
  const actions = presenterActions(session, { goesOn: () => goesOn, onAllDone: () => ends.push(current()) });
  return { actions, current, ends, mark: (id: number) => noteOf(session.read(), id).mark };
}

test('a verdict each leads through the meeting, and the last one tells its end', async () => {
  const { actions, current, ends } = await begin(3);
  expect(actions.mark('discussed')).toBe('Ticket 1: Discussed');
  actions.mark('follow-up');
  expect(current()).toBe(3);
  expect(ends).toEqual([]);
  expect(actions.mark('skipped')).toBe('Ticket 3: Skipped. 3 of 3 done');
  expect(current()).toBe(3);
  expect(ends).toEqual([3]);
});

test('whoever goes back stays: a mark is changed, taken off by the same one, and the way on is one step', async () => {
  const { actions, current, mark } = await begin(4);
  actions.mark('discussed');
  actions.mark('discussed');
  actions.jump(1);
  actions.mark('follow-up');
  expect([current(), mark(1)]).toEqual([1, 'follow-up']);
  expect(actions.mark('follow-up')).toBe('To follow up: taken off');
  actions.undo();
  expect([current(), mark(1)]).toEqual([1, 'follow-up']);
  actions.goToOpen();
  expect(current()).toBe(3);
});

test('tickets that were passed over come up at the end, and parked ones after them', async () => {
  const { actions, current, ends } = await begin(4);
  actions.mark('parked');
  actions.step(1);
  actions.mark('discussed');
  expect(actions.mark('discussed')).toBe('Ticket 4: Discussed');
  expect(current()).toBe(2);
  actions.mark('discussed');
  expect(current()).toBe(1);
  expect(actions.mark('parked')).toBe('Ticket 1: Parked. 3 of 4 done, 1 parked');
  expect(ends).toEqual([]);
  actions.jump(4);
  actions.step(1);
  expect(current()).toBe(1);
  actions.mark('discussed');
  expect(ends).toEqual([1]);
});

test('the verdict after a decision is not taken off by it, and Enter behind the note goes on', async () => {
  const { actions, current, mark } = await begin(3);
  actions.note({ type: 'set-decision', ticket: 1, decision: 'Refund' });
  expect([current(), mark(1)]).toEqual([1, 'discussed']);
  actions.mark('discussed');
  expect([current(), mark(1)]).toEqual([2, 'discussed']);
  expect(actions.finish()).toBe('');
  expect(current()).toBe(2);
  actions.note({ type: 'set-decision', ticket: 2, decision: 'Call' });
  actions.finish();
  expect([current(), mark(2)]).toEqual([3, 'discussed']);
});

test('undo takes back the verdict and the step, after which it can be given again', async () => {
  const { actions, current, mark } = await begin(2);
  actions.mark('skipped');
  expect(actions.undo()).toBe('Taken back: the mark of ticket 1');
  expect([current(), mark(1)]).toEqual([1, null]);
  actions.mark('discussed');
  expect([current(), mark(1)]).toEqual([2, 'discussed']);
});

test('where verdicts do not go on, what is skipped or parked still gives way to the next', async () => {
  const { actions, current, mark } = await begin(3, false);
  actions.mark('discussed');
  expect(current()).toBe(1);
  actions.mark('discussed');
  expect(mark(1)).toBeNull();
  actions.jump(2);
  actions.mark('skipped');
  expect(current()).toBe(3);
  actions.mark('parked');
  expect(current()).toBe(1);
});
