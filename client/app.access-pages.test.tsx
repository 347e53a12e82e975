import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { Me, Role } from '../contract/index.ts';
import { accessPages, entry } from './access/testing/access-pages.tsx';

const { asked, network, serveAudit, serveTokens, show, signIn } = accessPages();

const pages = async () => {
  const nav = await screen.findByRole('navigation', { name: 'Access' });
  return within(nav)
    .getAllByRole('link')
    .map(({ textContent }) => textContent);
};

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
