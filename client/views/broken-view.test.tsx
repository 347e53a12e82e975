import type { QueryClient } from '@tanstack/react-query';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeNetwork } from '../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../test/fake-server.ts';
import { showApp } from '../test/show-app.tsx';
import { browserViewStore } from './browser-view-store.ts';

const OLD = { id: 'own-old', name: 'Old lamps', search: 'q=%22lamp&status=OPEN', version: 0 };
const network = fakeNetwork();
let client: QueryClient;

beforeEach(async () => {
  network.use(...handlers(fakeServer([ticket(1), ticket(2, { status: 'OPEN' })])));
  // Before quotes meant a phrase this was a word like others.
  await browserViewStore.add('1', OLD);
});

afterEach(async () => {
  cleanup();
  client.clear();
  await browserViewStore.remove('1', OLD);
});

test('a saved view that is no longer understood says why, keeps its other filters, and can be put right', async () => {
  history.replaceState(null, '', '/w/1/tickets');
  client = showApp();
  await userEvent.click(await screen.findByRole('button', { name: /^All tickets/ }));
  await userEvent.click(await screen.findByRole('menuitemradio', { name: /^Old lamps/ }));
  expect(await screen.findByRole('alert')).toHaveTextContent('q: The quote before “lamp” has no end');
  await userEvent.click(screen.getByRole('button', { name: /^Ignore it/ }));
  await screen.findByRole('table');
  expect(location.search).toBe('?status=OPEN');
  await userEvent.click(await screen.findByRole('button', { name: 'Save changes' }));
  await waitFor(() => expect(browserViewStore.read('1').views[0]?.search).toBe('status=OPEN'));
});
