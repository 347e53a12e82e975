import { within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { changeSettings } from '../../settings/settings.ts';
import { ticket } from '../../test/fake-server.ts';
import { drawerOverList } from './testing/drawer-over-list.tsx';

const { open } = drawerOverList();

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
