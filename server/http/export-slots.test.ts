import { expect, test } from 'vitest';
import { createExportSlots } from './export-slots.ts';
import { LIMITS } from './limits.ts';

test('one client never holds all places, and all of them together hold no more than there are', () => {
  const take = createExportSlots({ ...LIMITS, exports: 3, exportsPerClient: 2 });
  const [first] = [take('a'), take('a')];
  expect(() => take('a')).toThrow('2 files at once for one person');
  take('b');
  expect(() => take('c')).toThrow('3 files at once');
  first?.();
  take('c');
  expect(() => take('a')).toThrow('3 files at once');
});

test('a client that gave its places back can have them again', () => {
  const take = createExportSlots({ ...LIMITS, exports: 1, exportsPerClient: 1 });
  for (let round = 0; round < 10; round++) take('a')();
  expect(take('b')).toBeTypeOf('function');
});

test('by the product’s own limits, one address leaves places for others', () => {
  expect(LIMITS.exportsPerClient).toBeLessThan(LIMITS.exports);
});
