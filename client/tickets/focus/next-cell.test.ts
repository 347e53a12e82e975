import { expect, test } from 'vitest';
import { type FocusTarget, nextCell } from './next-cell.ts';

const ROWS: readonly (readonly FocusTarget[])[] = [
  ['select', 'id', 'priority', 'assignee'],
  ['select', 'id', 'assignee'],
];

const from = (key: string, row: number, stop: FocusTarget) =>
  nextCell(key, { row, stop }, ROWS.length, (index) => ROWS[index] ?? []);

test('arrows go along the row and stop at its ends', () => {
  expect(from('ArrowRight', 0, 'id')).toEqual({ row: 0, stop: 'priority' });
  expect(from('ArrowLeft', 0, 'id')).toEqual({ row: 0, stop: 'select' });
  expect(from('ArrowLeft', 0, 'select')).toBeNull();
  expect(from('ArrowRight', 1, 'assignee')).toBeNull();
});

test('arrows go to the same cell of the next row, or to its link where there is nothing', () => {
  expect(from('ArrowDown', 0, 'assignee')).toEqual({ row: 1, stop: 'assignee' });
  expect(from('ArrowDown', 0, 'priority')).toEqual({ row: 1, stop: 'id' });
  expect(from('ArrowUp', 0, 'id')).toBeNull();
  expect(from('ArrowDown', 1, 'id')).toBeNull();
});

test('Home and End go to the ends of the row, and other keys nowhere', () => {
  expect(from('Home', 0, 'assignee')).toEqual({ row: 0, stop: 'select' });
  expect(from('End', 0, 'id')).toEqual({ row: 0, stop: 'assignee' });
  expect(from('j', 0, 'id')).toBeNull();
});
