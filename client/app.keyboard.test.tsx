import type { QueryClient } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeNetwork } from './test/fake-network.ts';
import { fakeServer, handlers, ticket } from './test/fake-server.ts';
import { showApp } from './test/show-app.tsx';

const network = fakeNetwork();
let client: QueryClient;

beforeEach(async () => {
  network.use(...handlers(fakeServer([ticket(1), ticket(2), ticket(3, { status: 'OPEN' })])));
  history.replaceState(null, '', '/w/1/tickets');
  client = showApp();
  await screen.findByRole('table');
});

afterEach(() => {
  client.clear();
});

const link = (id: number) => screen.getByRole('link', { name: String(id) });

test('the keyboard alone searches, filters, opens, walks and closes', async () => {
  const user = userEvent.setup();
  await user.keyboard('/words');
  await waitFor(() => expect(location.search).toBe('?q=words'));
  await user.keyboard('{Escape}');
  (await screen.findByRole('checkbox', { name: /^New/ })).focus();
  await user.keyboard(' ');
  await waitFor(() => expect(new URLSearchParams(location.search).get('status')).toBe('NEW'));
  await waitFor(() => expect(screen.getByRole('table')).toHaveAttribute('aria-busy', 'false'));
  await user.keyboard('jj');
  expect(link(2)).toHaveFocus();
  await user.keyboard('{Enter}');
  const opening = await screen.findByRole('heading', { name: 'Ticket 2' });
  // Keys wait for it until then.
  await waitFor(() => expect(opening).toHaveFocus());
  await user.keyboard('k');
  expect(await screen.findByRole('dialog', { name: 'Ticket 1' })).toBeVisible();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(link(1)).toHaveFocus());
  await user.keyboard('?');
  expect(await screen.findByRole('dialog', { name: 'Keys and marks' })).toBeVisible();
});

test('F shows and hides the panel of filters', async () => {
  const user = userEvent.setup();
  expect(await screen.findByRole('complementary', { name: 'Filters' })).toBeVisible();
  await user.keyboard('F');
  expect(screen.queryByRole('complementary', { name: 'Filters' })).toBeNull();
  await user.keyboard('F');
  const panel = await screen.findByRole('complementary', { name: 'Filters' });
  expect(await within(panel).findByRole('checkbox', { name: /^New/ })).toBeVisible();
});
