import type { QueryClient } from '@tanstack/react-query';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { fakeServer, handlers, ticket } from '../test/fake-server.ts';
import { showApp } from '../test/show-app.tsx';
import { changeSettings, DEFAULT_SETTINGS } from './settings.ts';

const network = setupServer();
let client: QueryClient;

beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
afterAll(() => network.close());
beforeEach(() => network.use(...handlers(fakeServer([ticket(17), ticket(18, { status: 'OPEN' })]))));
afterEach(() => {
  cleanup();
  client.clear();
  network.resetHandlers();
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
