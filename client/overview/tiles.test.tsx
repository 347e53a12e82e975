import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { App } from '../app.tsx';
import { fakeServer, handlers, problem, ticket } from '../test/fake-server.ts';

const network = setupServer();
let client: QueryClient;

beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
afterAll(() => network.close());

beforeEach(() => {
  const tickets = [
    ticket(1, { isOverdue: true }),
    ticket(2, { isOverdue: true, status: 'ESCALATED' }),
    ticket(3, { isOverdue: true, status: 'RESOLVED' }),
    ticket(4, { status: 'ESCALATED' }),
  ];
  network.use(...handlers(fakeServer(tickets)));
});

afterEach(() => {
  client.clear();
  network.resetHandlers();
});

function show(address = '/w/1/tickets') {
  history.replaceState(null, '', address);
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>,
  );
}

const total = () => screen.findByRole('heading', { level: 1 });

test('a tile counts open tickets, and its list has as many', async () => {
  show();
  await screen.findByRole('table');
  const tile = await screen.findByRole('button', { name: 'Overdue 2' });
  expect(tile).toHaveAttribute('aria-pressed', 'false');
  await userEvent.click(tile);
  expect(location.search).toBe('?overdue=true&status=-RESOLVED');
  await waitFor(async () => expect(await total()).toHaveTextContent('2 tickets'));
  expect(tile).toHaveAttribute('aria-pressed', 'true');
});

test('a pressed tile takes its own filter off and leaves the open tickets', async () => {
  show('/w/1/tickets?overdue=true&status=-RESOLVED');
  await userEvent.click(await screen.findByRole('button', { name: 'Overdue 2', pressed: true }));
  expect(location.search).toBe('?status=-RESOLVED');
  await waitFor(async () => expect(await total()).toHaveTextContent('3 tickets'));
});

test('a tile keeps its promise whatever status the reader has asked for', async () => {
  show('/w/1/tickets?status=NEW&status=RESOLVED');
  await userEvent.click(await screen.findByRole('button', { name: 'Escalated 2' }));
  await waitFor(async () => expect(await total()).toHaveTextContent('2 tickets'));
  expect(location.search).toBe('?status=ESCALATED');
});

test('a tile has a dash until its number is there, not a zero', async () => {
  network.use(http.get('*/api/workspaces/1/tickets', () => problem('not-loaded-yet')));
  show();
  expect(await screen.findByRole('button', { name: 'Overdue –' })).toBeVisible();
});

test('in the first visit nothing is new to the reader', async () => {
  show();
  await screen.findByRole('button', { name: 'Overdue 2' });
  expect(screen.queryByRole('button', { name: /^New or changed/ })).toBeNull();
});
