import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { navigate } from 'wouter/use-browser-location';
import { DEFAULT_QUERY } from '../../contract/index.ts';
import { useCurrentAddress } from './current-address.ts';
import { type ListState, useAddressListState } from './use-address-list-state.ts';

const options = { findActiveView: () => null, prefetch: () => {} };

beforeEach(() => {
  navigate('/w/1/tickets', { replace: true, state: null });
});

function show() {
  return renderHook(() => {
    const current = useCurrentAddress();
    const urlQuery = current.address?.query.ok ? current.address.query.query : DEFAULT_QUERY;
    return useAddressListState('1', 'tickets', urlQuery, current, options);
  }).result;
}

test('a list notes its snapshot in its own history entry', () => {
  const view = show();
  act(() => view.current.pin(5));
  expect(history.state).toEqual({ snapshot: 5 });
  expect(view.current.query.at).toBe(5);
});

test.each([
  ['a pin', (listState: ListState) => listState.pin(5)],
  ['showing the newest', (listState: ListState) => listState.showNewest()],
  ['the name of a saved view', (listState: ListState) => listState.setActiveView('own-1')],
])('%s that comes late takes nobody back', (_, late) => {
  const before = show().current;
  act(() => navigate('/w/1/people?priority=LOW'));
  act(() => late(before));
  expect(location.pathname + location.search).toBe('/w/1/people?priority=LOW');
  expect(history.state).toBeNull();
  act(() => navigate('/w/1/people'));
  act(() => late(before));
  expect(location.pathname).toBe('/w/1/people');
  expect(history.state).toBeNull();
});

test('a ticket that is opened over the list makes no other list of it, and stays open when its snapshot is noted', () => {
  const view = show();
  act(() => view.current.updateQuery({ priority: ['LOW'] }));
  const before = view.current;
  act(() => before.open(7));
  expect(view.current).toBe(before);
  act(() => before.pin(5));
  expect(location.pathname + location.search).toBe('/w/1/tickets/7?priority=LOW');
  expect(history.state).toEqual({ snapshot: 5 });
});

test('the same address is read once', () => {
  const first = renderHook(useCurrentAddress).result.current;
  expect(renderHook(useCurrentAddress).result.current).toBe(first);
});
