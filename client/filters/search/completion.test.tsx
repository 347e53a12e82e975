import type { QueryClient } from '@tanstack/react-query';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeNetwork } from '../../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../../test/fake-server.ts';
import { showApp } from '../../test/show-app.tsx';

const network = fakeNetwork();
let client: QueryClient;

beforeEach(() => {
  const status = 'OPEN';
  network.use(...handlers(fakeServer([ticket(1), ticket(2, { status }), ticket(3, { status })])));
});

afterEach(() => {
  cleanup();
  client.clear();
});

async function show(address: string) {
  history.replaceState(null, '', address);
  client = showApp();
  await screen.findByRole('heading', { level: 1, name: /tickets?$/ });
  return screen.findByRole('combobox', { name: 'Search tickets' });
}

/** Every text that the option has had since. */
function watchOption(): ReadonlySet<string> {
  const seen = new Set<string>();
  new MutationObserver(() => {
    for (const option of screen.queryAllByRole('option', { name: /^status:Open/ })) {
      seen.add(option.textContent ?? '');
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  return seen;
}

test('a value is counted without the word that it takes the place of', async () => {
  const box = await show('/w/1/tickets');
  const seen = watchOption();
  await userEvent.type(box, 'OPEN');
  // The list itself is asked for the word, which no description has.
  await waitFor(() => expect(location.search).toBe('?q=OPEN'));
  await screen.findByText(/^No tickets match/);
  expect(await screen.findByRole('option', { name: /^status:Open/ })).toHaveTextContent('status:Open2');
  expect([...seen]).not.toContain('status:Open0');
});

test('until the count is known none is told, and it is asked for once typing rests', async () => {
  const box = await show('/w/1/tickets?q=OPEN');
  const seen = watchOption();
  await userEvent.type(box, '{Backspace}');
  await waitFor(() => expect(seen).toContain('status:Open'));
  await waitFor(() => expect(seen).toContain('status:Open2'));
  expect([...seen]).not.toContain('status:Open0');
});

test('what a minus would hide is told as less', async () => {
  const box = await show('/w/1/tickets');
  await userEvent.type(box, '-OPEN');
  await waitFor(async () =>
    expect(await screen.findByRole('option', { name: /^-status:Open/ })).toHaveTextContent('-status:Open−2'),
  );
});

test('a pasted column of numbers is a list of tickets, and one chip', async () => {
  const box = await show('/w/1/tickets');
  await userEvent.click(box);
  await userEvent.paste('2\r\n3\r\n');
  expect(box).toHaveValue('2, 3');
  await waitFor(() => expect(location.search).toBe('?ids=2%2C3'));
  expect(await screen.findByRole('button', { name: 'Remove the filter Tickets: 2, 3' })).toBeVisible();
});

test('an error asks nothing, names the word and is mended by a press', async () => {
  const box = await show('/w/1/tickets');
  await userEvent.click(box);
  // At once: on a busy machine the pause between two letters could pass for a rest, after which a word is asked for.
  await userEvent.paste('lamp "not paid');
  fireEvent.submit(box);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('The quote before “not paid” has no end.');
  expect(location.search).toBe('');
  await userEvent.click(screen.getByRole('button', { name: 'Use "not paid"' }));
  await waitFor(() => expect(new URLSearchParams(location.search).get('q')).toBe('lamp "not paid"'));
});
