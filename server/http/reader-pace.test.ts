import type { Response } from 'express';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchReader } from './reader-pace.ts';

const LIMITS = { exportPaceMs: 10_000, exportPaceBytes: 1_000 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An answer whose socket is as a test says. */
function answerTo(socket: { bytesWritten: number; writableLength: number } | null) {
  return { socket } as unknown as Response;
}

test('who takes less than the pace asks for, while there is more to take, is too slow', () => {
  const socket = { bytesWritten: 5_000, writableLength: 4_000 };
  const { tooSlow, stop } = watchReader(answerTo(socket), LIMITS);
  socket.bytesWritten += 10_000;
  socket.writableLength += 9_000;
  vi.advanceTimersByTime(10_000);
  expect(tooSlow.aborted).toBe(false);
  // What waits to be sent counts as written: of these, 999 were taken.
  socket.bytesWritten += 10_000;
  socket.writableLength += 9_001;
  vi.advanceTimersByTime(10_000);
  expect(tooSlow.aborted).toBe(true);
  stop();
});

test('nobody is too slow for what we have not made yet', () => {
  const socket = { bytesWritten: 5_000, writableLength: 0 };
  const { tooSlow, stop } = watchReader(answerTo(socket), LIMITS);
  vi.advanceTimersByTime(60_000);
  expect(tooSlow.aborted).toBe(false);
  stop();
});

test('when it is over, nothing is looked at any more', () => {
  const socket = { bytesWritten: 5_000, writableLength: 4_000 };
  const { tooSlow, stop } = watchReader(answerTo(socket), LIMITS);
  stop();
  vi.advanceTimersByTime(60_000);
  expect(tooSlow.aborted).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

test('an answer whose connection is gone is nobody’s fault', () => {
  const { tooSlow, stop } = watchReader(answerTo(null), LIMITS);
  vi.advanceTimersByTime(10_000);
  expect(tooSlow.aborted).toBe(false);
  stop();
});
