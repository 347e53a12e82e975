import { beforeEach, expect, test } from 'vitest';
import { noteOf } from '../../../contract/meeting/index.ts';
import { aMeeting } from '../testing/a-meeting.ts';
import { testDatabase } from '../testing/test-database.ts';
import { startPresentation } from './presentation.ts';

beforeEach(() => localStorage.clear());

/** A window that goes away while the database is busy, so that nothing of what it wrote arrives. */
async function windowThatGoesAway() {
  const database = { ...testDatabase(), lasting: true };
  const stored = { meeting: aMeeting(3), term: 1 };
  await database.write(stored);
  const busy = { ...database, update: () => new Promise<void>(() => {}) };
  const presentation = startPresentation({ database: busy, stored, onLeadRequested: () => {} });
  void presentation.apply({ type: 'set-decision', ticket: 2, decision: 'Half a sent' });
  presentation.setView({ current: 2 });
  void presentation.flush();
  return { database, id: stored.meeting.head.id };
}

test('what a window had not stored when it went away is there in the next one, and stored then', async () => {
  const { database, id } = await windowThatGoesAway();
  const led = await database.takeLead(id);
  if (led === null) throw new Error('There is no meeting.');
  expect(noteOf(led.meeting, 2).decision).toBe('');
  const next = startPresentation({ database, stored: led, onLeadRequested: () => {} });
  const { meeting } = next.getState();
  expect([noteOf(meeting, 2).decision, meeting.view.current]).toEqual(['Half a sent', 2]);
  await next.close();
  const stored = await database.read(meeting.head.id);
  expect(stored && noteOf(stored.meeting, 2).decision).toBe('Half a sent');
  expect(localStorage).toHaveLength(0);
});

test('a window that comes after another one does not bring back what is older', async () => {
  const { database, id } = await windowThatGoesAway();
  await database.takeLead(id);
  const led = await database.takeLead(id);
  if (led === null) throw new Error('There is no meeting.');
  const next = startPresentation({ database, stored: led, onLeadRequested: () => {} });
  expect(noteOf(next.getState().meeting, 2).decision).toBe('');
  await next.close();
});
