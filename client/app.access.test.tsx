import type { QueryClient } from '@tanstack/react-query';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Me, type Role, withoutCustomer } from '../contract/index.ts';
import { session } from './api/session.ts';
import { setStorageOwner } from './storage/owner.ts';
import { fakeNetwork } from './test/fake-network.ts';
import { type FakeServer, fakeServer, handlers, ticket } from './test/fake-server.ts';
import { showApp } from './test/show-app.tsx';
import { openStore } from './triage/store/open-store.ts';
import { aMeeting } from './triage/testing/a-meeting.ts';

const network = fakeNetwork();
let server: FakeServer;
let client: QueryClient;

beforeEach(() => {
  server = fakeServer([1, 2].map((id) => withoutCustomer(ticket(id))));
  network.use(...handlers(server));
});

afterEach(async () => {
  cleanup();
  client.clear();
  session.resume();
  session.expectSignIn(false);
  setStorageOwner(null);
  localStorage.clear();
  await (await openStore()).wipe();
});

function signedIn(role: Role, person: string): Me {
  return {
    access: 'proxy',
    user: { id: person.toLowerCase(), name: person, email: `${person.toLowerCase()}@example.com` },
    workspaces: [{ id: '1', name: 'North', role }],
    groupsLeftOut: false,
    signOutUrl: 'https://sign-out.example.com/',
    contact: 'Carla',
  };
}

function show(address = '/w/1/tickets') {
  history.replaceState(null, '', address);
  client = showApp();
}

function poll() {
  return client.refetchQueries({ queryKey: ['snapshot'] });
}

test('where nobody signs in there is no account, and everything is offered', async () => {
  show();
  await screen.findByRole('columnheader', { name: /Customer/ });
  expect(screen.queryByRole('button', { name: /^Account/ })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: /Hide customers/ })).toBeVisible();
});

test('a viewer is offered nothing of customers, and no refresh', async () => {
  server.me = signedIn('viewer', 'Vera');
  show();
  const table = await screen.findByRole('table');
  const heads = within(table)
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent);
  expect(heads.join()).not.toMatch(/Customer|Description/);
  expect(screen.queryByRole('button', { name: /customers/i })).not.toBeInTheDocument();
  await userEvent.click(screen.getByTitle('Data status'));
  await screen.findByRole('dialog', { name: 'Data status' });
  expect(screen.queryByRole('button', { name: 'Refresh now' })).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
  const columns = await screen.findByRole('dialog', { name: 'Columns' });
  expect(columns).not.toHaveTextContent(/Customer|Description/);
});

test('a viewer’s ticket says nothing of customers, not even that something is missing', async () => {
  server.me = signedIn('viewer', 'Vera');
  show('/w/1/tickets/1');
  await screen.findByText('People and segments');
  expect(document.body).not.toHaveTextContent(/customer|Anonymous|No description/i);
});

test('what an old link asks about customers is left out and told, and the rest of it holds', async () => {
  server.me = signedIn('viewer', 'Vera');
  const asked: string[] = [];
  network.events.on('request:start', ({ request }) => asked.push(request.url));
  show('/w/1/tickets?status=NEW&sort=customer&columns=id,customer,status&customerOf=1');
  await screen.findByText(/Left out: the tickets of one customer, the order, columns\./);
  expect(location.search).toBe('?status=NEW&columns=id%2Cstatus');
  await screen.findByRole('table');
  expect(asked.filter((url) => /customer/.test(url))).toEqual([]);
});

test('the keys of the search that are about customers are offered to members alone', async () => {
  server.me = signedIn('viewer', 'Vera');
  show();
  await userEvent.type(await screen.findByRole('combobox', { name: 'Search tickets' }), 'cu');
  // The one key that begins like that is about customers.
  await waitFor(() => expect(location.search).toBe('?q=cu'));
  expect(screen.queryByRole('option', { name: /customer/ })).not.toBeInTheDocument();
});

test('who I am, and as what, stands behind a button', async () => {
  server.me = { ...signedIn('member', 'Anna'), groupsLeftOut: true };
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'Account of Anna' }));
  const popup = await screen.findByRole('dialog', { name: 'Account' });
  expect(popup).toHaveTextContent('anna@example.com');
  expect(popup).toHaveTextContent('Member: everything about tickets');
  expect(popup).toHaveTextContent('you may see less than you should. Tell Carla.');
  expect(within(popup).getByRole('button', { name: 'Sign out' })).toBeVisible();
});

test.each([
  ['a 401', () => undefined],
  ['a proxy’s page', () => HttpResponse.html('<h1>Sign in</h1>')],
  ['a proxy’s redirect', () => HttpResponse.redirect('https://sign-in.example.com/')],
])('a session that ends with %s keeps the screen, and goes on after signing in', async (_name, answer) => {
  const anna = signedIn('member', 'Anna');
  server.me = anna;
  show();
  await screen.findByRole('table');
  const open = vi.spyOn(window, 'open').mockReturnValue(window);
  server.me = null;
  network.use(http.get('*/api/*', answer));
  void poll();
  const strip = await screen.findByRole('alert', { name: 'Session' });
  expect(strip).toHaveTextContent('Your session has ended.');
  expect(screen.getAllByRole('link', { name: /^[12]$/ })).toHaveLength(2);
  expect(screen.queryByRole('region', { name: 'Trouble with the data' })).not.toBeInTheDocument();
  await userEvent.type(screen.getByRole('combobox', { name: 'Search tickets' }), 'words');
  await userEvent.click(within(strip).getByRole('button', { name: 'Sign in again' }));
  expect(open).toHaveBeenCalledWith('/?signed-in', 'loopdesk-sign-in', expect.any(String));
  network.resetHandlers(...handlers(server));
  server.me = anna;
  window.dispatchEvent(new Event('focus'));
  await waitFor(() => expect(strip).not.toBeInTheDocument());
  expect(screen.getByRole('combobox', { name: 'Search tickets' })).toHaveValue('words');
  await screen.findByRole('heading', { level: 1, name: /2 tickets/ });
});

test('where the browser opens no window, the page itself signs in', async () => {
  server.me = signedIn('member', 'Anna');
  show();
  await screen.findByRole('table');
  vi.spyOn(window, 'open').mockReturnValue(null);
  server.me = null;
  void poll();
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in again' }));
  expect(await screen.findByRole('button', { name: 'Sign in on this page' })).toBeVisible();
});

test('nobody is told to sign in, and the list comes once somebody has', async () => {
  server.me = null;
  show();
  await screen.findByRole('heading', { name: 'You are not signed in' });
  expect(screen.getByRole('button', { name: 'Sign in' })).toBeVisible();
  server.me = signedIn('member', 'Anna');
  window.dispatchEvent(new Event('focus'));
  await screen.findByRole('table');
});

test('somebody without a workspace reads whom to ask, and who they are', async () => {
  server.me = { ...signedIn('viewer', 'Vera'), workspaces: [] };
  show('/');
  await screen.findByRole('heading', { name: 'No workspace is open to you' });
  expect(screen.getByText(/Ask Carla for access/)).toBeVisible();
  expect(screen.getByText('Vera, vera@example.com')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Sign out' })).toBeVisible();
});

test('meetings of the person before are told before they go, and only who may know customers can save them', async () => {
  await (await openStore()).create(aMeeting(2));
  setStorageOwner('bert');
  server.me = signedIn('member', 'Anna');
  show();
  await screen.findByRole('heading', { name: 'Somebody else has worked in this browser' });
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  expect(await screen.findByRole('button', { name: 'Save Wednesday triage' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Sign out' })).toBeVisible();
  server.me = signedIn('viewer', 'Vera');
  await client.refetchQueries({ queryKey: ['me'] });
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Save/ })).not.toBeInTheDocument());
  expect((await (await openStore()).list()).meetings).toHaveLength(1);
});

test('signing out asks first when this browser holds meetings', async () => {
  await (await openStore()).create(aMeeting(2));
  server.me = signedIn('member', 'Anna');
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'Account of Anna' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
  const dialog = await screen.findByRole('dialog', { name: 'Sign out' });
  expect(await within(dialog).findByText('Wednesday triage')).toBeVisible();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Stay signed in' }));
  expect((await (await openStore()).list()).meetings).toHaveLength(1);
});
