import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ticket } from '../../test/fake-server.ts';
import { drawerOverList } from './testing/drawer-over-list.tsx';

const { open } = drawerOverList();

test('from ticket to ticket the focus is on the ticket: a button of the last one is not pressed for the next', async () => {
  const user = userEvent.setup();
  const drawer = await open([ticket(1), ticket(2), ticket(3)]);
  const title = within(drawer).getByRole('heading', { name: /^Ticket/ });
  await user.click(within(drawer).getByRole('button', { name: 'customer@example.com' }));
  await user.keyboard('j');
  await waitFor(() => expect(title).toHaveTextContent('Ticket 2'));
  expect(title).toHaveFocus();

  // A row of the list is about another ticket as well.
  document.querySelector<HTMLElement>('a[data-ticket="1"]')?.focus();
  await user.keyboard('j');
  await waitFor(() => expect(title).toHaveTextContent('Ticket 3'));
  expect(title).toHaveFocus();
  await user.keyboard('x');
  expect(await screen.findByText('1 selected')).toBeVisible();
  expect(document.querySelector('[data-listed="3"] input')).toBeChecked();
});

test('the buttons that lead from ticket to ticket keep the focus', async () => {
  const user = userEvent.setup();
  const drawer = await open([ticket(1), ticket(2), ticket(3)]);
  within(drawer)
    .getByRole('button', { name: /^Next ticket/ })
    .focus();
  await user.keyboard('{Enter}{Enter}');
  await waitFor(() => expect(drawer).toHaveTextContent('Ticket 3'));
  expect(within(drawer).getByRole('button', { name: /^Next ticket/ })).toHaveFocus();
});

test('a ticket that is not on this page says so, and is shown in the list when asked for', async () => {
  const drawer = await open([ticket(1), ticket(2)], '?q=elsewhere');
  await waitFor(() => expect(drawer).toHaveTextContent('Not on this page of the list.'));
  await userEvent.click(within(drawer).getByRole('button', { name: 'Show it in the list' }));
  await waitFor(() => expect(drawer).toHaveTextContent('1 of 1 in the list'));
  expect(document.querySelectorAll('[data-listed]')).toHaveLength(1);
});

test('with a ticket open, selecting on goes from it to the next', async () => {
  const drawer = await open([ticket(1), ticket(2), ticket(3)]);
  await userEvent.keyboard('J');
  await waitFor(() => expect(drawer).toHaveTextContent('Ticket 2'));
  expect(await screen.findByText('2 selected')).toBeVisible();
});
