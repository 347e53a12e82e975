import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { problem } from '../../test/fake-server.ts';
import { accessPages, entry } from '../testing/access-pages.tsx';

const { asked, network, serveAudit, show, signIn } = accessPages();

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
