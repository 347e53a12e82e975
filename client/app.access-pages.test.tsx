import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { ApiToken, AuditLogEntry, Me, OpenSessions, Role } from '../contract/index.ts';
import { App } from './app.tsx';
import { setStorageOwner } from './storage/owner.ts';
import { type FakeServer, fakeServer, handlers, problem, ticket } from './test/fake-server.ts';

const network = setupServer();
let server: FakeServer;
let client: QueryClient;
let asked: string[];

beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
afterAll(() => network.close());

beforeEach(() => {
  server = fakeServer([ticket(1)]);
  network.use(...handlers(server));
  asked = [];
  network.events.on('request:start', ({ request }) => {
    const { pathname, search } = new URL(request.url);
    asked.push(`${request.method} ${pathname}${search}`);
  });
});

afterEach(() => {
  cleanup();
  client.clear();
  network.resetHandlers();
  network.events.removeAllListeners();
  setStorageOwner(null);
  localStorage.clear();
  delete document.documentElement.dataset.base;
});

function signIn(role: Role, access: Me['access'] = 'oidc'): void {
  server.me = {
    access,
    user: { id: 'anna', name: 'Anna', email: 'anna@example.com' },
    workspaces: [{ id: '1', name: 'North', role }],
    signOutUrl: '/auth/sign-out',
    groupsLeftOut: false,
    contact: 'Carla',
  };
}

function show(address: string): void {
  history.replaceState(null, '', address);
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>,
  );
}

const pages = async () => {
  const nav = await screen.findByRole('navigation', { name: 'Access' });
  return within(nav)
    .getAllByRole('link')
    .map(({ textContent }) => textContent);
};

function token(id: string, parts: Partial<ApiToken> = {}): ApiToken {
  return {
    id,
    name: `Token ${id}`,
    role: 'viewer',
    person: { id: 'anna', name: 'Anna' },
    createdAt: '2026-02-01T12:00:00Z',
    expiresAt: '2099-02-01T12:00:00Z',
    usedAt: null,
    ...parts,
  };
}

/** The server's tokens, which the test's requests change. */
function serveTokens(...first: readonly ApiToken[]): void {
  let tokens = [...first];
  network.use(
    http.get('*/api/tokens', () => HttpResponse.json({ tokens })),
    http.post('*/api/tokens', async ({ request }) => {
      const body = (await request.json()) as Pick<ApiToken, 'name' | 'role' | 'expiresAt'>;
      const made = token('new', body);
      tokens = [made, ...tokens];
      return HttpResponse.json({ ...made, token: 'loopdesk_secret' }, { status: 201 });
    }),
    http.delete('*/api/tokens/:id', ({ params }) => {
      tokens = tokens.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  );
}

test.each<[Role, Me['access'], readonly string[]]>([
  ['viewer', 'proxy', ['Tickets', 'API tokens']],
  ['viewer', 'oidc', ['Tickets', 'API tokens', 'Sessions']],
  ['member', 'proxy', ['Tickets', 'API tokens']],
  ['member', 'oidc', ['Tickets', 'API tokens', 'Sessions']],
  ['admin', 'proxy', ['Tickets', 'API tokens', 'Audit log']],
])(
  'a %s with access %s is offered what is for them, and told why not the rest',
  async (role, access, offered) => {
    signIn(role, access);
    serveTokens();
    network.use(
      http.get('*/api/sessions', () => HttpResponse.json({ everybody: false, total: 0, sessions: [] })),
    );
    show(role === 'admin' ? '/access/sessions' : '/access/audit');
    expect(await pages()).toEqual(offered);
    const reason = role === 'admin' ? 'Sessions are not kept here' : 'The audit log is for admins';
    expect(screen.getByRole('heading', { name: reason })).toBeVisible();
    expect(asked.filter((one) => /audit|sessions/.test(one))).toEqual([]);
  },
);

test('where nobody signs in there are no such pages', async () => {
  show('/access/tokens');
  await screen.findByRole('heading', { name: 'There is nothing at this address' });
});

test('the account’s popup leads there', async () => {
  signIn('admin');
  network.use(http.get('*/api/audit', () => HttpResponse.json({ entries: [], next: null })));
  show('/w/1/tickets');
  await userEvent.click(await screen.findByRole('button', { name: 'Account of Anna' }));
  const popup = await screen.findByRole('dialog', { name: 'Account' });
  await userEvent.click(within(popup).getByRole('link', { name: 'Audit log' }));
  await screen.findByRole('heading', { level: 1, name: 'Audit log' });
  expect(location.pathname).toBe('/access/audit');
  expect(await screen.findByText('There is no entry yet.')).toBeVisible();
});

test('the palette leads there', async () => {
  signIn('member');
  serveTokens();
  show('/w/1/tickets');
  await screen.findByRole('table');
  await userEvent.click(screen.getByRole('button', { name: 'Commands' }));
  await userEvent.type(await screen.findByRole('combobox', { name: /command/i }), 'api tok');
  await userEvent.click(await screen.findByRole('option', { name: /API tokens/ }));
  await screen.findByRole('heading', { level: 1, name: 'API tokens' });
});

test('under a path of the host, addresses and links have it', async () => {
  document.documentElement.dataset.base = '/desk';
  signIn('admin');
  serveAudit(entry('file'));
  show('/desk/access/audit');
  await screen.findByRole('row', { name: /Tickets exported/ });
  expect(asked).toContain('GET /desk/api/audit');
  const links = within(screen.getByRole('navigation', { name: 'Access' })).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '/desk/',
    '/desk/access/tokens',
    '/desk/access/sessions',
    '/desk/access/audit',
  ]);
  await userEvent.selectOptions(screen.getByLabelText('Action'), 'Signed in');
  expect(location.pathname + location.search).toBe('/desk/access/audit?action=sign-in');
});

test('a token is made, shown once and copied', async () => {
  const user = userEvent.setup();
  signIn('member');
  serveTokens();
  show('/access/tokens');
  await screen.findByText('You have none.');
  const form = screen.getByRole('form', { name: 'New token' });
  const roles = within(form).getAllByRole('option');
  expect(roles.map(({ textContent }) => textContent)).toEqual(['Viewer', 'Member']);
  await user.click(within(form).getByRole('button', { name: 'Create token' }));
  expect(within(form).getByRole('alert')).toHaveTextContent('Say what it is for.');
  await user.type(within(form).getByLabelText('What it is for'), ' Weekly report ');
  await user.keyboard('{Enter}');
  const secret = await screen.findByRole('textbox', { name: 'Secret' });
  expect(secret).toHaveValue('loopdesk_secret');
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('Copied.')).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('loopdesk_secret');
  expect(await screen.findByRole('row', { name: /^Weekly report Viewer .* never/ })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(document.body.innerHTML).not.toContain('loopdesk_secret');
});

test('a token that cannot be made says why, and what was typed stays', async () => {
  signIn('member');
  serveTokens();
  network.use(http.post('*/api/tokens', () => problem('store-failing')));
  show('/access/tokens');
  const name = await screen.findByLabelText('What it is for');
  await userEvent.type(name, 'Report{Enter}');
  expect(await screen.findByText('What is stored cannot be reached')).toBeVisible();
  expect(name).toHaveValue('Report');
});

test('a token is revoked after a question, and others’ stand apart', async () => {
  signIn('admin');
  serveTokens(
    token('1', { usedAt: '2026-02-01T12:00:00Z' }),
    token('2', { person: { id: 'ben', name: 'Ben' } }),
  );
  show('/access/tokens');
  const others = await screen.findByRole('table', { name: 'Other people’s tokens' });
  expect(within(others).getByRole('row', { name: /^Token 2 Ben Viewer/ })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Revoke Token 1' }));
  const dialog = await screen.findByRole('dialog', { name: 'Revoke API token' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(asked.filter((one) => one.startsWith('DELETE'))).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Revoke Token 1' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke' }));
  await screen.findByText('You have none.');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(asked).toContain('DELETE /api/tokens/1');
  await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
});

test('a viewer sees and revokes the tokens of before, and is told who makes new ones', async () => {
  signIn('viewer');
  serveTokens(token('1'));
  show('/access/tokens');
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke Token 1' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke' }));
  await screen.findByText('You have none.');
  expect(screen.queryByRole('form')).not.toBeInTheDocument();
  expect(screen.getByText(/takes the role of a member: ask Carla/)).toBeVisible();
});

test('without a store the page says why there are no tokens', async () => {
  signIn('member');
  network.use(http.get('*/api/tokens', () => problem('unknown-route')));
  show('/access/tokens');
  await screen.findByRole('heading', { name: 'This Loopdesk has no API tokens' });
  expect(screen.queryByRole('form')).not.toBeInTheDocument();
});

test('a list that fails is no empty one, and comes by Retry', async () => {
  signIn('member');
  network.use(http.get('*/api/tokens', () => problem('store-failing')));
  show('/access/tokens');
  expect(await screen.findByText(/^The list of tokens could not be loaded\./)).toBeVisible();
  expect(screen.queryByText('You have none.')).not.toBeInTheDocument();
  serveTokens(token('1'));
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await screen.findByRole('row', { name: /^Token 1/ });
  expect(screen.queryByText(/could not be loaded/)).not.toBeInTheDocument();
});

function serveSessions(everybody: boolean): void {
  const session = (id: string, person: string, isCurrent = false) => ({
    id,
    person: { id: person, name: `${person}@example.com` },
    isCurrent,
    createdAt: '2026-02-01T12:00:00Z',
    seenAt: '2026-02-01T13:00:00Z',
    endsAt: '2026-02-02T12:00:00Z',
  });
  let sessions: OpenSessions['sessions'] = [
    session('1', 'anna', true),
    session('2', 'anna'),
    session('3', 'anna'),
    ...(everybody ? [session('4', 'ben')] : []),
  ];
  network.use(
    http.get('*/api/sessions', () => HttpResponse.json({ everybody, total: sessions.length, sessions })),
    http.delete('*/api/sessions/:id', ({ params }) => {
      sessions = sessions.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  );
}

test('a person sees their own sessions, and signs out everywhere else', async () => {
  signIn('viewer');
  serveSessions(false);
  show('/access/sessions');
  const table = await screen.findByRole('table', { name: 'Sessions' });
  expect(within(table).getAllByRole('row')).toHaveLength(4);
  expect(within(table).getAllByRole('button')).toHaveLength(2);
  expect(screen.queryByRole('columnheader', { name: 'Person' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Sign out everywhere else' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
  await screen.findByText('1 session');
  expect(asked.filter((one) => one.startsWith('DELETE'))).toEqual([
    'DELETE /api/sessions/2',
    'DELETE /api/sessions/3',
  ]);
});

test('an admin finds somebody’s session and ends it, though it has ended meanwhile', async () => {
  signIn('admin');
  serveSessions(true);
  show('/access/sessions');
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Person' }), 'BEN');
  expect(screen.getByText('1 of 4 sessions')).toBeVisible();
  network.use(http.delete('*/api/sessions/4', () => problem('unknown-session')));
  await userEvent.click(screen.getByRole('button', { name: 'End session of ben@example.com' }));
  await userEvent.click(await screen.findByRole('button', { name: 'End session' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('a session that cannot be ended says why, and the question stays', async () => {
  signIn('admin');
  serveSessions(true);
  network.use(http.delete('*/api/sessions/4', () => problem('store-failing')));
  show('/access/sessions');
  await userEvent.click(await screen.findByRole('button', { name: 'End session of ben@example.com' }));
  const dialog = await screen.findByRole('dialog', { name: 'End session' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'End session' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('What is stored cannot be reached');
});

function entry(action: AuditLogEntry['action'], parts: Partial<AuditLogEntry> = {}): AuditLogEntry {
  const who = { id: 'oidc:anna', name: 'anna@example.com' };
  return { at: '2026-02-01T12:00:00Z', who, action, workspace: null, detail: {}, ...parts };
}

function serveAudit(...entries: readonly AuditLogEntry[]): void {
  network.use(
    http.get('*/api/audit', ({ request }) => {
      const isOlder = new URL(request.url).searchParams.has('before');
      return HttpResponse.json(
        isOlder ? { entries: [entry('sign-out')], next: null } : { entries, next: '7' },
      );
    }),
  );
}

test('the audit log says who did what in words, and goes back page by page', async () => {
  signIn('admin');
  serveAudit(
    entry('permission-changed', {
      who: null,
      workspace: '1',
      detail: { grantee: 'group:leads', before: 'none', after: 'admin' },
    }),
    entry('file', {
      workspace: '1',
      detail: { format: 'csv', rows: 1_200, masked: true, filter: 'status=NEW' },
    }),
    entry('session-revoked', { detail: { of: 'ben@example.com' } }),
    entry('audit-exported', { who: { id: 'token:7', name: 'cy@example.com' }, detail: { filter: '' } }),
  );
  show('/access/audit');
  await screen.findByRole('row', { name: /The access file Permission changed group:leads: none → admin$/ });
  expect(
    screen.getByRole('row', {
      name: /anna@example.com Tickets exported CSV, 1,200 tickets, names hidden, status=NEW$/,
    }),
  ).toBeVisible();
  expect(screen.getByRole('row', { name: /Session ended of ben@example.com$/ })).toBeVisible();
  expect(
    screen.getByRole('row', { name: /cy@example.com, by API token Audit log exported all of it$/ }),
  ).toBeVisible();
  network.use(http.get('*/api/audit', () => problem('store-failing'), { once: true }));
  await userEvent.click(screen.getByRole('button', { name: 'Show older entries' }));
  expect(await screen.findByText(/^Older entries could not be loaded/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await screen.findByRole('row', { name: /Signed out$/ });
  expect(screen.queryByRole('button', { name: 'Show older entries' })).not.toBeInTheDocument();
  expect(screen.getAllByRole('row')).toHaveLength(6);
});

test('filters of the audit log stand in its address, and its file has the same', async () => {
  signIn('admin');
  serveAudit(entry('file'));
  network.use(
    http.get('*/api/audit.csv', () =>
      HttpResponse.text('text', { headers: { 'content-disposition': 'attachment; filename=audit.csv' } }),
    ),
  );
  show('/access/audit?from=2026-02-01&action=nonsense');
  await screen.findByRole('row', { name: /Tickets exported/ });
  await userEvent.selectOptions(screen.getByLabelText('Action'), 'Tickets exported');
  await userEvent.type(screen.getByLabelText('Who'), 'ben');
  await waitFor(() => expect(location.search).toBe('?action=file&who=ben&from=2026-02-01'));
  const last = () => asked.filter((one) => one.includes('/api/audit?')).at(-1);
  await waitFor(() => expect(last()).toContain('who=ben'));
  const search = new URLSearchParams(last()?.split('?')[1]);
  expect([search.get('action'), search.get('to')]).toEqual(['file', null]);
  expect(search.get('from')).toMatch(/^2026-0(1-31|2-01)T/);
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  URL.createObjectURL = () => 'blob:audit';
  await userEvent.click(screen.getByRole('button', { name: 'Save as CSV' }));
  await waitFor(() => expect(click).toHaveBeenCalledOnce());
  expect(asked.at(-1)?.split('?')[1]).toBe(last()?.split('?')[1]);
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(location.search).toBe('');
  expect(screen.getByLabelText('Who')).toHaveValue('');
});

test('a filter that is chosen while another is being typed is not lost', async () => {
  signIn('admin');
  network.use(http.get('*/api/audit', () => HttpResponse.json({ entries: [], next: null })));
  show('/access/audit');
  await userEvent.type(await screen.findByLabelText('Who'), 'ben');
  await userEvent.selectOptions(screen.getByLabelText('Action'), 'sign-out');
  await waitFor(() => expect(location.search).toContain('who=ben'));
  expect(location.search).toContain('action=sign-out');
});

test('a file of the audit log that cannot be had says why', async () => {
  signIn('admin');
  serveAudit(entry('file'));
  network.use(http.get('*/api/audit.csv', () => problem('too-many-requests')));
  show('/access/audit');
  await userEvent.click(await screen.findByRole('button', { name: 'Save as CSV' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('It could not be saved. Too many requests');
});
