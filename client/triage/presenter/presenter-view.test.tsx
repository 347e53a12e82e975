import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { changeSettings } from '../../settings/settings.ts';
import { ticket } from '../../test/fake-server.ts';
import { currentTicket, meetingScreens, pressed, queueRow } from '../testing/meeting-screens.tsx';

const { server, client, show, walk } = meetingScreens();

test('arrows, Home, End and a number walk the queue, and stop at its ends', async () => {
  await walk();
  await userEvent.keyboard('{ArrowLeft}');
  expect(currentTicket()).toBe('Ticket 11');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(currentTicket()).toBe('Ticket 13');
  expect(queueRow(/^3 ?13/)).toHaveAttribute('aria-current', 'step');
  await userEvent.keyboard('{End}{ArrowRight}');
  expect(currentTicket()).toBe('Ticket 14');
  await userEvent.keyboard('{Home}');
  expect(currentTicket()).toBe('Ticket 11');
  await userEvent.keyboard('3');
  expect(screen.getByText(/Go to/)).toHaveTextContent('Go to 3');
  await userEvent.keyboard('{Enter}');
  expect(currentTicket()).toBe('Ticket 13');
  expect(screen.getByText('Ticket 13, 3 of 4, High, New')).toBeInTheDocument();
});

test('a mark is one key, shown in the queue, taken off by the same key and by undo', async () => {
  await walk();
  await userEvent.keyboard('f');
  expect(pressed(/^Follow up/)).toBe('true');
  expect(queueRow(/11 ?High ?To follow up/)).toBeVisible();
  expect(screen.getByText('1 of 4 reviewed')).toBeVisible();
  await userEvent.keyboard('f');
  expect(pressed(/^Follow up/)).toBe('false');
  await userEvent.keyboard('u');
  expect(pressed(/^Follow up/)).toBe('true');
});

test('a skipped ticket gives way to the next, and undo comes back to it', async () => {
  await walk();
  await userEvent.keyboard('s');
  expect(currentTicket()).toBe('Ticket 12');
  await userEvent.keyboard('u');
  expect(currentTicket()).toBe('Ticket 11');
  expect(pressed(/^Skip/)).toBe('false');
  expect(screen.getByText('Taken back: the mark of ticket 11')).toBeInTheDocument();
});

test('a decision is written without the mouse, and keys mean what they write meanwhile', async () => {
  await walk();
  await userEvent.keyboard('nfd skip 2{Enter}Ann{Enter}');
  expect(screen.getByRole('textbox', { name: /^Decision/ })).toHaveValue('fd skip 2');
  expect(screen.getByRole('combobox', { name: /^Owner/ })).toHaveValue('Ann');
  expect(screen.getByLabelText('Due')).toHaveFocus();
  await userEvent.keyboard('{Escape}{ArrowRight}');
  expect(currentTicket()).toBe('Ticket 12');
  await userEvent.keyboard('{ArrowLeft}');
  expect(pressed(/^Discussed/)).toBe('true');
  expect(screen.getByRole('textbox', { name: /^Decision/ })).toHaveValue('fd skip 2');
});

test('where single keys are off they do nothing, and every button still does', async () => {
  changeSettings({ keys: false });
  await walk();
  await userEvent.keyboard('d2{Enter}{ArrowRight}');
  expect(currentTicket()).toBe('Ticket 11');
  expect(pressed(/^Discussed/)).toBe('false');
  await userEvent.click(screen.getByRole('button', { name: /^Discussed/ }));
  await userEvent.click(screen.getByRole('button', { name: /^Next ticket/ }));
  expect(currentTicket()).toBe('Ticket 12');
  expect(screen.getByText('1 of 4 reviewed')).toBeVisible();
});

test('customers are hidden whatever the desk shows, until the reader wants them', async () => {
  await walk();
  const card = screen.getByRole('article');
  expect(card).not.toHaveTextContent('CustomerCustomer');
  await userEvent.keyboard('m');
  expect(card).toHaveTextContent('CustomerCustomer');
});

test('what has changed since is told on the card, which itself stays as it was', async () => {
  await walk();
  const before = server().snapshots.get(1) ?? [];
  const resolved = { status: 'RESOLVED', updatedAt: new Date().toISOString() };
  server().snapshots.set(2, [ticket(11, resolved), ...before.slice(1, 3), ticket(99)]);
  await client().refetchQueries({ queryKey: ['snapshot'] });
  const news = await screen.findByRole('region', { name: 'Changed since' });
  expect(news).toHaveTextContent('Status: New Resolvedjust now');
  expect(queueRow(/14.*Changed since/)).toBeVisible();
  expect(screen.getByRole('article').querySelector('[data-status]')).toHaveTextContent('New');

  await userEvent.click(screen.getByRole('button', { name: '1 new ticket: add at the end' }));
  expect(await screen.findByText('5')).toBeVisible();
  await userEvent.keyboard('{End}');
  expect(currentTicket()).toBe('Ticket 99');
  await userEvent.keyboard('{ArrowLeft}');
  expect(screen.getByRole('article')).toHaveTextContent('QuestionPro no longer has this ticket.');
});

test('the minutes say what was entered, and the next meeting begins with what is left', async () => {
  await walk();
  await userEvent.keyboard('nRefund{Enter}Ann{Escape}{ArrowRight}f{ArrowRight}s');
  await userEvent.keyboard('E');
  expect(await screen.findByRole('heading', { name: 'Decisions 1' })).toBeVisible();
  expect(screen.getByText('Refund')).toBeVisible();
  expect(screen.getByText('Ann')).toBeVisible();
  const [, row] = within(screen.getByRole('table', { name: 'By outcome' })).getAllByRole('row');
  expect(row).toHaveTextContent('11114');
  await userEvent.click(screen.getByRole('button', { name: 'Start the next meeting with this one' }));
  expect(await screen.findByRole('article', { name: 'Ticket 14' })).toHaveTextContent('carried over');
});

test('a meeting that this browser does not have is named as such', async () => {
  show('/w/1/triage/0123456789abcdef');
  expect(await screen.findByRole('alert')).toHaveTextContent('This browser has no such meeting');
});
