import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { type ReportAnswer, reportScheduleSchema } from '../../../contract/index.ts';
import { problem } from '../../test/fake-server.ts';
import { network, open, setUpMonday, sheet } from '../testing/show-monday.tsx';

setUpMonday();

const UNSCHEDULED: Extract<ReportAnswer, { available: true }> = {
  available: true,
  version: 0,
  recipients: [],
  weekday: 'monday',
  at: '08:00',
  zone: 'UTC',
  enabled: false,
  nextAt: null,
  lastSentAt: null,
  problem: null,
};

let saved: unknown[];

beforeEach(() => {
  saved = [];
});

/** Has the server send mails by that schedule, and take another. */
function offer(schedule: Partial<typeof UNSCHEDULED> = {}): void {
  network.use(
    http.get('*/api/workspaces/1/report', () => HttpResponse.json({ ...UNSCHEDULED, ...schedule })),
    http.put('*/api/workspaces/1/report', async ({ request }) => {
      const sent = reportScheduleSchema.parse(await request.json());
      saved.push(sent);
      return HttpResponse.json({ ...UNSCHEDULED, ...sent, version: 1 });
    }),
  );
}

async function openDialog() {
  open();
  await sheet();
  await userEvent.click(screen.getByRole('button', { name: /^Share/ }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Send by mail…' }));
  return within(await screen.findByRole('dialog', { name: 'Send by mail' }));
}

test('without a mail server the choice is not offered', async () => {
  open();
  await sheet();
  await userEvent.click(screen.getByRole('button', { name: /^Share/ }));
  await screen.findByRole('menuitem', { name: 'Copy as Markdown' });
  expect(screen.queryByRole('menuitem', { name: /mail/ })).toBeNull();
});

test('a schedule is set', async () => {
  offer();
  const dialog = await openDialog();
  await userEvent.type(dialog.getByLabelText(/^Recipients/), 'ann@example.com, bo@example.com');
  await userEvent.selectOptions(dialog.getByLabelText('Day'), 'Tuesday');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('The Monday page goes out by mail')).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Send by mail' })).toBeNull());
  expect(saved).toEqual([
    {
      version: 0,
      recipients: ['ann@example.com', 'bo@example.com'],
      weekday: 'tuesday',
      at: '08:00',
      zone: 'UTC',
      enabled: true,
    },
  ]);
});

test('what is no address, and nobody, is told before anything is sent', async () => {
  offer();
  const dialog = await openDialog();
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(dialog.getByRole('alert')).toHaveTextContent('Name somebody who gets it, or switch it off.');
  await userEvent.type(dialog.getByLabelText(/^Recipients/), 'ann@');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(dialog.getByRole('alert')).toHaveTextContent('“ann@” is not an e-mail address.');
  expect(dialog.getByLabelText(/^Recipients/)).toHaveFocus();
  expect(saved).toEqual([]);
});

test('a change that meets another one is not saved, and keeps what was written', async () => {
  offer({ version: 4, recipients: ['ann@example.com'], enabled: true });
  network.use(http.put('*/api/workspaces/1/report', () => problem('conflict')));
  const dialog = await openDialog();
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText(/somebody else has changed the schedule/)).toBeVisible();
  expect(dialog.getByLabelText(/^Recipients/)).toHaveValue('ann@example.com');
});

test('a mail that has not gone out is told on the page and in its schedule', async () => {
  const failed = 'The mail server refused the mail (550). It is tried again.';
  offer({ version: 1, recipients: ['ann@example.com'], enabled: true, problem: failed, lastSentAt: null });
  open();
  await sheet();
  expect(await screen.findByText(`The Monday page by mail: ${failed}`)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Schedule…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Send by mail' }));
  expect(dialog.getByText(failed)).toBeVisible();
});
