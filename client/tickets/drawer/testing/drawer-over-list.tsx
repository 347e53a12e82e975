import { configure, screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, vi } from 'vitest';
import type { Ticket } from '../../../../contract/index.ts';
import { changeSettings, DEFAULT_SETTINGS } from '../../../settings/settings.ts';
import { fakeNetwork } from '../../../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../../../test/fake-server.ts';
import { showApp } from '../../../test/show-app.tsx';

/** A drawer over the list of its ticket, with the settings that people begin with in each test of a file. */
export function drawerOverList() {
  // Whole screens on a busy machine: what is asserted is what is shown, not how fast.
  configure({ asyncUtilTimeout: 15_000 });
  vi.setConfig({ testTimeout: 60_000 });
  const network = fakeNetwork();

  beforeEach(() => changeSettings(DEFAULT_SETTINGS));

  /** Opens the first ticket over a list of these, or of those that a search finds. */
  async function open(tickets: readonly Ticket[], search = ''): Promise<HTMLElement> {
    network.use(
      ...handlers(fakeServer(tickets)),
      http.get('*/api/workspaces/1/tickets/:id', ({ params }) =>
        HttpResponse.json(tickets.find(({ id }) => String(id) === params.id) ?? ticket(Number(params.id))),
      ),
    );
    history.replaceState(null, '', `/w/1/tickets/${tickets[0]?.id}${search}`);
    showApp();
    const drawer = await screen.findByRole('dialog', { name: /^Ticket/ });
    await within(drawer).findByText('References');
    return drawer;
  }

  return { network, open };
}
