import { expect, test } from 'vitest';
import { newsOf, noteActivity, noteSeen, startVisit, VISIT_PAUSE } from './visit.ts';

const MORNING = Date.parse('2026-02-04T08:00:00Z');
const taken = (minute: number) => new Date(MORNING + minute * 60_000).toISOString();

test('in the first visit nothing is new', () => {
  expect(noteActivity(undefined, MORNING).since).toBeNull();
});

test('a reload does not end a visit, a pause does: what was not on screen before it is new', () => {
  const first = noteSeen(noteActivity(undefined, MORNING), taken(0), MORNING);
  const reloaded = noteActivity(first, MORNING + 60_000);
  expect(reloaded.since).toBeNull();
  const afterwards = noteActivity(reloaded, MORNING + 60_000 + VISIT_PAUSE);
  expect(afterwards.since).toBe(taken(0));
});

test('data that came to an empty chair is not seen', () => {
  const first = noteSeen(noteActivity(undefined, MORNING), taken(0), MORNING);
  const alone = noteSeen(first, taken(50), MORNING + 50 * 60_000);
  expect(noteActivity(alone, MORNING + 60 * 60_000).since).toBe(taken(0));
});

test('older data on screen takes nothing back', () => {
  const visit = noteSeen(noteActivity(undefined, MORNING), taken(5), MORNING);
  expect(noteSeen(visit, taken(2), MORNING)).toBe(visit);
});

test('the reader may say that all is seen', () => {
  const visit = noteSeen(noteActivity(undefined, MORNING), taken(5), MORNING);
  expect(startVisit(visit, MORNING).since).toBe(taken(5));
});

test('what was created or updated since is news, and nothing in a first visit', () => {
  const ticket = { createdAt: taken(1), updatedAt: taken(5) };
  expect(newsOf(ticket, taken(0))).toBe('added');
  expect(newsOf(ticket, taken(1))).toBe('added');
  expect(newsOf(ticket, taken(3))).toBe('changed');
  expect(newsOf(ticket, taken(6))).toBeNull();
  expect(newsOf(ticket, null)).toBeNull();
  expect(newsOf({ createdAt: null, updatedAt: null }, taken(0))).toBeNull();
});
