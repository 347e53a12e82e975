import { afterEach, expect, test } from 'vitest';
import { carrySelection, takeCarriedSelection } from './carried-selection.ts';
import { NOTHING_SELECTED, type Selection } from './selection.ts';

const PICKED: Selection = { kind: 'picked', ids: new Set([3, 5]), anchor: 5 };

afterEach(() => sessionStorage.clear());

test('a selection outlives a reload, once and under the same filters', () => {
  carrySelection('late', PICKED);
  expect(takeCarriedSelection('late')).toEqual({ kind: 'picked', ids: new Set([3, 5]), anchor: null });
  expect(takeCarriedSelection('late')).toBeNull();
});

test('everything that matches stays everything', () => {
  carrySelection('late', { kind: 'all' });
  expect(takeCarriedSelection('late')).toEqual({ kind: 'all' });
});

test('under other filters it is another list, and nothing is selected', () => {
  carrySelection('late', PICKED);
  expect(takeCarriedSelection('urgent')).toBeNull();
});

test('an empty selection leaves nothing behind', () => {
  carrySelection('late', PICKED);
  carrySelection('late', NOTHING_SELECTED);
  expect(sessionStorage).toHaveLength(0);
});

test('what another hand has written is no selection', () => {
  sessionStorage.setItem('loopdesk.selection', '{"ids":"all"');
  expect(takeCarriedSelection('late')).toBeNull();
});
