import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useTrackVisit } from './use-track-visit.ts';
import type { Visit } from './visit.ts';

const TAKEN = '2026-02-05T09:00:00.000Z';

/** Record of the visits in the browser's storage. */
const visits = (): Record<string, Visit> => JSON.parse(localStorage.getItem('loopdesk.visits') ?? '{}');

afterEach(() => {
  localStorage.clear();
  // As another tab tells it.
  dispatchEvent(new StorageEvent('storage'));
});

test('each workspace has its own visits', async () => {
  const { rerender } = renderHook(({ workspace }) => useTrackVisit(workspace, TAKEN), {
    initialProps: { workspace: '4201' },
  });
  await waitFor(() => expect(Object.keys(visits())).toEqual(['4201']));
  rerender({ workspace: '4202' });
  await waitFor(() => expect(Object.keys(visits())).toEqual(['4201', '4202']));
});

test('a tab in the background is no visit until it is looked at', async () => {
  const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  const { rerender } = renderHook(({ takenAt }) => useTrackVisit('4201', takenAt), {
    initialProps: { takenAt: TAKEN },
  });
  rerender({ takenAt: '2026-02-05T09:01:00.000Z' });
  dispatchEvent(new Event('keydown'));
  await Promise.resolve();
  expect(visits()).toEqual({});
  state.mockReturnValue('visible');
  act(() => {
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  await waitFor(() => expect(visits()['4201']?.seenUpTo).toBe('2026-02-05T09:01:00.000Z'));
});
