import { expect, test } from 'vitest';
import { estimatePrice } from './price.ts';

test.each([
  ['a first page and the count', { received: 100, totalCount: 2401 }, null, 25],
  ['a last page that is not full', { received: 41, totalCount: 41 }, null, 1],
  ['a page without records', { received: 0, totalCount: 41 }, null, 1],
  ['no count, at first', { received: 100, totalCount: null }, null, null],
  ['no count, after a read', { received: 100, totalCount: null }, { seen: 250, total: null }, 4],
  ['a count that came to little', { received: 41, totalCount: 400_000 }, { seen: 41, total: 400_000 }, 1],
  ['a count that has grown', { received: 100, totalCount: 2501 }, { seen: 2400, total: 2400 }, 26],
  ['fewer than there were', { received: 100, totalCount: 50 }, { seen: 100, total: 300 }, 1],
  ['more listed than counted', { received: 100, totalCount: 100 }, { seen: 150, total: 100 }, 1],
])('%s', (_what, page, last, price) => {
  expect(estimatePrice(page, last)).toBe(price);
});
