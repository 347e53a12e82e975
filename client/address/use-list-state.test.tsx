import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { navigate } from 'wouter/use-browser-location';
import { DEFAULT_QUERY } from '../../contract/index.ts';
import { useListState } from './use-list-state.ts';

const options = { findActiveView: () => null, prefetch: () => {} };

beforeEach(() => {
  navigate('/w/1/tickets', { replace: true, state: null });
});

function show() {
  return renderHook(() => useListState('1', 'tickets', DEFAULT_QUERY, null, options)).result;
}

test('a list notes its snapshot in its own history entry', () => {
  const view = show();
  act(() => view.current.pin(5));
  expect(history.state).toEqual({ snapshot: 5 });
  expect(view.current.query.at).toBe(5);
});

test.each([
  ['a pin', (view: ReturnType<typeof useListState>) => view.pin(5)],
  ['showing the newest', (view: ReturnType<typeof useListState>) => view.showNewest()],
  ['the name of a saved view', (view: ReturnType<typeof useListState>) => view.setActiveView('own-1')],
])('%s that comes late takes nobody back', (_, late) => {
  const before = show().current;
  act(() => navigate('/w/1/people?priority=LOW'));
  act(() => late(before));
  expect(location.pathname + location.search).toBe('/w/1/people?priority=LOW');
  expect(history.state).toBeNull();
});
