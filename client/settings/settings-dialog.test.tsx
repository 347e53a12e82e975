import type { QueryClient } from '@tanstack/react-query';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeNetwork } from '../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../test/fake-server.ts';
import { showApp } from '../test/show-app.tsx';
import { changeSettings, DEFAULT_SETTINGS } from './settings.ts';

const network = fakeNetwork();
let client: QueryClient;

beforeEach(() => network.use(...handlers(fakeServer([ticket(17), ticket(18, { status: 'OPEN' })]))));
afterEach(() => {
  cleanup();
  client.clear();
  changeSettings(DEFAULT_SETTINGS);
});

async function show(address: string) {
  history.replaceState(null, '', address);
  client = showApp();
  await screen.findByRole('heading', { level: 1, name: /tickets?$/ });
}

test('a time zone that nobody knows is not chosen', async () => {
  await show('/w/1/tickets');
  await userEvent.keyboard(',');
  const settings = await screen.findByRole('dialog', { name: 'Settings' });
  const field = within(settings).getByRole<HTMLInputElement>('combobox', { name: /^Show times/ });
  const before = field.value;
  expect(before).toMatch(/as this browser$/);
  await userEvent.clear(field);
  await userEvent.type(field, 'atlantis');
  expect(await screen.findByText('This browser knows no such time zone.')).toBeVisible();
  await userEvent.keyboard('{Enter}{Escape}{Escape}');
  await waitFor(() => expect(settings).not.toBeInTheDocument());
  await userEvent.keyboard(',');
  expect(await screen.findByRole('combobox', { name: /^Show times/ })).toHaveValue(before);
});
