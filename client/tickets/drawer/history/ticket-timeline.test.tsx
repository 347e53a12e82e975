import type { QueryClient } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HistoryEntry } from '../../../../contract/index.ts';
import { changeSettings } from '../../../settings/settings.ts';
import { fakeNetwork } from '../../../test/fake-network.ts';
import { type FakeServer, fakeServer, handlers, problem, ticket } from '../../../test/fake-server.ts';
import { showApp } from '../../../test/show-app.tsx';

const network = fakeNetwork();
let server: FakeServer;
let client: QueryClient;

// Whole screens on a busy machine: what is asserted is what is shown, not how fast.
vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => {
  changeSettings({ zone: 'UTC' });
  server = fakeServer([ticket(1, { isOverdue: true })]);
  network.use(...handlers(server));
});
afterEach(() => {
  client.clear();
});

function change(hour: number, overrides: Partial<HistoryEntry> = {}): HistoryEntry {
  const day = '2026-02-04T';
  return {
    at: `${day}${String(hour).padStart(2, '0')}:05:00.000Z`,
    notBefore: `${day}${String(hour).padStart(2, '0')}:02:00.000Z`,
    field: 'status',
    from: 'NEW',
    to: 'OPEN',
    fromLabel: 'NEW',
    toLabel: 'OPEN',
    ...overrides,
  };
}

async function open() {
  history.replaceState(null, '', '/w/1/tickets/1');
  client = showApp();
  const drawer = await screen.findByRole('dialog', { name: /^Ticket/ });
  await within(drawer).findByText('History');
  return within(within(drawer).getByRole('region', { name: 'History' }));
}

test('changes are told by field, the newest first, between the reads that enclose them', async () => {
  server.history = {
    recordedSince: '2026-02-01T08:00:00.000Z',
    entries: [
      change(10, { field: 'overdue', from: 'false', to: 'true', fromLabel: 'false', toLabel: 'true' }),
      change(9),
    ],
  };
  const section = await open();
  const steps = await section.findAllByRole('listitem');
  expect(steps.map((step) => step.textContent)).toEqual([
    '4 Feb 2026, between 10:02 and 10:05Became overdue',
    '4 Feb 2026, between 09:02 and 09:05StatusNewtoOpen',
  ]);
  expect(section.getByText('Overdue since 4 Feb 2026')).toBeVisible();
  expect(section.getByText(/^Recorded since 1 Feb 2026, 08:00/)).toBeVisible();
});

test('a key leads to it, and earlier changes come when they are asked for', async () => {
  server.history = {
    recordedSince: '2026-02-01T08:00:00.000Z',
    entries: Array.from({ length: 8 }, (_, index) => change(20 - index)),
  };
  const section = await open();
  const more = await section.findByRole('button', { name: 'Show 2 earlier changes' });
  await userEvent.keyboard('h');
  expect(screen.getByRole('region', { name: 'History' })).toHaveFocus();
  await userEvent.click(more);
  expect(section.queryByRole('button')).toBeNull();
});

test('where nothing is recorded nothing is told as if it were known', async () => {
  const section = await open();
  expect(await section.findByText(/^Nothing is recorded yet/)).toBeVisible();
  expect(section.queryByText(/Overdue since/)).toBeNull();
});

test('a ticket that no read has recorded yet is no failure', async () => {
  network.use(http.get('*/api/workspaces/1/tickets/1/history', () => problem('unknown-ticket')));
  const section = await open();
  expect(await section.findByText(/^Nothing is recorded yet/)).toBeVisible();
  expect(section.queryByRole('button', { name: 'Retry' })).toBeNull();
});

test('a history that fails costs itself alone, and another try brings it', async () => {
  network.use(http.get('*/api/workspaces/1/tickets/1/history', () => problem('internal-error')));
  const section = await open();
  const retry = await section.findByRole('button', { name: 'Retry' });
  expect(screen.getByText('References')).toBeVisible();
  server.history = { recordedSince: '2026-02-01T08:00:00.000Z', entries: [] };
  network.use(http.get('*/api/workspaces/1/tickets/1/history', () => HttpResponse.json(server.history)));
  await userEvent.click(retry);
  expect(await section.findByText(/^No change so far\./)).toBeVisible();
});
