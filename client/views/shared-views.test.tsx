import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../app.tsx';
import { fakeNetwork } from '../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../test/fake-server.ts';
import type { StoredView, ViewStore, ViewsState, ViewWrite } from './view-store.ts';
import { ViewStoreContext } from './view-store-context.ts';

const network = fakeNetwork();
const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });

beforeEach(() => network.use(...handlers(fakeServer([ticket(1), ticket(2, { status: 'OPEN' })]))));
afterEach(() => {
  cleanup();
  client.clear();
});

const LAMPS: StoredView = { id: 'own-1', name: 'Lamps', search: 'q=lamp', version: 3 };
const WRITTEN: ViewWrite = { ok: true, lasting: true };

/** A store that many people share, as far as the screens see it: it knows what it is told, and answers as it is told. */
function sharedStore(first: Partial<ViewsState>) {
  const listeners = new Set<() => void>();
  const blank: ViewsState = { status: 'ready', views: [], start: null, message: null, retry: vi.fn() };
  let state = { ...blank, ...first };
  const write = vi.fn(async (..._args: unknown[]): Promise<ViewWrite> => WRITTEN);
  const store: ViewStore = {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: write,
    edit: write,
    move: write,
    remove: write,
    setStart: write,
  };
  const become = (next: Partial<ViewsState>) =>
    act(() => {
      state = { ...state, ...next };
      for (const listener of listeners) listener();
    });
  return { store, write, become };
}

async function show(address: string, store: ViewStore) {
  history.replaceState(null, '', address);
  render(
    <QueryClientProvider client={client}>
      <ViewStoreContext value={store}>
        <App />
      </ViewStoreContext>
    </QueryClientProvider>,
  );
}

test('views that are on their way are told, as is why they cannot be had, with another try', async () => {
  const retry = vi.fn();
  const { store, become } = sharedStore({ status: 'loading', retry });
  await show('/', store);
  expect(await screen.findByText('Loading your views…')).toBeVisible();
  expect(location.pathname).toBe('/');

  become({ status: 'error', message: 'the server answered 503.' });
  await userEvent.click(await screen.findByRole('button', { name: /^Open tickets/ }));
  const item = await screen.findByRole('menuitem', { name: /^Your own views could not be loaded/ });
  expect(item).toHaveTextContent('Your own views could not be loaded: the server answered 503. Try again');
  await userEvent.click(item);
  expect(retry).toHaveBeenCalledTimes(1);

  become({ status: 'loading', message: null });
  expect(await screen.findByRole('menuitem', { name: 'Loading your own views…' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  become({ status: 'ready', views: [LAMPS] });
  expect(await screen.findByRole('menuitemradio', { name: /^Lamps/ })).toBeVisible();
});

test('a name that somebody else has changed or deleted, or that could not be stored, is told and stays as it was', async () => {
  const { store, write } = sharedStore({ views: [LAMPS] });
  const current = { ...LAMPS, name: 'Lights', version: 4 };
  await show('/w/1/tickets?q=lamp', store);
  await userEvent.click(await screen.findByRole('button', { name: /^Lamps/ }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Manage views…' }));
  const name = await screen.findByRole('textbox', { name: 'Name of Lamps' });

  for (const [outcome, words] of [
    [
      { ok: false, reason: 'conflict', current },
      '“Lamps” has been changed elsewhere meanwhile and is called “Lights” now. Nothing is saved.',
    ],
    [
      { ok: false, reason: 'conflict', current: null },
      '“Lamps” has been deleted elsewhere meanwhile. Nothing is saved.',
    ],
    [
      { ok: false, reason: 'failed', message: 'the server answered 503.' },
      '“Lamps” is not saved: the server answered 503.',
    ],
  ] as const) {
    write.mockResolvedValueOnce(outcome);
    await userEvent.type(name, 's{Enter}');
    // It is to be seen, and said.
    await waitFor(() => expect(screen.getAllByText(words)).toHaveLength(2));
    expect(name).toHaveValue('Lamps');
  }
});
