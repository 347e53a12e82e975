import { fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { currentTicket, meetingScreens, pressed, queueRow } from '../testing/meeting-screens.tsx';

const { walk } = meetingScreens();

/** A ticket's note as the form shows it once the ticket is current. */
const noted = () => ({
  due: screen.getByRole<HTMLInputElement>('textbox', { name: 'Due' }).value,
  decision: screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Decision/ }).value,
  discussed: pressed(/^Discussed/),
});
const NOTHING = { due: '', decision: '', discussed: 'false' };

test('what was pressed for one ticket is not pressed again for the next: the focus goes to the ticket', async () => {
  await walk();
  await userEvent.click(screen.getByRole('button', { name: 'Friday' }));
  expect(noted().due).not.toBe('');
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('article')).toHaveFocus();
  await userEvent.keyboard('{Enter} ');
  expect(currentTicket()).toBe('Ticket 12');
  expect(noted()).toEqual(NOTHING);
});

test.each([
  ['a number', () => userEvent.keyboard('3{Enter}')],
  ['a click on the queue', () => userEvent.click(queueRow(/^3 ?13/))],
  ['the end', () => userEvent.keyboard('{End}')],
  ['a click on the next ticket', () => userEvent.click(screen.getByRole('button', { name: /^Next ticket/ }))],
  ['a skip', () => userEvent.click(screen.getByRole('button', { name: /^Skip/ }))],
])('after %s the focus is on the ticket', async (_, go) => {
  await walk();
  await userEvent.click(screen.getByRole('button', { name: /^Discussed/ }));
  await go();
  expect(screen.getByRole('article')).toHaveFocus();
  await userEvent.keyboard('{Enter} ');
  expect(noted()).toEqual(NOTHING);
});

test('undo gives the focus to the ticket that it goes back to', async () => {
  await walk();
  await userEvent.keyboard('d');
  await userEvent.click(screen.getByRole('button', { name: /^Undo/ }));
  expect(currentTicket()).toBe('Ticket 11');
  expect(screen.getByRole('article')).toHaveFocus();
});

test('what leads from ticket to ticket by keys keeps the focus, to be pressed again', async () => {
  await walk();
  screen.getByRole('button', { name: /^Next ticket/ }).focus();
  await userEvent.keyboard('{Enter}{Enter}');
  expect(currentTicket()).toBe('Ticket 13');
  queueRow(/^3 ?13/).focus();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(currentTicket()).toBe('Ticket 11');
  expect(queueRow(/^1 ?11/)).toHaveFocus();
});

test('a note that is half typed stays with its ticket, and what comes late to its field too', async () => {
  await walk();
  await userEvent.keyboard('nHalf a sent');
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Decision/ });
  await userEvent.click(queueRow(/^3 ?13/));
  expect(noted()).toEqual(NOTHING);
  // As an input method does whose composition ends with the focus.
  fireEvent.input(field, { target: { value: 'Half a sentence' } });
  await userEvent.keyboard('x');
  expect(noted()).toEqual(NOTHING);
  await userEvent.keyboard('{Home}');
  expect(noted().decision).toBe('Half a sent');
});

test('Enter that takes a word from an input method leaves no field', async () => {
  await walk();
  await userEvent.keyboard('n');
  const field = screen.getByRole('textbox', { name: /^Decision/ });
  for (const key of ['Enter', 'Escape']) fireEvent.keyDown(field, { key, keyCode: 229 });
  expect(field).toHaveFocus();
});
