import { expect, test } from 'vitest';
import { DEFAULT_QUERY, type Measures, type TicketQuery } from '../../../contract/index.ts';
import type { CountedValue, Counts } from '../counts.ts';
import {
  type Area,
  areaCount,
  areaFilter,
  cellAfter,
  type GridCell,
  HEAD,
  isFilteredBy,
  isWithin,
} from './area.ts';
import { areaLabel } from './area-label.ts';
import { selectedArea } from './selected-area.ts';

const cells = [
  [1, 2, 3],
  [10, 20, 30],
];

const measures = (count: number): Measures => ({ count, open: count, overdue: 0, urgent: 0, oldest: null });
const value = (name: string, label: string, count: number): CountedValue => ({
  value: name,
  label,
  count,
  open: count,
  overdue: 0,
});

/** Heads know of tickets that are in no cell. */
const counts: Counts = {
  rows: [value('HIGH', 'HIGH', 7), value('LOW', 'LOW', 61)],
  columns: [value('0-1', 'Under 1 day', 12), value('1-3', '1–3 days', 22), value('3-7', '3–7 days', 33)],
  at: (row, column) => measures(cells[row]?.[column] ?? 0),
  total: measures(70),
  unplaced: 4,
};

const place = (row: number, column: number): GridCell => ({ row, column });
const area = (from: GridCell, to: GridCell = from): Area => ({ from, to });

test('a cell asks for its two values, a head for its own, the corner for any', () => {
  const asked = (at: GridCell) => areaFilter(area(at), counts);
  expect(asked(place(1, 2))).toEqual({ priority: ['LOW'], age: ['3-7'] });
  expect(asked(place(0, HEAD))).toEqual({ priority: ['HIGH'], age: [] });
  expect(asked(place(HEAD, 1))).toEqual({ priority: [], age: ['1-3'] });
  expect(asked(place(HEAD, HEAD))).toEqual({ priority: [], age: [] });
});

test('a range asks for all values between its ends, whichever was chosen first', () => {
  const range = { priority: ['HIGH'], age: ['0-1', '1-3'] };
  expect(areaFilter(area(place(0, 0), place(0, 1)), counts)).toEqual(range);
  expect(areaFilter(area(place(0, 1), place(0, 0)), counts)).toEqual(range);
  expect(areaFilter(area(place(0, 2), place(1, 1)), counts)).toEqual({
    priority: ['HIGH', 'LOW'],
    age: ['1-3', '3-7'],
  });
});

test('an area counts its cells; heads count those too that are in no cell', () => {
  expect(areaCount(area(place(0, 1), place(1, 2)), counts)).toBe(2 + 3 + 20 + 30);
  expect(areaCount(area(place(0, HEAD)), counts)).toBe(7);
  expect(areaCount(area(place(HEAD, 0), place(HEAD, 1)), counts)).toBe(34);
  expect(areaCount(area(place(HEAD, HEAD)), counts)).toBe(70);
});

test('an area is called by its first and last values', () => {
  expect(areaLabel(area(place(0, 1)), counts)).toBe('High, 1–3 days');
  expect(areaLabel(area(place(0, 2), place(1, 0)), counts)).toBe('High to Low, Under 1 day to 3–7 days');
  expect(areaLabel(area(place(HEAD, HEAD)), counts)).toBe('All');
});

test('a place is within an area between its ends, a head only when all that it stands for is', () => {
  const within = area(place(0, 0), place(0, 1));
  expect([place(0, 1), place(0, 2), place(1, 1), place(0, HEAD)].map((at) => isWithin(within, at))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(isWithin(area(place(0, HEAD)), place(0, 2))).toBe(true);
});

test('arrows walk from head to end and no farther', () => {
  const after = (key: string, at: GridCell) => cellAfter(key, at, counts);
  expect(after('ArrowUp', place(0, 1))).toEqual(place(HEAD, 1));
  expect(after('ArrowUp', place(HEAD, 1))).toEqual(place(HEAD, 1));
  expect(after('ArrowRight', place(1, 2))).toEqual(place(1, 2));
  expect(after('Home', place(1, 2))).toEqual(place(1, HEAD));
  expect(after('End', place(1, 0))).toEqual(place(1, 2));
  expect(after('x', place(0, 0))).toBeNull();
});

test('chosen are the cells of both filters, or the heads of one, and nothing while none is on', () => {
  const pressed = (query: Partial<TicketQuery>) => {
    const chosen = selectedArea({ ...DEFAULT_QUERY, ...query }, counts);
    const places = [HEAD, 0, 1].flatMap((row) => [HEAD, 0, 1, 2].map((column) => place(row, column)));
    return places.filter((at) => chosen(at).pressed).map(({ row, column }) => [row, column]);
  };
  expect(pressed({})).toEqual([]);
  expect(pressed({ priority: ['LOW'], age: ['0-1', '3-7'] })).toEqual([
    [1, 0],
    [1, 2],
  ]);
  expect(pressed({ priority: ['HIGH'] })).toEqual([[0, HEAD]]);
  expect(pressed({ age: ['1-3'] })).toEqual([[HEAD, 1]]);
});

test('the filters that are on are recognised, whatever their order', () => {
  const filter = { priority: ['HIGH', 'LOW'], age: ['0-1' as const] };
  expect(isFilteredBy(filter, { ...DEFAULT_QUERY, priority: ['LOW', 'HIGH'], age: ['0-1'] })).toBe(true);
  expect(isFilteredBy(filter, { ...DEFAULT_QUERY, priority: ['LOW'], age: ['0-1'] })).toBe(false);
});
