import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { afterEach, expect, test } from 'vitest';
import { App } from './app.tsx';
import { serverClock } from './clock/server-clock.ts';
import { fakeNetwork } from './test/fake-network.ts';
import { fakeServer, handlers, ticket } from './test/fake-server.ts';

const network = fakeNetwork();
const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });

afterEach(() => {
  cleanup();
  client.clear();
  // Other files share the clock: it goes by this machine's again.
  const at = performance.now();
  serverClock.learn({ date: new Date().toUTCString(), sentAt: at, receivedAt: at });
});

test('ages are told by the server’s clock, wherever this machine’s has gone', async () => {
  // The list was taken at 09:00:00; this machine believes it to be another month.
  const date = 'Thu, 05 Feb 2026 09:12:30 GMT';
  network.use(
    http.get('*/api/workspaces', () =>
      HttpResponse.json(
        { mode: 'demo', workspaces: [{ id: '1', name: 'North' }], ticketUrlTemplate: null },
        { headers: { date } },
      ),
    ),
    ...handlers(fakeServer([ticket(1)])).slice(1),
  );
  history.replaceState(null, '', '/w/1/tickets');
  render(
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>,
  );
  await screen.findByRole('table');
  const strip = screen.getByRole('region', { name: 'State of the data' });
  await waitFor(() => expect(strip).toHaveTextContent('Updated 12 min ago'));
});
