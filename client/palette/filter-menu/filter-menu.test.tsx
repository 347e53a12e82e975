import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { App } from '../../app.tsx';
import { fakeNetwork } from '../../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../../test/fake-server.ts';

const network = fakeNetwork();
const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });

afterEach(() => {
  cleanup();
  client.clear();
});

async function openMenu() {
  network.use(...handlers(fakeServer([ticket(1)])));
  history.replaceState(null, '', '/w/1/tickets');
  render(
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { level: 1, name: /ticket$/ });
  await userEvent.keyboard('f');
  const field = await screen.findByRole('combobox', { name: 'Filter or value' });
  const options = () => within(screen.getByRole('listbox', { name: 'Filters' })).getAllByRole('option');
  const current = () => options().find(({ id }) => id === field.getAttribute('aria-activedescendant'));
  return { field, options, current };
}

const asked = () => new URLSearchParams(location.search).getAll('status');

test('a few letters find a value; Enter adds it and takes it off, and the menu stays open at it', async () => {
  const { field, current } = await openMenu();
  await userEvent.keyboard('new sta');
  expect(current()).toHaveAccessibleName(/^Status: New/);
  expect(current()).toHaveAttribute('aria-selected', 'false');
  await userEvent.keyboard('{Enter}');
  expect(asked()).toEqual(['NEW']);
  expect(current()).toHaveAccessibleName(/^Status: New/);
  expect(current()).toHaveAttribute('aria-selected', 'true');
  expect(field).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(asked()).toEqual([]);
});

test('Shift and Enter exclude a value, as does its “not”, and the letters after it look for the next', async () => {
  const { field, current } = await openMenu();
  await userEvent.keyboard('status: new{Shift>}{Enter}{/Shift}');
  expect(asked()).toEqual(['-NEW']);
  expect(current()).toHaveAccessibleName(/^Status: New, excluded, 1 ticket$/);
  await userEvent.click(within(current() as HTMLElement).getByText('not'));
  expect(asked()).toEqual([]);
  await userEvent.keyboard('overdue');
  expect(field).toHaveValue('overdue');
  await userEvent.keyboard('{Enter}');
  expect(new URLSearchParams(location.search).get('overdue')).toBe('true');
});

test('what has no value tells so, and Escape closes the menu', async () => {
  const { field } = await openMenu();
  await userEvent.keyboard('zzz');
  expect(within(screen.getByRole('dialog')).getByText('Nothing is called that.')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  expect(location.search).toBe('');
  await userEvent.keyboard('{Escape}');
  expect(field).not.toBeInTheDocument();
});
