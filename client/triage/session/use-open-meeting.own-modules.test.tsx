import { renderHook, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { useFollowedMeeting, usePresentedMeeting } from './use-open-meeting.ts';

vi.mock('../store/open-store.ts', () => ({ openStore: vi.fn() }));

test('a store that does not open is an error of the meeting, and no wait without an end', async () => {
  const error = new Error('The database is blocked');
  vi.mocked(openStore).mockRejectedValue(error);
  const followed = renderHook(() => useFollowedMeeting('m1'));
  const presented = renderHook(() => usePresentedMeeting('m1'));
  expect(followed.result.current).toEqual({ status: 'loading' });
  await waitFor(() => expect(followed.result.current).toEqual({ status: 'error', error }));
  await waitFor(() => expect(presented.result.current.state).toEqual({ status: 'error', error }));
});
