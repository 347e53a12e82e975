import type { QueryClient } from '@tanstack/react-query';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeNetwork } from '../../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../../test/fake-server.ts';
import { showApp } from '../../test/show-app.tsx';

const network = fakeNetwork();
let client: QueryClient;

beforeEach(() => {
  const tickets = [ticket(1), ticket(2, { status: 'OPEN' }), ticket(3, { status: 'RESOLVED' })];
  network.use(...handlers(fakeServer(tickets)));
});

afterEach(() => {
  cleanup();
  client.clear();
});

/** Shows a list. @returns its search box */
async function show(search = '') {
  history.replaceState(null, '', `/w/1/tickets${search}`);
  client = showApp();
  await screen.findByRole('heading', { level: 1, name: /tickets?$/ });
  return screen.findByRole('combobox', { name: 'Search tickets' });
}

/** The filters of the address, as pairs. */
const asked = () => [...new URLSearchParams(location.search)];
const expectAsked = (...pairs: readonly string[][]) => waitFor(() => expect(asked()).toEqual(pairs));
const options = async () =>
  within(await screen.findByRole('listbox', { name: 'Suggestions' })).getAllByRole('option');

test('the search key takes up the words and leaves the filters, and one search is one step back', async () => {
  const box = await show('?status=NEW');
  await waitFor(() => expect(box).toHaveValue('status:new'));
  await userEvent.keyboard('/words');
  await expectAsked(['q', 'words'], ['status', 'NEW']);
  await userEvent.keyboard(' of');
  await expectAsked(['q', 'words of'], ['status', 'NEW']);
  await userEvent.keyboard('{Enter}');
  box.blur();
  await userEvent.keyboard('/ticket');
  await expectAsked(['q', 'ticket'], ['status', 'NEW']);
  history.back();
  await expectAsked(['q', 'words of'], ['status', 'NEW']);
  history.back();
  await expectAsked(['status', 'NEW']);
});

test('Escape leaves the box to the keys of the list, and what was typed stays', async () => {
  const box = await show();
  await userEvent.keyboard('/words{Enter}');
  await expectAsked(['q', 'words']);
  await userEvent.keyboard('{Escape}');
  expect(box).not.toHaveFocus();
  expect(box).toHaveValue('words');
  await userEvent.keyboard('j');
  await waitFor(() => expect(screen.getByRole('link', { name: '1' })).toHaveFocus());
});

test('an error names the word once it is all typed, asks nothing, keeps the text, and is mended by a press', async () => {
  const box = await show('?status=OPEN');
  await waitFor(() => expect(box).toHaveValue('status:open'));
  await userEvent.keyboard('/');
  // At once: on a busy machine the pause between two letters could pass for a rest, after which a word is asked for.
  await userEvent.paste('stauts:new');
  expect(screen.queryByRole('alert')).toBeNull();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('“stauts” is no filter.');
  expect(box).toHaveAttribute('aria-invalid', 'true');
  expect(asked()).toEqual([['status', 'OPEN']]);
  box.blur();
  expect(box).toHaveValue('status:open stauts:new');
  await userEvent.click(screen.getByRole('button', { name: 'Use status:new' }));
  expect(screen.queryByRole('alert')).toBeNull();
  await expectAsked(['status', 'OPEN'], ['status', 'NEW']);
  expect(box).toHaveFocus();

  await userEvent.paste(' overdue:maybe');
  await userEvent.keyboard('{Enter}');
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('“overdue” takes yes or no; “maybe” is not that.');
  await userEvent.keyboard('{Escape}');
  expect(box).toHaveValue('status:open,new');
  expect(alert).not.toBeInTheDocument();
});

test('the box is cleared at once, words and filters, and Back brings them again', async () => {
  const box = await show('?status=NEW&q=words');
  await userEvent.click(screen.getByRole('button', { name: 'Clear the search and all filters' }));
  expect(asked()).toEqual([]);
  expect(box).toHaveFocus();
  expect(box).toHaveValue('');
  history.back();
  await waitFor(() => expect(box).toHaveValue('status:new words'));
});

test('keys and values are completed by the keyboard alone', async () => {
  const box = await show();
  await userEvent.keyboard('/-stat');
  expect((await options()).map(({ textContent }) => textContent)).toEqual(['-status:Status']);
  await userEvent.keyboard('{ArrowDown}{Tab}');
  expect(box).toHaveValue('-status:');
  await screen.findByRole('option', { name: /^Resolved/ });
  await userEvent.keyboard('res{Enter}');
  expect(box).toHaveValue('-status:resolved');
  expect(screen.queryByRole('listbox')).toBeNull();
  await expectAsked(['status', '-RESOLVED']);

  await userEvent.keyboard(' overdue:y');
  expect(box).toHaveAttribute('aria-expanded', 'true');
  const active = document.getElementById(box.getAttribute('aria-activedescendant') ?? '');
  expect(active).toHaveTextContent(/^yes/i);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(box).toHaveValue('-status:resolved overdue:y');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(box).toHaveValue('-status:resolved overdue:yes');
});

test('what is hostile in a value or a word stays a text on its way through box, address and chips', async () => {
  const word = '<img src=x onerror=alert(1)>';
  const text = `type:"${word}" "\u202Eevil: ""quoted"""`;
  const box = await show();
  await userEvent.click(box);
  await userEvent.paste(text);
  await userEvent.keyboard('{Enter}');
  await expectAsked(['q', '"\u202Eevil: ""quoted"""'], ['type', word]);
  expect(screen.getByRole('list', { name: 'Filters that are on' })).toHaveTextContent(word);
  expect(box).toHaveValue(text);
  expect(document.querySelector('img[src="x"]')).toBeNull();
});

test('numbers alone in an address are a list of tickets, and one chip', async () => {
  const box = await show('?q=3,%201');
  await waitFor(() => expect(box).toHaveValue('id:3,1'));
  expect(screen.getByRole('button', { name: 'Remove the filter Tickets: 3, 1' })).toBeVisible();
});
