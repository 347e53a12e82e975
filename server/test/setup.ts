import { afterAll, afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

let complaints: MockInstance[] = [];

/** Files share a process: what one leaves behind breaks another, far from its cause. */
afterAll(() => {
  expect(setTimeout, 'fake timers that this file has left').not.toHaveProperty('clock');
  expect(Date, 'a fake date that this file has left').not.toHaveProperty('clock');
  // The next file loads our own modules anew, and so finds none as this one has left it; packages stay loaded.
  vi.resetModules();
});

/** A complaint on the console that no test asked for is a defect. */
beforeEach(() => {
  complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
});

afterEach(() => {
  for (const complaint of complaints) expect(complaint).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
