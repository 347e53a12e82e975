import { expect, test } from 'vitest';
import { DEFAULT_QUERY, type TicketQuery } from '../../../contract/index.ts';
import { MAX_TEXT } from '../../../contract/meeting/index.ts';
import { suggestTitle, untakenTitle } from './suggest-title.ts';

/** A Monday evening in Berlin, and already Tuesday in Tokyo. */
const NOW = Date.parse('2026-02-02T20:00:00Z');

function nameOf(query: Partial<TicketQuery>, zone = 'Europe/Berlin', name: string | null = null): string {
  return suggestTitle({ query: { ...DEFAULT_QUERY, ...query }, name, facets: null }, { now: NOW, zone });
}

test('a meeting is called after its day and its filters', () => {
  expect(nameOf({})).toBe('Monday triage');
  expect(nameOf({}, 'Asia/Tokyo')).toBe('Tuesday triage');
  expect(nameOf({ overdue: true })).toBe('Monday triage, Overdue');
  const not = { ...DEFAULT_QUERY.not, status: ['RESOLVED'] };
  expect(nameOf({ priority: ['HIGH'], not })).toBe('Monday triage, High, not Resolved');
});

test('a view that has a name gives it to the meeting', () => {
  expect(nameOf({ overdue: true }, 'Europe/Berlin', 'North')).toBe('Monday triage, North');
});

test('a filter whose value says little is named with its title', () => {
  expect(nameOf({ deleted: 'include' })).toBe('Monday triage, Deleted: included');
});

test('many filters do not make a long name', () => {
  expect(nameOf({ status: ['NEW', 'OPEN'], priority: ['HIGH', 'LOW'] })).toBe(
    'Monday triage, High, Low, and more',
  );
  expect(nameOf({ q: '👩‍👩‍👧'.repeat(200) }).length).toBeLessThanOrEqual(MAX_TEXT.title);
});

test('a title of the same day is told apart from those before it', () => {
  expect(untakenTitle('Monday triage', [])).toBe('Monday triage');
  expect(untakenTitle('Monday triage', ['Monday triage', 'Monday triage (2)'])).toBe('Monday triage (3)');
});
