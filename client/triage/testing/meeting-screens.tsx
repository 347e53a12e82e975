import type { QueryClient } from '@tanstack/react-query';
import { configure, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, vi } from 'vitest';
import { changeSettings } from '../../settings/settings.ts';
import { fakeNetwork } from '../../test/fake-network.ts';
import { type FakeServer, fakeServer, handlers, ticket } from '../../test/fake-server.ts';
import { showApp } from '../../test/show-app.tsx';
import { openStore } from '../store/open-store.ts';
// Loaded late by the app; here its first use would otherwise wait for it.
import '../triage-screen.tsx';

/** The screens of meetings over a server of four tickets, of which none is kept from test to test. */
export function meetingScreens() {
  // Roles are costly to find in a simulated browser, and test machines may be busy.
  configure({ asyncUtilTimeout: 10_000 });
  vi.setConfig({ testTimeout: 60_000 });
  const network = fakeNetwork();
  let server: FakeServer;
  let client: QueryClient;

  beforeEach(async () => {
    server = fakeServer([ticket(11), ticket(12, { isOverdue: true }), ticket(13), ticket(14)]);
    network.use(...handlers(server));
    await (await openStore()).wipe();
    changeSettings({ keys: true, autoAdvance: true });
  });

  afterEach(() => {
    client.clear();
  });

  const show = (address: string) => {
    history.replaceState(null, '', address);
    client = showApp();
  };
  return {
    network,
    server: () => server,
    client: () => client,
    show,
    /** Begins a meeting about all tickets and waits for its walk. */
    walk: async () => {
      show('/w/1/triage');
      await userEvent.click(await screen.findByRole('button', { name: 'Start with 4 tickets' }));
      await screen.findByRole('article', { name: 'Ticket 11' });
    },
  };
}

/** The ticket that is up. */
export const currentTicket = () => screen.getByRole('article').getAttribute('aria-label');

/** A ticket's row in the queue. */
export const queueRow = (name: RegExp) =>
  within(screen.getByRole('navigation', { name: 'Queue' })).getByRole('button', { name });

/** Whether a button is pressed. */
export const pressed = (name: RegExp) => screen.getByRole('button', { name }).getAttribute('aria-pressed');
