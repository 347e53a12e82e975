import { expect, test } from 'vitest';
import { type FacetShape, type FacetStop, facetStop } from './facet-keys.ts';

const SHAPE: FacetShape = { rows: 3, hasFind: true, hasClear: true, hasActions: true };

/** Follows keys from the head of a facet, and tells each place as `box 0`. */
function follow(keys: readonly string[], shape = SHAPE): readonly string[] {
  let at: FacetStop = { part: 'title', row: -1 };
  return keys.map((key) => {
    at = facetStop(key, at, shape) ?? at;
    return at.row < 0 ? at.part : `${at.part} ${at.row}`;
  });
}

test('up and down lead through the head, the search and the values, and stop at both ends', () => {
  const down = Array<string>(6).fill('ArrowDown');
  expect(follow(down)).toEqual(['find', 'box 0', 'box 1', 'box 2', 'box 2', 'box 2']);
  const up = Array<string>(4).fill('ArrowUp');
  expect(follow([...down, ...up]).slice(-4)).toEqual(['box 1', 'box 0', 'find', 'title']);
  expect(follow(['ArrowDown', 'ArrowUp', 'ArrowUp'], { ...SHAPE, hasFind: false })).toEqual([
    'box 0',
    'title',
    'title',
  ]);
});

test('left and right lead along a value to "only" and "not", and up and down keep to that part', () => {
  const keys = ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft'];
  expect(follow(keys).slice(2)).toEqual(['only 0', 'only 1', 'not 1', 'not 1', 'only 1']);
  expect(follow(['ArrowDown', 'ArrowDown', 'ArrowRight'], { ...SHAPE, hasActions: false }).at(-1)).toBe(
    'box 0',
  );
});

test('Home and End lead to the first value and the last, but move the caret in the search', () => {
  expect(follow(['ArrowDown', 'Home', 'ArrowDown', 'End', 'Home'])).toEqual([
    'find',
    'find',
    'box 0',
    'box 2',
    'box 0',
  ]);
  expect(follow(['ArrowDown', 'ArrowRight'])).toEqual(['find', 'find']);
});

test('what takes all off a facet is beside its head', () => {
  expect(follow(['ArrowRight', 'ArrowLeft'])).toEqual(['clear', 'title']);
  expect(follow(['ArrowRight'], { ...SHAPE, hasClear: false })).toEqual(['title']);
});
