import { beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { createShelf } from './shelf.ts';

const colours = () => createShelf('colours', z.array(z.string()), ['red']);

beforeEach(() => localStorage.clear());

test('a value outlives the page that wrote it', () => {
  expect(colours().write(['blue'])).toBe(true);
  expect(colours().read()).toEqual(['blue']);
});

test('what nobody can read counts as nothing kept', () => {
  for (const text of ['{', '{"a":1}', '[1]']) {
    localStorage.setItem('loopdesk.colours', text);
    expect(colours().read()).toEqual(['red']);
  }
});

test('a change in another tab is told, as is everything being wiped', () => {
  const shelf = colours();
  const told = vi.fn();
  const stop = shelf.subscribe(told);
  localStorage.setItem('loopdesk.colours', '["green"]');
  dispatchEvent(new StorageEvent('storage', { key: 'loopdesk.colours' }));
  expect(shelf.read()).toEqual(['green']);
  localStorage.clear();
  dispatchEvent(new StorageEvent('storage', { key: null }));
  expect(shelf.read()).toEqual(['red']);
  stop();
  expect(told).toHaveBeenCalledTimes(2);
});

test('where the browser keeps nothing the value holds for the page, and the caller knows', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const shelf = colours();
  expect(shelf.write(['blue'])).toBe(false);
  expect(shelf.read()).toEqual(['blue']);
});
