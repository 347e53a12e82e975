import { afterEach, beforeEach, expect, test } from 'vitest';
import { receiveToasts, type Toast } from '../../ui/toasts.ts';
import { runWithToast } from './run-with-toast.ts';

let toasts: Toast[];
let endReceiving: () => void;

beforeEach(() => {
  toasts = [];
  endReceiving = receiveToasts((toast) => toasts.push(toast));
});
afterEach(() => endReceiving());

const describeFailure = (error: unknown) => `Nothing was copied. ${(error as Error).message}`;

test('a long task tells of its progress in steps and then of its end', async () => {
  await runWithToast(async ({ onProgress }) => {
    for (let done = 10; done <= 1_000; done += 10) onProgress(done, 1_000);
    return { text: 'Copied.' };
  }, describeFailure);
  expect(toasts.length).toBeLessThanOrEqual(11);
  expect(toasts[0]?.text).toBe('10 of 1,000 tickets read …');
  expect(toasts.at(-1)).toEqual({ text: 'Copied.', id: 'share' });
});

test('a failure is told with its cause', async () => {
  await runWithToast(() => Promise.reject(new Error('The server is down.')), describeFailure);
  expect(toasts).toEqual([{ text: 'Nothing was copied. The server is down.', id: 'share' }]);
});

test('what is cancelled ends, and says nothing more of itself', async () => {
  await runWithToast(async ({ signal, onProgress }) => {
    onProgress(1, 2);
    await toasts[0]?.action?.run();
    signal.throwIfAborted();
    return { text: 'Copied.' };
  }, describeFailure);
  expect(toasts.map(({ text }) => text)).toEqual(['1 of 2 tickets read …']);
});
