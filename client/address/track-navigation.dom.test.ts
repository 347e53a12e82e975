import { beforeEach, expect, test } from 'vitest';
import { navigate } from 'wouter/use-browser-location';
import { trackNavigation } from './track-navigation.ts';

beforeEach(() => {
  navigate('/w/1/tickets/7?page=2');
});

test('an intention holds until the reader goes elsewhere', () => {
  const isCurrent = trackNavigation();
  expect(isCurrent()).toBe(true);
  navigate('/w/1/tickets?page=2');
  expect(isCurrent()).toBe(false);
});

test('who goes away and comes back wants something new', () => {
  const isCurrent = trackNavigation();
  navigate('/w/1/tickets?page=2');
  navigate('/w/1/tickets/7?page=2');
  expect(isCurrent()).toBe(false);
});

test('another ticket in the same history entry is a step, the note of a snapshot is none', () => {
  const before = trackNavigation();
  navigate('/w/1/tickets/7?page=2', { replace: true, state: { snapshot: 5 } });
  expect(before()).toBe(true);
  navigate('/w/1/tickets/8?page=2', { replace: true });
  expect(before()).toBe(false);
});

test('Back is a step', async () => {
  navigate('/w/1/people');
  const isCurrent = trackNavigation();
  const arrived = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  history.back();
  await arrived;
  expect(isCurrent()).toBe(false);
});
