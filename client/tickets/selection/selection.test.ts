import { expect, test } from 'vitest';
import { MAX_IDS } from '../../../contract/index.ts';
import {
  changeSelection,
  isSelected,
  NOTHING_SELECTED,
  pageState,
  type Selection,
  type SelectionChange,
} from './selection.ts';

const PAGE = [10, 11, 12, 13, 14];

function after(...changes: readonly SelectionChange[]): Selection {
  return changes.reduce<Selection>((selection, change) => {
    const next = changeSelection(selection, change);
    if (next === null) throw new Error('refused');
    return next;
  }, NOTHING_SELECTED);
}

const chosen = (selection: Selection) =>
  selection.kind === 'all' ? 'all' : [...selection.ids].toSorted((a, b) => a - b);

test('a row is chosen and let go', () => {
  expect(chosen(after({ do: 'toggle', id: 11, page: PAGE }))).toEqual([11]);
  expect(chosen(after({ do: 'toggle', id: 11, page: PAGE }, { do: 'toggle', id: 11, page: PAGE }))).toEqual(
    [],
  );
});

test('a range goes from the row chosen last, up or down, and takes the state of where it ends', () => {
  const down = after({ do: 'toggle', id: 11, page: PAGE }, { do: 'range', id: 13, page: PAGE });
  expect(chosen(down)).toEqual([11, 12, 13]);
  const up = after({ do: 'toggle', id: 13, page: PAGE }, { do: 'range', id: 10, page: PAGE });
  expect(chosen(up)).toEqual([10, 11, 12, 13]);
  const out = changeSelection(down, { do: 'range', id: 12, page: PAGE });
  expect(out && chosen(out)).toEqual([11]);
});

test('a range from another page is the one row', () => {
  const other = after({ do: 'toggle', id: 99, page: [99] }, { do: 'range', id: 12, page: PAGE });
  expect(chosen(other)).toEqual([12, 99]);
});

test('a page is chosen whole, and let go when it is', () => {
  const page = after({ do: 'toggle', id: 99, page: [99] }, { do: 'page', page: PAGE });
  expect(chosen(page)).toEqual([...PAGE, 99]);
  expect(pageState(page, PAGE)).toBe('all');
  expect(pageState(page, [99, 100])).toBe('some');
  expect(chosen(after({ do: 'page', page: PAGE }, { do: 'page', page: PAGE }))).toEqual([]);
});

test('all that match are chosen without being named', () => {
  const all = after({ do: 'all' });
  expect(isSelected(all, 123_456)).toBe(true);
  expect(pageState(all, PAGE)).toBe('all');
});

test('taking one row out of all that match leaves the others of its page', () => {
  expect(chosen(after({ do: 'all' }, { do: 'toggle', id: 12, page: PAGE }))).toEqual([10, 11, 13, 14]);
  expect(chosen(after({ do: 'all' }, { do: 'page', page: PAGE }))).toEqual([]);
});

test('more than a question may name is refused, and nothing of it is chosen in silence', () => {
  const most = Array.from({ length: MAX_IDS }, (_, index) => index + 1_000);
  const full = after({ do: 'add', ids: most });
  expect(changeSelection(full, { do: 'page', page: PAGE })).toBeNull();
  expect(changeSelection(full, { do: 'toggle', id: 1_000, page: most })).not.toBeNull();
});
