import type { QueryClient } from '@tanstack/react-query';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeNetwork } from '../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../test/fake-server.ts';
import { showApp } from '../test/show-app.tsx';
import { browserViewStore } from './browser-view-store.ts';

const network = fakeNetwork();
let client: QueryClient;

beforeEach(() => network.use(...handlers(fakeServer([ticket(1), ticket(2, { status: 'OPEN' })]))));

afterEach(async () => {
  cleanup();
  client.clear();
  for (const view of browserViewStore.read('1').views) await browserViewStore.remove('1', view);
});

async function show(address: string) {
  history.replaceState(null, '', address);
  client = showApp();
  await screen.findByRole('table');
}

const button = () => within(screen.getByRole('heading', { level: 1 })).getByRole('button');
const expectView = (name: string) => waitFor(() => expect(button().textContent).toBe(name));
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

async function choose(name: string) {
  await userEvent.click(button());
  const menu = await screen.findByRole('menu', { name: 'Views' });
  await userEvent.click(within(menu).getByText(name));
}

async function openSaving() {
  await choose('Save as a new view…');
  return screen.findByRole('dialog', { name: 'Save as a new view' });
}

async function saveAs(name: string, isStart = false) {
  const dialog = await openSaving();
  await userEvent.type(within(dialog).getByLabelText('Name'), name);
  if (isStart) await userEvent.click(within(dialog).getByLabelText('Make this my start view'));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save the view' }));
}

test('each ready view is shown by g and its letter, from any screen', async () => {
  await show('/w/1/people');
  for (const [name, letter, search] of [
    ['Open tickets', 'a', 'status=-RESOLVED'],
    ['Overdue', 'o', 'overdue=true&status=-RESOLVED'],
    ['Critical and high', 'c', 'priority=CRITICAL&priority=HIGH&status=-RESOLVED'],
    ['Unassigned', 'u', 'status=-RESOLVED&assignee=none&sort=-priority%2CissueDate'],
    ['Escalated', 'e', 'status=ESCALATED'],
    ['Issued today', 'd', 'issuedFrom=today&sort=-issueDate'],
  ]) {
    await userEvent.keyboard(`g${letter}`);
    await expectView(name ?? '');
    expect(location.pathname + location.search).toBe(`/w/1/tickets?${search}`);
    await userEvent.click(screen.getByRole('link', { name: 'People' }));
    expect(location.pathname + location.search).toBe(`/w/1/people?${search}`);
  }
});

test('a change says so, is reset, and is no change any more when it is undone by hand', async () => {
  await show('/');
  const tick = await screen.findByRole('checkbox', { name: /^Open/ });
  await expectView('Open tickets');
  expect(screen.queryByRole('button', { name: 'Reset' })).toBeNull();
  await userEvent.click(tick);
  await expectView('Open tickets · changed');
  await userEvent.click(await screen.findByRole('button', { name: 'Reset' }));
  await expectView('Open tickets');
  expect(tick).not.toBeChecked();
  history.back();
  await expectView('Open tickets · changed');
  await userEvent.click(tick);
  await expectView('Open tickets');
  await press('Clear the search and all filters');
  await expectView('All tickets');
});

test('an own view keeps filters and order, is saved anew only when changed, and the saving is undone', async () => {
  await show('/w/1/tickets?priority=HIGH&sort=-id');
  await saveAs('Urgent newest');
  await expectView('Urgent newest');
  expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull();

  await userEvent.click(await screen.findByRole('checkbox', { name: /^Open/ }));
  await expectView('Urgent newest · changed');
  await userEvent.click(await screen.findByRole('button', { name: 'Save changes' }));
  await expectView('Urgent newest');
  expect(browserViewStore.read('1').views[0]?.search).toBe('priority=HIGH&status=OPEN&sort=-id');
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await expectView('Urgent newest · changed');

  await choose('Overdue');
  await expectView('Overdue');
  await userEvent.keyboard('g1');
  await expectView('Urgent newest');
  expect(location.search).toBe('?priority=HIGH&sort=-id');
});

test('the start view is where the bare address and the brand lead', async () => {
  await show('/w/1/tickets?q=words');
  await saveAs('Words', true);
  await choose('Overdue');
  await expectView('Overdue');
  await userEvent.click(screen.getByRole('link', { name: 'Loopdesk' }));
  await expectView('Words');
  expect(location.search).toBe('?q=words');
  cleanup();
  await show('/');
  await expectView('Words');
  expect(location.search).toBe('?q=words');
});

test('own views are renamed, moved, made the start and deleted, and a deleted one comes back', async () => {
  await browserViewStore.add('1', { id: 'own-1', name: 'First', search: 'q=words', version: 0 });
  await browserViewStore.add('1', { id: 'own-2', name: 'Second', search: 'q=ticket', version: 0 });
  await show('/w/1/tickets?q=ticket');
  await expectView('Second');
  await choose('Manage views…');
  const dialog = await screen.findByRole('dialog', { name: 'Views' });
  const names = () =>
    within(dialog)
      .getAllByRole<HTMLInputElement>('textbox')
      .map(({ value }) => value);
  const rename = async (name: string) => {
    const field = within(dialog).getByLabelText('Name of Second');
    await userEvent.clear(field);
    await userEvent.type(field, `${name}{Enter}`);
  };

  await rename('Overdue');
  expect(within(dialog).getByText(/“Overdue” already/)).toHaveAttribute('role', 'alert');
  await rename('Refunds');
  expect(await within(dialog).findByLabelText('Name of Refunds')).toBeVisible();
  await press('Move Refunds up');
  await waitFor(() => expect(names()).toEqual(['Refunds', 'First']));
  await userEvent.click(within(dialog).getByRole('radio', { name: 'Make First my start view' }));
  await press('Delete Refunds');
  await waitFor(() => expect(names()).toEqual(['First']));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(names()).toEqual(['Refunds', 'First']));
  await press('Delete Refunds');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  // What it showed stays; it is only no view any more.
  expect(location.search).toBe('?q=ticket');
  await expectView('Some tickets');
  await userEvent.click(screen.getByRole('link', { name: 'Loopdesk' }));
  await expectView('First');
});

test('a name that is missing or taken is refused, and one is kept without what would turn the text around it', async () => {
  await show('/w/1/tickets?q=words');
  const dialog = await openSaving();
  const field = within(dialog).getByLabelText('Name');
  await waitFor(() => expect(field).toHaveFocus());
  await userEvent.keyboard('{Enter}');
  expect(within(dialog).getByRole('alert')).toHaveTextContent('A view needs a name.');
  await userEvent.keyboard('overdue{Enter}');
  expect(within(dialog).getByRole('alert')).toHaveTextContent('There is a view “overdue” already.');
  await userEvent.clear(field);
  await userEvent.keyboard('\u202EOrders{Enter}');
  await waitFor(() => expect(button()).toHaveTextContent(/^Orders$/));
});

test('a browser that keeps nothing says so, and the view holds for the page', async () => {
  await show('/w/1/tickets?q=words');
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await saveAs('Words');
  const [said] = await screen.findAllByText(/It holds only until this page is closed/);
  expect(said).toBeVisible();
  await expectView('Words');
});
