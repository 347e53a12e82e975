import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../../app.tsx';
import { changeSettings } from '../../settings/settings.ts';
import { type FakeServer, fakeServer, handlers, ticket } from '../../test/fake-server.ts';
import { openStore } from '../store/open-store.ts';
// Loaded late by the app; here its first use would otherwise wait for it.
import '../triage-screen.tsx';

// Roles are costly to find in a simulated browser, and test machines may be busy.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

const network = setupServer();
let server: FakeServer;
let client: QueryClient;

beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
afterAll(() => network.close());

beforeEach(async () => {
  server = fakeServer([ticket(11), ticket(12, { isOverdue: true }), ticket(13), ticket(14)]);
  network.use(...handlers(server));
  await (await openStore()).wipe();
  changeSettings({ keys: true });
});

afterEach(() => {
  client.clear();
  network.resetHandlers();
});

function show(address: string) {
  history.replaceState(null, '', address);
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>,
  );
}

/** Begins a meeting about all tickets and waits for its walk. */
async function walk() {
  show('/w/1/triage');
  await userEvent.click(await screen.findByRole('button', { name: 'Start with 4 tickets' }));
  await screen.findByRole('article', { name: 'Ticket 11' });
}

const up = () => screen.getByRole('article').getAttribute('aria-label');
const queueRow = (name: RegExp) =>
  within(screen.getByRole('navigation', { name: 'Queue' })).getByRole('button', { name });
const pressed = (name: RegExp) => screen.getByRole('button', { name }).getAttribute('aria-pressed');

test('arrows, Home, End and a number walk the queue, and stop at its ends', async () => {
  await walk();
  await userEvent.keyboard('{ArrowLeft}');
  expect(up()).toBe('Ticket 11');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(up()).toBe('Ticket 13');
  expect(queueRow(/^3 ?13/)).toHaveAttribute('aria-current', 'step');
  await userEvent.keyboard('{End}{ArrowRight}');
  expect(up()).toBe('Ticket 14');
  await userEvent.keyboard('{Home}');
  expect(up()).toBe('Ticket 11');
  await userEvent.keyboard('3');
  expect(screen.getByText(/Go to/)).toHaveTextContent('Go to 3');
  await userEvent.keyboard('{Enter}');
  expect(up()).toBe('Ticket 13');
  expect(screen.getByText('Ticket 13, 3 of 4, High, New')).toBeInTheDocument();
});

test('a mark is one key, shown in the queue, taken off by the same key and by undo', async () => {
  await walk();
  await userEvent.keyboard('f');
  expect(pressed(/^Follow up/)).toBe('true');
  expect(queueRow(/11 ?High ?To follow up/)).toBeVisible();
  expect(screen.getByText('1 of 4 reached')).toBeVisible();
  await userEvent.keyboard('f');
  expect(pressed(/^Follow up/)).toBe('false');
  await userEvent.keyboard('u');
  expect(pressed(/^Follow up/)).toBe('true');
});

test('a skipped ticket gives way to the next, and undo comes back to it', async () => {
  await walk();
  await userEvent.keyboard('s');
  expect(up()).toBe('Ticket 12');
  await userEvent.keyboard('u');
  expect(up()).toBe('Ticket 11');
  expect(pressed(/^Skip/)).toBe('false');
  expect(screen.getByText('Taken back: the mark of ticket 11')).toBeInTheDocument();
});

test('a decision is written without the mouse, and keys mean what they write meanwhile', async () => {
  await walk();
  await userEvent.keyboard('nfd skip 2{Enter}Ann{Enter}');
  expect(screen.getByRole('textbox', { name: /^Decision/ })).toHaveValue('fd skip 2');
  expect(screen.getByRole('combobox', { name: /^Who/ })).toHaveValue('Ann');
  expect(screen.getByLabelText('By when')).toHaveFocus();
  await userEvent.keyboard('{Escape}{ArrowRight}');
  expect(up()).toBe('Ticket 12');
  await userEvent.keyboard('{ArrowLeft}');
  expect(pressed(/^Discussed/)).toBe('true');
  expect(screen.getByRole('textbox', { name: /^Decision/ })).toHaveValue('fd skip 2');
});

/** What the meeting has noted of a ticket, as the bar shows it once that ticket is up. */
const noted = () => ({
  due: screen.getByLabelText<HTMLInputElement>('By when').value,
  decision: screen.getByRole<HTMLInputElement>('textbox', { name: /^Decision/ }).value,
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
  expect(up()).toBe('Ticket 12');
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
  await userEvent.keyboard('d{ArrowRight}');
  await userEvent.click(screen.getByRole('button', { name: /^Undo/ }));
  expect(up()).toBe('Ticket 11');
  expect(screen.getByRole('article')).toHaveFocus();
});

test('what leads from ticket to ticket by keys keeps the focus, to be pressed again', async () => {
  await walk();
  screen.getByRole('button', { name: /^Next ticket/ }).focus();
  await userEvent.keyboard('{Enter}{Enter}');
  expect(up()).toBe('Ticket 13');
  queueRow(/^3 ?13/).focus();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(up()).toBe('Ticket 11');
  expect(queueRow(/^1 ?11/)).toHaveFocus();
});

test('a note that is half typed stays with its ticket, and what comes late to its field too', async () => {
  await walk();
  await userEvent.keyboard('nHalf a sent');
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: /^Decision/ });
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

test('where single keys are off they do nothing, and every button still does', async () => {
  changeSettings({ keys: false });
  await walk();
  await userEvent.keyboard('d2{Enter}{ArrowRight}');
  expect(up()).toBe('Ticket 11');
  expect(pressed(/^Discussed/)).toBe('false');
  await userEvent.click(screen.getByRole('button', { name: /^Discussed/ }));
  await userEvent.click(screen.getByRole('button', { name: /^Next ticket/ }));
  expect(up()).toBe('Ticket 12');
  expect(screen.getByText('1 of 4 reached')).toBeVisible();
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
  const before = server.snapshots.get(1) ?? [];
  const resolved = { status: 'RESOLVED', updatedAt: new Date().toISOString() };
  server.snapshots.set(2, [ticket(11, resolved), ...before.slice(1, 3), ticket(99)]);
  await client.refetchQueries({ queryKey: ['snapshot'] });
  const news = await screen.findByRole('region', { name: 'Changed since' });
  expect(news).toHaveTextContent('Status: New Resolvedjust now');
  expect(queueRow(/14.*Changed since/)).toBeVisible();
  expect(screen.getByRole('article').querySelector('[data-status]')).toHaveTextContent('New');

  await userEvent.click(screen.getByRole('button', { name: '1 new ticket: add at the end' }));
  expect(await screen.findByText('5')).toBeVisible();
  await userEvent.keyboard('{End}');
  expect(up()).toBe('Ticket 99');
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
