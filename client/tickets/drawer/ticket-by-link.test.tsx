import type { QueryClient } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { fakeNetwork } from '../../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../../test/fake-server.ts';
import { showApp } from '../../test/show-app.tsx';

const network = fakeNetwork();
let client: QueryClient;

afterEach(() => {
  client.clear();
});

function open(address: string) {
  network.use(...handlers(fakeServer([ticket(1), ticket(2)])));
  history.replaceState(null, '', address);
  client = showApp();
  return screen.findByRole('dialog', { name: /^Ticket/ });
}

test('a link to a ticket opens it, also where the list in its address does not have it', async () => {
  const drawer = await open('/w/1/tickets/2?status=RESOLVED');
  expect(await within(drawer).findByText('People and segments')).toBeVisible();
  expect(drawer).toHaveAccessibleName('Ticket 2');
  expect(await within(drawer).findByText('Not on this page of the list.')).toBeVisible();
});

test('a ticket that is not there says so', async () => {
  const drawer = await open('/w/1/tickets/77');
  await waitFor(() => expect(drawer).toHaveTextContent('There is no ticket 77 in this workspace.'));
});
