import { expect, test } from 'vitest';
import { DEFAULT_SORT, formatSort, type SortTerm } from '../../../contract/index.ts';
import { type ColumnSort, columnOrder, nextSort } from './sorting.ts';

const customer: ColumnSort = { key: 'customer', first: 'ascending' };
const overdue: ColumnSort = { key: 'overdue', first: 'descending' };
const age: ColumnSort = { key: 'issueDate', first: 'descending', inverted: true };

function clicks(sort: readonly SortTerm[], ...steps: readonly [ColumnSort, add?: boolean][]): string[] {
  let current = sort;
  return steps.map(([column, add = false]) => {
    current = nextSort(current, column, add);
    return formatSort(current);
  });
}

test('a click sorts by the column alone, another turns it round, a third goes back to the default', () => {
  expect(clicks(DEFAULT_SORT, [customer], [customer], [customer])).toEqual([
    'customer',
    '-customer',
    formatSort(DEFAULT_SORT),
  ]);
});

test('a column starts with the direction that is asked for most', () => {
  expect(clicks([{ key: 'id', descending: false }], [overdue], [overdue])).toEqual(['-overdue', 'overdue']);
});

test('the oldest first is the largest age first', () => {
  expect(clicks([{ key: 'id', descending: false }], [age], [age])).toEqual(['issueDate', '-issueDate']);
  expect(columnOrder([{ key: 'issueDate', descending: false }], age)?.direction).toBe('descending');
});

test('Shift adds a column as the weakest key, turns it in its place, and takes it out again', () => {
  expect(
    clicks([{ key: 'id', descending: true }], [customer, true], [customer, true], [customer, true]),
  ).toEqual(['-id,customer', '-id,-customer', '-id']);
});

test('taking out the last key leaves the default order', () => {
  expect(clicks([{ key: 'customer', descending: true }], [customer, true])).toEqual([
    formatSort(DEFAULT_SORT),
  ]);
});

test('every key of an order tells its place in it', () => {
  expect(columnOrder(DEFAULT_SORT, overdue)).toEqual({ direction: 'descending', rank: 1 });
  expect(columnOrder(DEFAULT_SORT, age)).toEqual({ direction: 'descending', rank: 3 });
  expect(columnOrder(DEFAULT_SORT, customer)).toBeNull();
});
