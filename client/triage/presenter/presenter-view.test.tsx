import { screen, waitFor, within } from '@testing-library/react';
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

test('a number beyond the queue goes nowhere and says so, and the next number begins anew', async () => {
  await walk();
  await userEvent.keyboard('99');
  expect(document.body).toHaveTextContent('No 99: 1 to 4');
  await userEvent.keyboard('{Enter}');
  expect(currentTicket()).toBe('Ticket 11');
  expect(document.body).toHaveTextContent('No 99: 1 to 4');
  expect(screen.getByText('There is no place 99, only 1 to 4')).toBeInTheDocument();
  await userEvent.keyboard('0{Enter}');
  expect(currentTicket()).toBe('Ticket 11');
  expect(document.body).toHaveTextContent('No 0: 1 to 4');
  await userEvent.keyboard('3{Enter}');
  expect(currentTicket()).toBe('Ticket 13');
  expect(document.body).not.toHaveTextContent('1 to 4');
});

test('a second meeting on the same day is offered a name of its own', async () => {
  await walk();
  const name = screen.getByRole('heading', { level: 1 }).textContent;
  await userEvent.click(screen.getByRole('link', { name: 'Meetings' }));
  expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue(`${name} (2)`);
});

test('a verdict goes on to the next ticket, and is shown in the queue', async () => {
  await walk();
  await userEvent.keyboard('f');
  expect(currentTicket()).toBe('Ticket 12');
  expect(screen.getByRole('article')).toHaveFocus();
  expect(queueRow(/11 ?High ?To follow up/)).toBeVisible();
  expect(screen.getByText('1 of 4 reviewed')).toBeVisible();
  expect(screen.getByText('Ticket 11: To follow up')).toBeInTheDocument();
});

test('the pace is changed where it is felt: verdicts stay until they are to go on', async () => {
  changeSettings({ autoAdvance: false });
  await walk();
  await userEvent.keyboard('d');
  expect(currentTicket()).toBe('Ticket 11');
  expect(pressed(/^Discussed/)).toBe('true');
  await userEvent.click(screen.getByRole('button', { name: 'Pace of the meeting' }));
  const setting = await screen.findByRole('checkbox', {
    name: 'Go on to the next ticket after each verdict',
  });
  expect(setting).not.toBeChecked();
  await userEvent.click(setting);
  await userEvent.keyboard('{Escape}{ArrowRight}d');
  expect(currentTicket()).toBe('Ticket 13');
});

test('the end is told with its button in focus, and undo takes it back', async () => {
  await walk();
  await userEvent.keyboard('dddd');
  expect(currentTicket()).toBe('Ticket 14');
  expect(screen.getByRole('region', { name: 'End of the meeting' })).toHaveTextContent(
    '4 of 4 done4 without a decision',
  );
  expect(screen.getByRole('button', { name: /^End the meeting/ })).toHaveFocus();
  await userEvent.keyboard('u');
  expect(screen.queryByRole('region', { name: 'End of the meeting' })).toBeNull();
  expect(screen.getByRole('article')).toHaveFocus();
  await userEvent.keyboard('d{Enter}');
  expect(await screen.findByRole('heading', { name: 'Actions by owner' })).toBeVisible();
});

test('a meeting that leaves something open asks before it ends', async () => {
  await walk();
  await userEvent.keyboard('dpE');
  const dialog = await screen.findByRole('dialog', { name: 'End the meeting?' });
  expect(dialog).toHaveTextContent('1 of 4 done, 1 parked, 2 not reviewed · 1 without a decision');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Go on' }));
  expect(currentTicket()).toBe('Ticket 13');
  await userEvent.keyboard('E');
  const end = await screen.findByRole('button', { name: 'End & show minutes' });
  await waitFor(() => expect(end).toHaveFocus());
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { name: 'Parked 1' })).toBeVisible();
});

test('where single keys are off they do nothing, and every button still does', async () => {
  changeSettings({ keys: false });
  await walk();
  await userEvent.keyboard('d2{Enter}{ArrowRight}');
  expect(currentTicket()).toBe('Ticket 11');
  expect(pressed(/^Discussed/)).toBe('false');
  await userEvent.click(screen.getByRole('button', { name: /^Discussed/ }));
  expect(currentTicket()).toBe('Ticket 12');
  expect(screen.getByText('1 of 4 reviewed')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: /^Next ticket/ }));
  expect(currentTicket()).toBe('Ticket 13');
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
  await userEvent.keyboard('nRefund{Enter}Ann{Escape}{ArrowRight}fsE');
  await userEvent.click(await screen.findByRole('button', { name: 'End & show minutes' }));
  const actions = await screen.findByRole('table', { name: 'Actions by owner' });
  expect(
    within(actions)
      .getAllByRole('row')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'TicketDecisionOutcomeDue',
    'Ann 1',
    expect.stringMatching(/^11.*RefundDiscussed–$/),
    'No owner 1',
    expect.stringMatching(/^12.*–To follow up–$/),
  ]);
  expect(
    screen.getByText('4 tickets: 1 discussed, 1 to follow up, 1 skipped, 0 parked, 1 not reviewed'),
  ).toBeVisible();
  await userEvent.click(
    screen.getByRole('button', { name: 'Start the next meeting with the ticket left over' }),
  );
  expect(await screen.findByRole('article', { name: 'Ticket 14' })).toHaveTextContent('carried over');
});

test('a meeting that this browser does not have is named as such', async () => {
  show('/w/1/triage/0123456789abcdef');
  expect(await screen.findByRole('alert')).toHaveTextContent('This browser has no such meeting');
});
