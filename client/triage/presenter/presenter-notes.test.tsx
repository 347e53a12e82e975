import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { currentTicket, meetingScreens, pressed } from '../testing/meeting-screens.tsx';

const { walk } = meetingScreens();

test('a decision is written without the mouse, and keys mean what they write meanwhile', async () => {
  await walk();
  await userEvent.keyboard('nfd skip 2{Shift>}{Enter}{/Shift}and more{Enter}Ann{Enter}');
  expect(screen.getByRole('textbox', { name: /^Decision/ })).toHaveValue('fd skip 2\nand more');
  expect(screen.getByRole('combobox', { name: /^Owner/ })).toHaveValue('Ann');
  expect(screen.getByRole('textbox', { name: 'Due' })).toHaveFocus();
  await userEvent.keyboard('{Escape}{ArrowRight}');
  expect(currentTicket()).toBe('Ticket 12');
  await userEvent.keyboard('{ArrowLeft}');
  expect(pressed(/^Discussed/)).toBe('true');
  expect(screen.getByRole('textbox', { name: /^Decision/ })).toHaveValue('fd skip 2\nand more');
});

test('Enter through the fields takes the assignee and goes on, and the verdict after a decision is not taken off', async () => {
  await walk();
  await userEvent.keyboard('nRefund{Enter}');
  expect(await screen.findByRole('option', { name: /^Manager 1 ?Assignee/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await userEvent.keyboard('{Enter}fri{Enter}');
  expect(currentTicket()).toBe('Ticket 12');
  await userEvent.keyboard('nCall{Escape}d');
  expect(currentTicket()).toBe('Ticket 13');
  await userEvent.keyboard('{ArrowLeft}');
  expect(pressed(/^Discussed/)).toBe('true');
  await userEvent.keyboard('{ArrowLeft}');
  expect(screen.getByRole('combobox', { name: /^Owner/ })).toHaveValue('Manager 1');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Due' }).value).toMatch(/^Fri, /);
});

test('a due date is told before it is taken, and what is no date stays to be mended', async () => {
  await walk();
  await userEvent.keyboard('bsoon');
  const field = screen.getByRole('textbox', { name: 'Due' });
  expect(field).toHaveAccessibleDescription(/^Not a date/);
  await userEvent.keyboard('{Enter}');
  expect(field).toHaveFocus();
  await userEvent.clear(field);
  await userEvent.keyboard('12 dec 2031');
  expect(field).toHaveAccessibleDescription('Fri, 12 Dec 2031');
  expect(field).toHaveValue('12 dec 2031');
  await userEvent.keyboard('{Enter}');
  expect(field).toHaveValue('Fri, 12 Dec 2031');
});
