import { describe, expect, it } from 'vitest';
import { sortInSteps } from './merge-sort.ts';
import { finish } from './steps.ts';

describe('sorting in steps', () => {
  it.each([0, 1, 2, 2_048, 2_049, 10_000])('gives for %i items what sorting at once gives', (count) => {
    const items = Array.from({ length: count }, (_, index) => ({ key: (index * 7_919) % 101, index }));
    const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
    expect(finish(sortInSteps(items, compare))).toEqual(items.toSorted(compare));
  });
});
