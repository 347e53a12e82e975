import type { QueryClient } from '@tanstack/react-query';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeSettings, DEFAULT_SETTINGS } from '../settings/settings.ts';
import { fakeNetwork } from '../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../test/fake-server.ts';
import { showApp } from '../test/show-app.tsx';

const network = fakeNetwork();
let client: QueryClient;

beforeEach(() => network.use(...handlers(fakeServer([ticket(17), ticket(18, { status: 'OPEN' })]))));
afterEach(() => {
  cleanup();
  client.clear();
  changeSettings(DEFAULT_SETTINGS);
});

async function show(address: string) {
  history.replaceState(null, '', address);
  client = showApp();
  await screen.findByRole('heading', { level: 1, name: /tickets?$/ });
}

async function openPalette(text: string) {
  await userEvent.keyboard('{Control>}k{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Commands' });
  const field = within(dialog).getByRole('combobox');
  await waitFor(() => expect(field).toHaveFocus());
  await userEvent.keyboard(text);
  return { dialog, field };
}

async function run(text: string) {
  const { dialog } = await openPalette(text);
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
}

test('a ticket opens by its number, from any screen; one that is not there is told', async () => {
  await show('/w/1/people?status=-RESOLVED');
  const { dialog } = await openPalette('#17');
  await within(dialog).findByRole('option', { name: /^Open ticket 17/ });
  await userEvent.keyboard('{Enter}');
  const opening = await screen.findByRole('heading', { name: 'Ticket 17' });
  // Keys wait for it until then.
  await waitFor(() => expect(opening).toHaveFocus());
  const opened = '/w/1/tickets/17?status=-RESOLVED';
  expect(location.pathname + location.search).toBe(opened);

  const { dialog: again, field } = await openPalette('1');
  const unknown = await within(again).findByRole('option', {
    name: 'There is no ticket 1 in this workspace',
  });
  expect(unknown).toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('{Enter}');
  expect(field).toHaveFocus();
  expect(location.pathname + location.search).toBe(opened);
});

test('screens, settings and a search of the tickets are among the commands', async () => {
  await show('/w/1/tickets?status=-RESOLVED');
  await run('handoff');
  await waitFor(() => expect(location.pathname + location.search).toBe('/w/1/handoffs?status=-RESOLVED'));
  await run('theme dark');
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
  const { dialog } = await openPalette('lost parcel');
  await userEvent.click(within(dialog).getByRole('option', { name: 'Search tickets for “lost parcel”' }));
  await waitFor(() => expect(new URLSearchParams(location.search).get('q')).toBe('lost parcel'));
});

test('single keys are switched off and on again, by commands and in the settings', async () => {
  await show('/w/1/tickets');
  const noDialog = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const expectHelp = async (there: boolean) => {
    await userEvent.keyboard('?');
    if (there) await screen.findByRole('dialog', { name: 'Keys and marks' });
    else expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.keyboard('{Escape}');
    await noDialog();
  };
  // From then on it is there at once.
  await expectHelp(true);
  await run('shortcuts off');
  await expectHelp(false);
  await userEvent.keyboard('go');
  expect(location.search).toBe('');

  const gear = screen.getByRole('button', { name: /^Settings/ });
  await userEvent.click(gear);
  const settings = await screen.findByRole('dialog', { name: 'Settings' });
  const box = within(settings).getByRole('checkbox', { name: 'Single-key shortcuts' });
  expect(box).not.toBeChecked();
  await userEvent.click(box);
  await userEvent.keyboard('{Escape}');
  await noDialog();
  await waitFor(() => expect(gear).toHaveFocus());
  await expectHelp(true);
  await userEvent.keyboard(',');
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Single-key shortcuts' }));
  await userEvent.keyboard('{Escape}');
  await noDialog();
  await expectHelp(false);
  await run('shortcuts on');
  await expectHelp(true);
});

test('letters that are typed into the search are no commands', async () => {
  await show('/w/1/tickets');
  await userEvent.keyboard('/go?f');
  expect(screen.getByRole('combobox', { name: 'Search tickets' })).toHaveValue('go?f');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(location.pathname).toBe('/w/1/tickets');
});
