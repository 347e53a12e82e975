import { fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { changeSettings } from '../../settings/settings.ts';
import { currentTicket, meetingScreens } from '../testing/meeting-screens.tsx';

const { walk } = meetingScreens();

test('a verdict on each of four tickets and the end take five keys', async () => {
  await walk();
  await userEvent.keyboard('dfsd');
  expect(screen.getByRole('region', { name: 'End of the meeting' })).toHaveTextContent('4 of 4 done');
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { name: 'Actions by owner' })).toBeVisible();
  expect(
    screen.getByText('4 tickets: 2 discussed, 1 to follow up, 1 skipped, 0 parked, 0 not reviewed'),
  ).toBeVisible();
});

test('a key that is held down is one verdict, and a parked ticket comes back before the end', async () => {
  await walk();
  for (const repeat of [false, true, true, true]) {
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'd', repeat });
  }
  expect(currentTicket()).toBe('Ticket 12');
  await userEvent.keyboard('pdd');
  expect(currentTicket()).toBe('Ticket 12');
  expect(screen.getByText('3 of 4 reviewed · 1 parked')).toBeVisible();
  await userEvent.keyboard('d');
  expect(screen.getByRole('region', { name: 'End of the meeting' })).toHaveTextContent('4 of 4 done');
});

test('an ended meeting goes on again by Undo', async () => {
  await walk();
  const started = location.pathname;
  await userEvent.keyboard('E');
  await userEvent.click(await screen.findByRole('button', { name: 'End & show minutes' }));
  expect(await screen.findByRole('heading', { name: 'Actions by owner' })).toBeVisible();
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('article', { name: 'Ticket 11' })).toBeVisible();
  expect(location.pathname).toBe(started);
  await userEvent.click(screen.getByRole('link', { name: 'Meetings' }));
  expect(await screen.findByText(/ · under way$/)).toBeVisible();
});

test('the time for a ticket is a line, off until it is wanted', async () => {
  await walk();
  expect(screen.queryByRole('timer', { name: 'Time for this ticket' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Pace of the meeting' }));
  const pace = await screen.findByRole('combobox', { name: 'Time for each ticket' });
  await userEvent.selectOptions(pace, within(pace).getByRole('option', { name: '2 min' }));
  await userEvent.keyboard('{Escape}');
  expect(await screen.findByRole('timer', { name: 'Time for this ticket' })).toHaveTextContent(
    '0 of 2 minutes',
  );
  changeSettings({ timebox: 'off' });
});
