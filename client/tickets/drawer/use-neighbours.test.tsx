import type { QueryClient } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { http } from 'msw';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeNetwork } from '../../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../../test/fake-server.ts';
import { showApp } from '../../test/show-app.tsx';

const network = fakeNetwork();
let client: QueryClient;
/** Lets the second page, which is slow, come in. */
let release: () => void;
let asked: number;

beforeEach(async () => {
  asked = 0;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  network.use(...handlers(fakeServer([1, 2, 3, 4].map((id) => ticket(id)))));
  network.use(
    http.get('*/api/workspaces/1/tickets', async ({ request: { url } }) => {
      if (!/[?&]page=2/.test(url)) return;
      asked += 1;
      await held;
    }),
  );
  history.replaceState(null, '', '/w/1/tickets/2?perPage=2');
  client = showApp();
  await screen.findByText('2 of 4 in the list');
  // A busy machine takes its time over a whole screen and its drawer.
}, 60_000);

afterEach(() => {
  client.clear();
});

const next = () => screen.getByRole('button', { name: /^Next ticket/ });
const address = () => location.pathname + location.search;

/** Waits until the slow page is there, and for what it would set off. */
async function settle() {
  release();
  await waitFor(() => expect(client.isFetching({ queryKey: ['tickets'] })).toBe(0));
  await new Promise((resolve) => setTimeout(resolve));
}

test('the next ticket may be on the next page, and an impatient press turns only once', async () => {
  await userEvent.click(next());
  await userEvent.click(next());
  await settle();
  await waitFor(() => expect(address()).toBe('/w/1/tickets/3?page=2&perPage=2'));
  expect(asked).toBe(1);
});

test('who has closed the ticket meanwhile is not taken back to it', async () => {
  await userEvent.click(next());
  await userEvent.keyboard('{Escape}');
  expect(address()).toBe('/w/1/tickets?perPage=2');
  await settle();
  expect(address()).toBe('/w/1/tickets?perPage=2');
});

test('who has gone to another ticket meanwhile stays there', async () => {
  await userEvent.click(next());
  await userEvent.click(screen.getByRole('button', { name: /^Previous ticket/ }));
  expect(address()).toBe('/w/1/tickets/1?perPage=2');
  await settle();
  expect(address()).toBe('/w/1/tickets/1?perPage=2');
});

test('who has chosen a filter meanwhile keeps it, with the ticket that was open', async () => {
  await userEvent.click(next());
  await userEvent.click(await screen.findByRole('checkbox', { name: /^New/ }));
  expect(address()).toBe('/w/1/tickets/2?status=NEW&perPage=2');
  await settle();
  expect(address()).toBe('/w/1/tickets/2?status=NEW&perPage=2');
});
