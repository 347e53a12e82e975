import { renderHook } from '@testing-library/react';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  COLUMN_WIDTHS,
  COLUMNS,
  type Column,
  type ColumnTerm,
  formatColumns,
  parseColumns,
} from '../../../contract/index.ts';
import { type TicketTableModel, useTableModel } from '../model/table-model.ts';
import { completeColumns, toColumnState, toColumnTerms, USUAL_COLUMNS } from './column-state.ts';
import { moveColumn } from './move-column.ts';

type Act = (table: TicketTableModel) => unknown;

/** The columns after the table has been acted on, one act after the other. */
function changed(terms: readonly ColumnTerm[], ...acts: readonly Act[]): readonly ColumnTerm[] {
  let now = terms;
  const { result, rerender, unmount } = renderHook(() =>
    useTableModel({
      tickets: NONE,
      terms: now,
      onColumnsChange: (next) => {
        now = next;
      },
      rowSelection: NO_ROWS,
      onRowSelectionChange: () => {},
    }),
  );
  for (const act of acts) {
    act(result.current);
    rerender();
  }
  unmount();
  return now;
}

const NONE = [] as const;
const NO_ROWS = {};

const after = (text: string, ...acts: readonly Act[]) => formatColumns(changed(terms(text), ...acts));

function terms(text: string): readonly ColumnTerm[] {
  const parsed = parseColumns(text);
  if (parsed === null) throw new Error(`No columns: ${text}`);
  return parsed;
}

const show =
  (column: Column): Act =>
  (table) =>
    table.getColumn(column)?.toggleVisibility(true);
const hide =
  (column: Column): Act =>
  (table) =>
    table.getColumn(column)?.toggleVisibility(false);
const pin =
  (column: Column): Act =>
  (table) =>
    table.getColumn(column)?.pin('start');
const unpin =
  (column: Column): Act =>
  (table) =>
    table.getColumn(column)?.pin(false);
const move =
  (column: Column, place: number): Act =>
  (table) =>
    moveColumn(table, column, place);
const resize =
  (column: Column, width: number): Act =>
  (table) =>
    table.setColumnSizing((sizes) => ({ ...sizes, [column]: width }));
const resetSize =
  (column: Column): Act =>
  (table) =>
    table.getColumn(column)?.resetSize();

test('a column is shown as the last one, and hidden again', () => {
  expect(after('id*,status', show('type'))).toBe('id*,status,type');
  expect(after('id*,status', show('type'), show('age'), hide('status'))).toBe('id*,type,age');
});

test('the ticket’s number cannot be hidden, and an address without it gets it back', () => {
  expect(after('status,id', hide('id'))).toBe('status,id');
  expect(formatColumns(completeColumns(terms('status,type')))).toBe('id*,status,type');
});

test('a column moves to any place among those that are pinned as it is', () => {
  const four = 'id*,status,type,age';
  expect(after(four, move('age', 1))).toBe('id*,age,status,type');
  expect(after(four, move('age', 0))).toBe('id*,age,status,type');
  expect(after(four, move('id', 3))).toBe(four);
  expect(after('id*,type*,age', move('type', 0))).toBe('type*,id*,age');
});

test('a pinned column joins the pinned ones, and leaves to the head of the others', () => {
  expect(after('id*,status,type', pin('type'))).toBe('id*,type*,status');
  expect(after('id*,status,type', pin('type'), unpin('id'))).toBe('type*,id,status');
});

test('a width keeps within what an address may hold, and may be the usual one again', () => {
  expect(after('id', resize('id', 3.7))).toBe('id.48');
  expect(after('id', resize('id', 99_999))).toBe('id.1200');
  expect(after('id.300', resetSize('id'))).toBe('id');
});

test('the table’s state and the address’s columns are the same in two forms', () => {
  const width = fc.option(fc.integer({ ...COLUMN_WIDTHS }));
  const columns = fc.uniqueArray(
    fc.record({ column: fc.constantFrom<Column>(...COLUMNS), width, pinned: fc.boolean() }),
    { selector: ({ column }) => column },
  );
  fc.assert(
    fc.property(columns, (asked) => {
      const complete = completeColumns(asked);
      expect(toColumnTerms(toColumnState(complete))).toEqual(complete);
      expect(complete).toEqual(expect.arrayContaining([...asked]));
      expect(complete.findLastIndex(({ pinned }) => pinned)).toBe(
        complete.filter(({ pinned }) => pinned).length - 1,
      );
    }),
  );
});

test('whatever is done, every column is shown once or hidden, pinned ones are first, and an address holds it', () => {
  const column = fc.constantFrom<Column>(...COLUMNS);
  const act = fc.oneof(
    ...[show, hide, pin, unpin, resetSize].map((make) => column.map(make)),
    fc.tuple(column, fc.integer({ min: 0, max: 25 })).map((args) => move(...args)),
    fc.tuple(column, fc.double({ min: -1e6, max: 1e6, noNaN: true })).map((args) => resize(...args)),
  );
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      const result = changed(USUAL_COLUMNS, ...acts);
      const shown = result.map((term) => term.column);
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown).toContain('id');
      expect(completeColumns(result)).toEqual(result);
      expect(parseColumns(formatColumns(result))).toEqual(result);
    }),
  );
});
