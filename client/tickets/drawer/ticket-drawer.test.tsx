import { configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Ticket, TicketList } from '../../../contract/index.ts';
import { changeSettings, DEFAULT_SETTINGS } from '../../settings/settings.ts';
import { fakeNetwork } from '../../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../../test/fake-server.ts';
import { showApp } from '../../test/show-app.tsx';

const network = fakeNetwork();

// Whole screens on a busy machine: what is asserted is what is shown, not how fast.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => changeSettings(DEFAULT_SETTINGS));

/** Opens the first ticket over a list of these, or of those that a search finds. */
async function open(tickets: readonly Ticket[], search = ''): Promise<HTMLElement> {
  network.use(
    ...handlers(fakeServer(tickets)),
    http.get('*/api/workspaces/1/tickets/:id', ({ params }) =>
      HttpResponse.json(tickets.find(({ id }) => String(id) === params.id) ?? ticket(Number(params.id))),
    ),
  );
  history.replaceState(null, '', `/w/1/tickets/${tickets[0]?.id}${search}`);
  showApp();
  const drawer = await screen.findByRole('dialog', { name: /^Ticket/ });
  await within(drawer).findByText('References');
  return drawer;
}

/** What the server finds of one customer; every other question is answered as before. */
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

test('a field is copied by a click, and that is said without telling what it was', async () => {
  const user = userEvent.setup();
  const drawer = await open([ticket(1)]);
  await user.click(within(drawer).getByRole('button', { name: 'customer@example.com' }));
  expect(await navigator.clipboard.readText()).toBe('customer@example.com');
  expect(await within(drawer).findByText('Customer’s e-mail copied')).toHaveAttribute('role', 'status');
});

test('a browser that refuses to copy is told of', async () => {
  const user = userEvent.setup();
  const drawer = await open([ticket(1)]);
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
  await user.click(within(drawer).getByRole('button', { name: '25739' }));
  const [said] = await within(drawer).findAllByText('The browser refused to copy');
  expect(said).toBeVisible();
});

test('an instant is told in the reader’s zone, which is named; UTC is told on hover and in the copy', async () => {
  const user = userEvent.setup();
  changeSettings({ zone: 'Asia/Kolkata' });
  const drawer = await open([ticket(1, { issueDate: '2026-02-04T20:00:00.000Z' })]);
  expect(within(drawer).getByText(/^Time zone: Asia\/Kolkata/)).toBeVisible();
  const issued = within(drawer).getByRole('button', { name: /^5 Feb 2026, 01:30/ });
  expect(issued).toHaveAttribute('title', '4 Feb 2026, 20:00:00 UTC');
  expect(drawer).not.toHaveTextContent('UTC');
  await user.click(issued);
  expect(await navigator.clipboard.readText()).toMatch(
    /^5 Feb 2026, 01:30 (GMT\+5:30|IST) \(4 Feb 2026, 20:00:00 UTC\)$/,
  );
});

test('each line of a description has its own direction, and empty ones stay', async () => {
  const drawer = await open([ticket(1, { description: 'שלום\n\nHello\r\nمرحبا' })]);
  const lines = ['שלום', 'Hello', 'مرحبا'].map((text) => within(drawer).getByText(text));
  for (const line of lines) expect(line).toHaveAttribute('dir', 'auto');
  expect(lines[0]?.parentElement?.children).toHaveLength(4);
});

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

test('a mail to the assignee leads to the ticket', async () => {
  const drawer = await open([ticket(1)]);
  const { href } = within(drawer).getByRole<HTMLAnchorElement>('link', { name: 'Email assignee' });
  const { pathname, searchParams } = new URL(href);
  expect(pathname).toBe('manager@example.com');
  expect(searchParams.get('subject')).toBe('Ticket 1');
  expect(searchParams.get('body')?.split('\r\n').at(-1)).toBe(`${location.origin}/w/1/tickets/1`);
  expect(searchParams.get('body')).not.toMatch(/customer|words of/i);
});

test('mails are begun to the customer and the assignee, but not where the address is none', async () => {
  const drawer = await open([ticket(1, { assignedUser: { name: 'M', email: 'm@x.org, eve@x.org' } })]);
  const customer = within(drawer).getByRole('link', { name: 'Email customer' });
  expect(customer).toHaveAttribute('href', 'mailto:customer@example.com?subject=Ticket%201');
  expect(within(drawer).queryByRole('link', { name: 'Email assignee' })).toBeNull();
  expect(drawer).toHaveTextContent('Not an address that mail can be sent to');
});

test('from ticket to ticket the focus is on the ticket: a button of the last one is not pressed for the next', async () => {
  const user = userEvent.setup();
  const drawer = await open([ticket(1), ticket(2), ticket(3)]);
  const title = within(drawer).getByRole('heading', { name: /^Ticket/ });
  await user.click(within(drawer).getByRole('button', { name: 'customer@example.com' }));
  await user.keyboard('j');
  await waitFor(() => expect(title).toHaveTextContent('Ticket 2'));
  expect(title).toHaveFocus();

  // A row of the list is about another ticket as well.
  document.querySelector<HTMLElement>('a[data-ticket="1"]')?.focus();
  await user.keyboard('j');
  await waitFor(() => expect(title).toHaveTextContent('Ticket 3'));
  expect(title).toHaveFocus();
  await user.keyboard('x');
  expect(await screen.findByText('1 selected')).toBeVisible();
  expect(document.querySelector('[data-listed="3"] input')).toBeChecked();
});

test('the buttons that lead from ticket to ticket keep the focus', async () => {
  const user = userEvent.setup();
  const drawer = await open([ticket(1), ticket(2), ticket(3)]);
  within(drawer)
    .getByRole('button', { name: /^Next ticket/ })
    .focus();
  await user.keyboard('{Enter}{Enter}');
  await waitFor(() => expect(drawer).toHaveTextContent('Ticket 3'));
  expect(within(drawer).getByRole('button', { name: /^Next ticket/ })).toHaveFocus();
});

test('a ticket that is not on this page says so, and is shown in the list when asked for', async () => {
  const drawer = await open([ticket(1), ticket(2)], '?q=elsewhere');
  await waitFor(() => expect(drawer).toHaveTextContent('Not on this page of the list.'));
  await userEvent.click(within(drawer).getByRole('button', { name: 'Show it in the list' }));
  await waitFor(() => expect(drawer).toHaveTextContent('1 of 1 in the list'));
  expect(document.querySelectorAll('[data-listed]')).toHaveLength(1);
});

test('with a ticket open, selecting on goes from it to the next', async () => {
  const drawer = await open([ticket(1), ticket(2), ticket(3)]);
  await userEvent.keyboard('J');
  await waitFor(() => expect(drawer).toHaveTextContent('Ticket 2'));
  expect(await screen.findByText('2 selected')).toBeVisible();
});

test('a deleted ticket says so', async () => {
  const drawer = await open([ticket(1, { deletedAt: '2026-02-05T08:00:00.000Z' })]);
  expect(within(drawer).getByText('Deleted on 5 Feb 2026')).toBeVisible();
});

test('a letter is folded, and unfolded on demand', async () => {
  const drawer = await open([ticket(1, { description: 'word '.repeat(1_000) })]);
  const unfold = within(drawer).getByRole('button', { name: 'Show all 5,000 characters' });
  expect(unfold).toHaveAttribute('aria-expanded', 'false');
  await userEvent.click(unfold);
  expect(within(drawer).getByRole('button', { name: 'Show less' })).toHaveAttribute('aria-expanded', 'true');
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
