import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { App } from '../app.tsx';
import { fakeNetwork } from '../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../test/fake-server.ts';

const network = fakeNetwork();
const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });

afterEach(() => {
  cleanup();
  client.clear();
});

async function openTickets(): Promise<void> {
  network.use(...handlers(fakeServer([ticket(1)])));
  history.replaceState(null, '', '/w/1/tickets');
  render(
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { level: 1, name: /ticket$/ });
}

test('Enter pressed before the palette is there chooses what was typed for it, as soon as it is there', async () => {
  await openTickets();
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  for (const key of [...'status: new', 'Enter', 'm']) fireEvent.keyDown(document.body, { key });
  expect(await screen.findByRole('button', { name: 'Remove the filter Status: New' })).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Commands' })).toBeNull());
  expect(screen.queryByRole('button', { name: 'Names hidden' })).toBeNull();
});

test('the arrows and the page keys lead to entries, of which the field speaks, and Enter chooses one', async () => {
  await openTickets();
  await userEvent.keyboard('{Control>}k{/Control}');
  const field = await screen.findByRole('combobox', { name: /^Command/ });
  const options = within(screen.getByRole('listbox', { name: 'Results' })).getAllByRole('option');
  const spoken = () => options.findIndex(({ id }) => id === field.getAttribute('aria-activedescendant'));
  const last = options.length - 1;

  expect(spoken()).toBe(0);
  for (const [keys, place] of [
    ['{ArrowDown}', 1],
    ['{PageDown}', 9],
    ['{PageUp}{PageUp}', 0],
    ['{ArrowUp}', last],
    ['{PageUp}', last - 8],
    ['{PageDown}{PageDown}', last],
    ['{ArrowDown}', 0],
  ] as const) {
    await userEvent.keyboard(keys);
    expect([keys, spoken()]).toEqual([keys, place]);
    expect(options[place]).toHaveAttribute('aria-selected', 'true');
  }

  await userEvent.keyboard('status: new{Enter}');
  expect(await screen.findByRole('button', { name: 'Remove the filter Status: New' })).toBeVisible();
  expect(field).not.toBeInTheDocument();
});

test('Enter, Escape and an arrow of an input method choose nothing and close nothing', async () => {
  await openTickets();
  await userEvent.keyboard('{Control>}k{/Control}');
  const field = await screen.findByRole('combobox', { name: /^Command/ });
  await userEvent.keyboard('status: new');
  // As Safari tells of it.
  for (const key of ['Enter', 'Escape', 'ArrowDown']) fireEvent.keyDown(field, { key, keyCode: 229 });
  expect(field).toBeInTheDocument();
  expect(location.search).toBe('');
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('button', { name: 'Remove the filter Status: New' })).toBeVisible();
});
