import type { QueryClient } from '@tanstack/react-query';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { changeSettings, DEFAULT_SETTINGS } from '../../settings/settings.ts';
import { fakeNetwork } from '../../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../../test/fake-server.ts';
import { showApp } from '../../test/show-app.tsx';

const network = fakeNetwork();
let client: QueryClient;

afterEach(() => {
  cleanup();
  changeSettings(DEFAULT_SETTINGS);
  client.clear();
});

test('days are those of the reader’s zone, and a range that ends before it begins says so', async () => {
  changeSettings({ zone: 'Europe/Berlin' });
  network.use(...handlers(fakeServer([ticket(1)])));
  history.replaceState(null, '', '/w/1/tickets');
  client = showApp();
  await userEvent.click(await screen.findByRole('button', { name: 'Issued: any time' }));
  const dialog = await screen.findByRole('dialog', { name: 'Issued' });
  const [from, to] = [
    within(dialog).getByLabelText('From'),
    within(dialog).getByLabelText('To, that day included'),
  ];
  // On this day the clocks go forward.
  fireEvent.change(from, { target: { value: '2026-03-29' } });
  fireEvent.change(to, { target: { value: '2026-03-29' } });
  await waitFor(() =>
    expect([...new URLSearchParams(location.search)]).toEqual([
      ['issuedFrom', '2026-03-28T23:00:00.000Z'],
      ['issuedTo', '2026-03-29T22:00:00.000Z'],
    ]),
  );
  expect(dialog).toHaveTextContent('Europe/Berlin');
  expect(from).toHaveValue('2026-03-29');
  // What writes it is fetched after the rows.
  await waitFor(() => expect(screen.getByLabelText('Search tickets')).toHaveValue('issued:2026-03-29'));
  fireEvent.change(to, { target: { value: '2026-03-28' } });
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('ends before it begins');
  expect(screen.getByText(/^29 Mar 2026 to 28 Mar 2026/)).toBeVisible();
});
