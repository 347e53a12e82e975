import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { list, text } from './checks.ts';
import { createPersistedValue, type PersistedValue } from './persisted-value.ts';

const colours = () => createPersistedValue('colours', list(text), ['red']);

const add = (persisted: PersistedValue<string[]>, colour: string) =>
  persisted.update((all) => [...all, colour]);

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

test('a value outlives the page that wrote it', async () => {
  expect(await colours().update(() => ['blue'])).toBe(true);
  expect(colours().read()).toEqual(['blue']);
});

test('what nobody can read counts as nothing kept', () => {
  for (const text of ['{', '{"a":1}', '[1]']) {
    localStorage.setItem('loopdesk.colours', text);
    expect(colours().read()).toEqual(['red']);
  }
});

test('a change in another tab is told, as is everything being wiped', () => {
  const persisted = colours();
  const told = vi.fn();
  const stop = persisted.subscribe(told);
  localStorage.setItem('loopdesk.colours', '["green"]');
  dispatchEvent(new StorageEvent('storage', { key: 'loopdesk.colours' }));
  expect(persisted.read()).toEqual(['green']);
  localStorage.clear();
  dispatchEvent(new StorageEvent('storage', { key: null }));
  expect(persisted.read()).toEqual(['red']);
  stop();
  expect(told).toHaveBeenCalledTimes(2);
});

test('a change in another tab is known although nobody here was listening', () => {
  const persisted = colours();
  localStorage.setItem('loopdesk.colours', '["green"]');
  dispatchEvent(new StorageEvent('storage', { key: 'loopdesk.colours' }));
  expect(persisted.read()).toEqual(['green']);
});

test('of two tabs that have not heard of each other neither takes back what the other has written', async () => {
  const [one, other] = [colours(), colours()];
  await add(one, 'green');
  await add(other, 'blue');
  await add(one, 'white');
  expect(colours().read()).toEqual(['red', 'green', 'blue', 'white']);
  expect(one.read()).toEqual(['red', 'green', 'blue', 'white']);
});

test('tabs write in turn where the browser has locks, and what is on its way holds here at once', async () => {
  const turns: (() => void)[] = [];
  const request = (_: string, act: () => void) => new Promise<void>((done) => turns.push(() => done(act())));
  vi.stubGlobal('navigator', { locks: { request } });
  const [one, other] = [colours(), colours()];
  const kept = [add(one, 'green'), add(other, 'blue')];
  expect(one.read()).toEqual(['red', 'green']);
  expect(localStorage.getItem('loopdesk.colours')).toBeNull();
  for (const turn of turns) turn();
  expect(await Promise.all(kept)).toEqual([true, true]);
  expect(colours().read()).toEqual(['red', 'green', 'blue']);
});

test('a page that goes away before its turn writes all the same, once', async () => {
  const turns: (() => void)[] = [];
  const request = (_: string, act: () => void) => new Promise<void>((done) => turns.push(() => done(act())));
  vi.stubGlobal('navigator', { locks: { request } });
  const kept = add(colours(), 'green');
  dispatchEvent(new Event('pagehide'));
  expect(await kept).toBe(true);
  localStorage.setItem('loopdesk.colours', '["white"]');
  for (const turn of turns) turn();
  expect(localStorage.getItem('loopdesk.colours')).toBe('["white"]');
});

test('where the browser keeps nothing the value holds for the page, and the caller knows', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const persisted = colours();
  expect(await add(persisted, 'blue')).toBe(false);
  expect(persisted.read()).toEqual(['red', 'blue']);
});

test('what the browser refused to keep holds beside what another tab writes, and is kept when there is room', async () => {
  const persisted = colours();
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await add(persisted, 'blue');
  full.mockRestore();
  localStorage.setItem('loopdesk.colours', '["green"]');
  dispatchEvent(new StorageEvent('storage', { key: 'loopdesk.colours' }));
  expect(persisted.read()).toEqual(['green', 'blue']);
  await add(persisted, 'white');
  expect(colours().read()).toEqual(['green', 'blue', 'white']);
});
