import { expect, test, vi } from 'vitest';
import { DEFAULT_QUERY, type Facets } from '../../contract/index.ts';
import { emptyFacets } from '../../contract/testing/empty-facets.ts';
import { filterEntries } from './filter-entries.ts';

const FACETS: Facets = {
  ...emptyFacets(),
  status: [{ value: 'ESCALATED', label: 'ESCALATED', count: 12 }],
  overdue: [{ value: 'true', label: 'Overdue', count: 3 }],
  assignee: [{ value: 'none', label: 'Unassigned', count: 1 }],
};

function choose(label: string, query = DEFAULT_QUERY, isCounted = true) {
  const ask = vi.fn();
  const entry = filterEntries(query, FACETS, isCounted, ask).find((one) => one.label === label);
  entry?.run?.();
  return { entry, change: ask.mock.calls[0]?.[0] };
}

test('a value alone replaces what was chosen of its facet, and says how many tickets it will show', () => {
  const { entry, change } = choose('Status: Escalated', { ...DEFAULT_QUERY, status: ['NEW'], q: 'refund' });
  expect(entry?.detail).toBe('12 tickets');
  expect(change).toEqual({ status: ['ESCALATED'], not: { ...DEFAULT_QUERY.not, status: [] } });
});

test('no number is told while the list on screen answers another question', () => {
  const { entry, change } = choose('Status: Escalated', DEFAULT_QUERY, false);
  expect(entry).not.toHaveProperty('detail');
  expect(change.status).toEqual(['ESCALATED']);
});

test('a value is kept out, and let in again', () => {
  const { change } = choose('Status: not Escalated');
  expect(change.not.status).toEqual(['ESCALATED']);
  const again = choose('Status: no longer not Escalated', { ...DEFAULT_QUERY, ...change });
  expect(again.change.not.status).toEqual([]);
});

test('late and unassigned tickets have their names, and days are ready', () => {
  expect(choose('Overdue').change).toEqual({ overdue: true });
  expect(choose('Assignee: Unassigned').change).toMatchObject({ assignee: ['none'] });
  expect(choose('Issued: Today').change).toEqual({ issuedFrom: 'today', issuedTo: null });
});

test('before the first tickets are there, there are days alone', () => {
  const labels = filterEntries(DEFAULT_QUERY, null, true, () => {}).map(({ label }) => label);
  expect(labels).toContain('Issued: Today');
  expect(labels.filter((label) => !label.startsWith('Issued: '))).toEqual([]);
});
