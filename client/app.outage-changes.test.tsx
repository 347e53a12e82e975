import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { appOver, idsOnScreen } from './test/app-over.ts';
import { handlers, ticket } from './test/fake-server.ts';

const elsewhere = { currentSegment: { id: 9, code: 'S9', name: 'Elsewhere' } };
const { network, server, show } = appOver([
  ticket(1),
  ticket(2, { status: 'OPEN' }),
  ticket(3, { ...elsewhere, status: 'OPEN' }),
]);

const refuse = (what: string) =>
  network.use(
    http.get(`*/api/workspaces/1/${what}`, () => HttpResponse.html('<h1>Oops</h1>', { status: 503 })),
  );

test.each([
  [
    'an order',
    async () => userEvent.click(within(screen.getByRole('table')).getByRole('button', { name: /^Priority/ })),
    '?sort=-priority&perPage=2',
  ],
  ['a page', async () => userEvent.keyboard(']'), '?page=2&perPage=2'],
])('%s that cannot be had leaves the last list, dimmed, with one Retry', async (_what, change, address) => {
  show('/w/1/tickets?perPage=2');
  await screen.findByRole('table');
  await waitFor(() => expect(screen.getByRole('button', { name: /^Next page/ })).toBeEnabled());
  refuse('tickets');
  await change();
  expect(location.search).toBe(address);
  const trouble = screen.getByRole('region', { name: 'Trouble with the data' });
  await waitFor(() => expect(trouble).toHaveTextContent('This is the previous list'));
  expect(screen.getByRole('table')).toHaveAttribute('aria-busy', 'true');
  expect(idsOnScreen()).toEqual(['1', '2']);
  expect(screen.getAllByRole('button', { name: 'Retry' })).toHaveLength(1);

  // Another list than before, whatever was asked for.
  server.snapshots.set(1, [ticket(7), ticket(8), ticket(9)]);
  network.use(...handlers(server));
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(screen.getByRole('table')).toHaveAttribute('aria-busy', 'false'));
  expect(idsOnScreen()).toEqual(address.includes('page=2') ? ['9'] : ['7', '8']);
});

test.each([
  ['people', () => screen.findByRole('table', { name: 'Open tickets by assignee' })],
  ['handoffs', () => screen.findByRole('region', { name: 'Tickets by origin and current segment' })],
])('%s keep their last numbers when new ones cannot be had, and say so', async (name, find) => {
  show(`/w/1/${name}`);
  const before = (await find()).textContent;
  refuse('summary');
  await userEvent.click(await screen.findByRole('checkbox', { name: /^Open/ }));
  expect(await screen.findByText('These are the previous numbers. Server error (503).')).toBeVisible();
  const numbers = await find();
  expect(numbers.closest('[data-stale="true"]')).toBeVisible();
  expect(numbers.textContent).toBe(before);
  network.use(...handlers(server));
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(screen.queryByText(/^These are the previous numbers\./)).toBeNull());
  expect((await find()).textContent).not.toBe(before);
});
