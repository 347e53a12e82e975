import { afterEach, expect, test } from 'vitest';
import { NOTHING_SELECTED, type Selection } from './selection.ts';
import { storeSelection, takeStoredSelection } from './stored-selection.ts';

const PICKED: Selection = { kind: 'picked', ids: new Set([3, 5]), anchor: 5 };

afterEach(() => sessionStorage.clear());

test('a selection outlives a reload, once and under the same filters', () => {
  storeSelection('late', PICKED);
  expect(takeStoredSelection('late')).toEqual({ kind: 'picked', ids: new Set([3, 5]), anchor: null });
  expect(takeStoredSelection('late')).toBeNull();
});

test('everything that matches stays everything', () => {
  storeSelection('late', { kind: 'all' });
  expect(takeStoredSelection('late')).toEqual({ kind: 'all' });
});

test('under other filters it is another list, and nothing is selected', () => {
  storeSelection('late', PICKED);
  expect(takeStoredSelection('urgent')).toBeNull();
});

test('an empty selection leaves nothing behind', () => {
  storeSelection('late', PICKED);
  storeSelection('late', NOTHING_SELECTED);
  expect(sessionStorage).toHaveLength(0);
});

test('what another hand has written is no selection', () => {
  sessionStorage.setItem('loopdesk.selection', '{"ids":"all"');
  expect(takeStoredSelection('late')).toBeNull();
});
