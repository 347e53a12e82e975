import '@testing-library/jest-dom/vitest';
import { cleanup, configure, prettyDOM } from '@testing-library/react';
import { afterAll, afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

// A test machine may be busy; what is asserted is what is shown, not how fast.
configure({
  asyncUtilTimeout: 45_000,
  // By default each look that finds nothing, of the many while a test waits, writes the whole page into its error.
  getElementError: (message) => new Error(message ?? ''),
});

// Between two tests as well: a part that is fetched late asks as it is loaded.
globalThis.matchMedia ??= ((media: string) => ({
  media,
  matches: false,
  addEventListener: () => {},
  removeEventListener: () => {},
})) as unknown as typeof matchMedia;

let complaints: MockInstance[] = [];

/** Files share a process: what one leaves behind breaks another, far from its cause. */
afterAll(async () => {
  // A part that is on its way as a file ends would never come, for the files after it either.
  await vi.dynamicImportSettled();
  expect(setTimeout, 'fake timers that this file has left').not.toHaveProperty('clock');
  expect(requestAnimationFrame, 'fake frames that this file has left').not.toHaveProperty('clock');
  expect(Date, 'a fake date that this file has left').not.toHaveProperty('clock');
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  // As another tab tells it: what is kept in memory of it goes as well.
  dispatchEvent(new StorageEvent('storage'));
  // The next file loads our own modules anew, and so finds none as this one has left it; packages stay loaded.
  vi.resetModules();
});

/** A complaint on the console that no test asked for is a defect. */
beforeEach(() => {
  complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
  // What a browser has and the simulated one lacks: addresses relative to the page, and sizes.
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => fetch(new URL(path, location.href), init));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  Element.prototype.scrollTo = () => {};
  Element.prototype.scrollIntoView = () => {};
});

afterEach(({ task }) => {
  // biome-ignore lint/suspicious/noConsole: of what failed, whoever reads the run wants to see the page.
  if (task.result?.state === 'fail') console.info(prettyDOM(document.body, 20_000));
  cleanup();
  const told = complaints.flatMap(({ mock }) => mock.calls);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  // Last, so that what one test has told is not laid to the next.
  expect(told).toEqual([]);
});
