import { expect, test } from 'vitest';
import { MAX_IDS } from '../../../contract/index.ts';
import {
  changeSelection,
  isSelected,
  NOTHING_SELECTED,
  type Selection,
  type SelectionChange,
  toRowSelection,
} from './selection.ts';

const PAGE = [10, 11, 12, 13, 14];

function after(...changes: readonly SelectionChange[]): Selection {
  return changes.reduce<Selection>((selection, change) => {
    const next = changeSelection(selection, change);
    if (next === null) throw new Error('refused');
    return next;
  }, NOTHING_SELECTED);
}

/** A row's box, as the table changes the rows. */
const toggle = (id: number, page: readonly number[] = PAGE): SelectionChange => ({
  do: 'rows',
  update: ({ [id]: was, ...others }) => (was ? others : { ...others, [id]: true }),
  page,
});

/** The page's box. */
const setPage = (selected: boolean, page: readonly number[] = PAGE): SelectionChange => ({
  do: 'rows',
  update: (rows) => {
    const others = Object.entries(rows).filter(([id]) => !page.includes(Number(id)));
    return Object.fromEntries([...others, ...(selected ? page.map((id) => [id, true] as const) : [])]);
  },
  page,
});

const chosen = (selection: Selection) =>
  selection.kind === 'all' ? 'all' : [...selection.ids].toSorted((a, b) => a - b);

test('a row is chosen and let go', () => {
  expect(chosen(after(toggle(11)))).toEqual([11]);
  expect(chosen(after(toggle(11), toggle(11)))).toEqual([]);
});

test('a range goes from the row chosen last, up or down, and takes the state of where it ends', () => {
  const down = after(toggle(11), { do: 'range', id: 13, page: PAGE });
  expect(chosen(down)).toEqual([11, 12, 13]);
  const up = after(toggle(13), { do: 'range', id: 10, page: PAGE });
  expect(chosen(up)).toEqual([10, 11, 12, 13]);
  const out = changeSelection(down, { do: 'range', id: 12, page: PAGE });
  expect(out && chosen(out)).toEqual([11]);
});

test('a range from another page is the one row', () => {
  const other = after(toggle(99, [99]), { do: 'range', id: 12, page: PAGE });
  expect(chosen(other)).toEqual([12, 99]);
});

test('no range begins at a page', () => {
  expect(
    chosen(after(toggle(11), setPage(true), setPage(false), { do: 'range', id: 13, page: PAGE })),
  ).toEqual([13]);
});

test('a page is chosen whole, and let go when it is', () => {
  const page = after(toggle(99, [99]), setPage(true));
  expect(chosen(page)).toEqual([...PAGE, 99]);
  expect(chosen(after(setPage(true), setPage(false)))).toEqual([]);
});

test('all that match are chosen without being named', () => {
  const all = after({ do: 'all' });
  expect(isSelected(all, 123_456)).toBe(true);
  expect(Object.keys(toRowSelection(all, PAGE)).map(Number)).toEqual(PAGE);
});

test('taking one row out of all that match leaves the others of its page', () => {
  expect(chosen(after({ do: 'all' }, toggle(12)))).toEqual([10, 11, 13, 14]);
  expect(chosen(after({ do: 'all' }, setPage(false)))).toEqual([]);
});

test('more than a question may name is refused, and nothing of it is chosen in silence', () => {
  const most = Array.from({ length: MAX_IDS }, (_, index) => index + 1_000);
  const full = after({ do: 'add', ids: most });
  expect(changeSelection(full, setPage(true))).toBeNull();
  expect(changeSelection(full, toggle(1_000, most))).not.toBeNull();
});
