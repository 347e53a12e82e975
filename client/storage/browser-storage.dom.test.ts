import { beforeEach, expect, test } from 'vitest';
import { clearBrowserStorage, listStoredItems } from './browser-storage.ts';

beforeEach(() => {
  localStorage.clear();
  localStorage.setItem('loopdesk.settings', '{}');
  localStorage.setItem('loopdesk.visits', 'x'.repeat(1_000));
  localStorage.setItem('another', 'y');
});

test('what is kept for Loopdesk is listed with its size, and nothing of others', async () => {
  expect(await listStoredItems()).toEqual([
    { name: 'settings', bytes: 38 },
    { name: 'visits', bytes: 2_030 },
  ]);
});

test('everything of Loopdesk is forgotten, and nothing of others', async () => {
  await clearBrowserStorage();
  expect(await listStoredItems()).toEqual([]);
  expect(localStorage.getItem('another')).toBe('y');
});
