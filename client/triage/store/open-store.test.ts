import { expect, test, vi } from 'vitest';
import { openBrowserStore } from '../browser-store/browser-store.ts';
import type { MeetingStore } from './meeting-store.ts';
import { openStore } from './open-store.ts';

vi.mock('../browser-store/browser-store.ts');

test('the store is opened once, and again after it could not be opened', async () => {
  const store = {} as MeetingStore;
  const open = vi
    .mocked(openBrowserStore)
    .mockRejectedValueOnce(new Error('no room'))
    .mockResolvedValue(store);
  await expect(openStore()).rejects.toThrow('no room');
  expect(await openStore()).toBe(store);
  expect(await openStore()).toBe(store);
  expect(open).toHaveBeenCalledTimes(2);
});
