import type { QueryClient } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import type { Ticket } from '../../contract/index.ts';
import { fakeNetwork } from './fake-network.ts';
import { fakeServer, handlers, ticket } from './fake-server.ts';
import { showApp } from './show-app.tsx';

/** Two tickets, the second one open and overdue. */
const TWO = [ticket(1), ticket(2, { status: 'OPEN', isOverdue: true })];

/** The app over a server of a few tickets, set up anew for each test of a file. */
export function appOver(tickets: readonly Ticket[] = TWO) {
  const network = fakeNetwork();
  const server = fakeServer([]);
  let client: QueryClient;

  beforeEach(() => {
    Object.assign(server, fakeServer(tickets));
    network.use(...handlers(server));
    history.replaceState(null, '', '/');
  });

  afterEach(() => {
    client.clear();
  });

  return {
    network,
    server,
    client: () => client,
    show: (address = '/w/1/tickets') => {
      history.replaceState(null, '', address);
      client = showApp();
    },
    /** Asks at once what the poll would ask in a few seconds. */
    poll: () => client.refetchQueries({ queryKey: ['snapshot'] }),
  };
}

/** The tickets of the table by their ids, from the top. */
export function idsOnScreen(): string[] {
  const tickets = within(screen.getByRole('table')).queryAllByRole('link', { name: /^\d+$/ });
  return tickets.map(({ textContent }) => textContent);
}
