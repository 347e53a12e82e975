import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { Ticket, TicketList } from '../../../contract/index.ts';
import { changeSettings } from '../../settings/settings.ts';
import { ticket } from '../../test/fake-server.ts';
import { drawerOverList } from './testing/drawer-over-list.tsx';

const { network, open } = drawerOverList();

/** Sets what the server finds of one customer; every other question is answered as before. */
function customerHas(tickets: readonly Ticket[], total: number, statuses: TicketList['facets']['status']) {
  network.use(
    http.get('*/api/workspaces/1/tickets', async ({ request }) => {
      const url = new URL(request.url);
      if (!url.searchParams.has('customerOf')) return undefined;
      url.searchParams.delete('customerOf');
      const list: TicketList = await (await fetch(`${url.pathname}${url.search}`)).json();
      return HttpResponse.json({
        ...list,
        tickets,
        page: { ...list.page, total },
        facets: { ...list.facets, status: statuses },
      });
    }),
  );
}

test('a customer’s other tickets are counted, shown and a click away', async () => {
  const itself = ticket(1);
  const opening = open([itself]);
  customerHas([ticket(9, { description: 'Another <b>matter</b>', isOverdue: true }), itself], 8, [
    { value: 'NEW', label: 'NEW', count: 3 },
    { value: 'RESOLVED', label: 'RESOLVED', count: 5 },
  ]);
  const drawer = await opening;
  expect(await within(drawer).findByText('7 others, 2 open')).toBeVisible();
  const other = within(drawer).getByRole('link', { name: /^9.*Overdue.*New.*Another <b>matter<\/b>/ });
  await userEvent.click(other);
  expect(location.pathname).toBe('/w/1/tickets/9');
  await waitFor(() => expect(within(drawer).getByRole('heading', { name: 'Ticket 9' })).toHaveFocus());
  history.back();
  await waitFor(() => expect(location.pathname).toBe('/w/1/tickets/1'));
  await userEvent.click(await within(drawer).findByRole('button', { name: 'Show all 8 in the list' }));
  expect(location.search).toBe('?customerOf=1');
});

test('a customer without other tickets has the only one', async () => {
  const opening = open([ticket(1)]);
  customerHas([ticket(1)], 1, [{ value: 'NEW', label: 'NEW', count: 1 }]);
  expect(await within(await opening).findByText('This is the only one.')).toBeVisible();
});

test('an anonymous customer has no others to be found', async () => {
  const drawer = await open([ticket(1, { customerName: ' ', customerEmail: null })]);
  expect(drawer).toHaveTextContent('there is no name and no e-mail to find others by');
  expect(within(drawer).queryByRole('link', { name: /Email customer/ })).toBeNull();
});

test('with names hidden, nothing on screen holds the customer’s name or e-mail', async () => {
  changeSettings({ masked: true });
  const secret = ticket(1, {
    customerName: 'Zoë Quillfeather',
    customerEmail: 'zoe.quillfeather@example.com',
    description: 'Zoë Quillfeather, zoe.quillfeather@example.com',
  });
  const opening = open([secret]);
  customerHas([{ ...secret, id: 9, description: 'Zoë Quillfeather again' }, secret], 2, [
    { value: 'NEW', label: 'NEW', count: 2 },
  ]);
  const drawer = await opening;
  expect(await within(drawer).findByRole('link', { name: /^9.*again/ })).toBeVisible();
  expect(document.documentElement.outerHTML).not.toMatch(/zo[eë]|quillfeather/i);
  expect(drawer).toHaveTextContent('Names are hidden');
  expect(within(drawer).getByRole('link', { name: 'Email assignee' })).toBeVisible();
  await userEvent.keyboard('m');
  expect(await within(drawer).findByRole('button', { name: 'Zoë Quillfeather' })).toBeVisible();
  expect(screen.getByText('Customers’ names and e-mails are shown')).toBeInTheDocument();
});
