import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  COLUMNS,
  type Column,
  type ColumnTerm,
  formatColumns,
  parseColumns,
} from '../../../contract/index.ts';
import {
  hiddenColumns,
  hideColumn,
  inOrder,
  moveColumn,
  resizeColumn,
  showColumn,
  togglePinned,
  USUAL_COLUMNS,
} from './column-terms.ts';

function terms(text: string): readonly ColumnTerm[] {
  const parsed = parseColumns(text);
  if (parsed === null) throw new Error(`No columns: ${text}`);
  return parsed;
}

test('a column is shown as the last one, and hidden again', () => {
  const more = showColumn(terms('id*,status'), 'type');
  expect(formatColumns(more)).toBe('id*,status,type');
  expect(formatColumns(hideColumn(more, 'status'))).toBe('id*,type');
});

test('the ticket’s number cannot be hidden, and an address without it gets it back', () => {
  expect(formatColumns(hideColumn(terms('status,id'), 'id'))).toBe('status,id');
  expect(formatColumns(inOrder(terms('status,type')))).toBe('id*,status,type');
});

test('a column moves to any place among those that are pinned as it is', () => {
  const four = terms('id*,status,type,age');
  expect(formatColumns(moveColumn(four, 'age', 1))).toBe('id*,age,status,type');
  expect(formatColumns(moveColumn(four, 'age', 0))).toBe('id*,age,status,type');
  expect(formatColumns(moveColumn(four, 'id', 3))).toBe('id*,status,type,age');
});

test('a pinned column joins the pinned ones, and leaves to the head of the others', () => {
  const pinned = togglePinned(terms('id*,status,type'), 'type');
  expect(formatColumns(pinned)).toBe('id*,type*,status');
  expect(formatColumns(togglePinned(pinned, 'id'))).toBe('type*,id,status');
});

test('a width keeps within what an address may hold, and may be the usual one again', () => {
  expect(formatColumns(resizeColumn(terms('id'), 'id', 3.7))).toBe('id.48');
  expect(formatColumns(resizeColumn(terms('id'), 'id', 99_999))).toBe('id.1200');
  expect(formatColumns(resizeColumn(terms('id.300'), 'id', null))).toBe('id');
});

test('whatever is done, every column is shown once or hidden, pinned ones are first, and an address holds it', () => {
  const column = fc.constantFrom<Column>(...COLUMNS);
  const change = fc.oneof(
    column.map((one) => (all: readonly ColumnTerm[]) => showColumn(all, one)),
    column.map((one) => (all: readonly ColumnTerm[]) => hideColumn(all, one)),
    column.map((one) => (all: readonly ColumnTerm[]) => togglePinned(all, one)),
    fc.tuple(column, fc.integer({ min: 0, max: 25 })).map(
      ([one, place]) =>
        (all: readonly ColumnTerm[]) =>
          moveColumn(all, one, place),
    ),
    fc.tuple(column, fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }))).map(
      ([one, width]) =>
        (all: readonly ColumnTerm[]) =>
          resizeColumn(all, one, width),
    ),
  );
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const result = changes.reduce((all, apply) => apply(all), USUAL_COLUMNS);
      const shown = result.map((term) => term.column);
      expect([...shown, ...hiddenColumns(result)].toSorted()).toEqual([...COLUMNS].toSorted());
      expect(shown).toContain('id');
      expect(inOrder(result)).toEqual(result);
      expect(parseColumns(formatColumns(result))).toEqual(result);
    }),
  );
});
