import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { http } from 'msw';
import { expect, test } from 'vitest';
import { DEFAULT_QUERY, trendsRequest } from '../../contract/index.ts';
import { problem } from '../test/fake-server.ts';
import { fakeTrends, UNRECORDED } from '../test/fake-trends.ts';
import { chart, fake, network, open, plot, setUpTrends, show } from './testing/show-trends.tsx';

setUpTrends();

test('span, period and scorecards stand in the address and stay under another filter', async () => {
  await show();
  expect(fake.requested.at(-1)?.toString()).toBe('by=segment');
  await userEvent.click(screen.getByRole('button', { name: 'Day' }));
  await userEvent.click(chart('Scorecards').getByRole('button', { name: 'Assignee' }));
  expect(location.search).toBe('?span=day&by=assignee');
  await userEvent.click(await screen.findByRole('checkbox', { name: /^New/ }));
  await waitFor(() => expect(location.search).toBe('?span=day&by=assignee&status=NEW'));
  await waitFor(() => expect(fake.requested.at(-1)?.get('status')).toBe('NEW'));
  expect(fake.requested.at(-1)?.get('span')).toBe('day');
});

test('a number of weeks is counted back from this one, as days for the server', async () => {
  await show();
  await userEvent.click(screen.getByRole('button', { name: 'Last 12 weeks' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Last 26 weeks' }));
  expect(location.search).toBe('?from=week-25');
  await waitFor(() => expect(fake.requested.at(-1)?.get('from')).toMatch(/^\d{4}-\d\d-\d\d$/));
  const asked = trendsRequest.decode(fake.requested.at(-1) ?? []);
  expect(asked).toMatchObject({ ok: true, query: DEFAULT_QUERY });
});

test('a period that ends before it begins is told, and nothing is asked', async () => {
  open('?from=2026-02-02&to=2026-01-01');
  await screen.findByRole('heading', { name: 'This period ends before it begins' });
  expect(fake.requested).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Show the usual period' }));
  await screen.findByRole('region', { name: 'Scorecards' });
  expect(location.search).toBe('');
});

test('recording that has only begun says what will come', async () => {
  fake.trends = fakeTrends([{ ...UNRECORDED }, { ...UNRECORDED }], { recordedSince: null });
  await show();
  expect(screen.getByText('Nothing is recorded yet.')).toBeVisible();
  expect(plot('Opened and resolved')).toHaveAttribute(
    'aria-valuetext',
    'Last 12 weeks: Opened 20, Resolved not known, Net not known',
  );
  expect(chart('Backlog').getByText('Not recorded yet')).toBeVisible();
});

test('a store in memory says that what is recorded ends with the process', async () => {
  fake.server.status = {
    recording: {
      store: 'memory',
      since: null,
      lastAt: null,
      problem: null,
      dailyAt: null,
      nextDailyAt: null,
    },
  };
  await show();
  expect(await screen.findByText(/ends with Loopdesk’s process/)).toBeVisible();
});

test('a failure leaves the charts, and says that they are the previous ones', async () => {
  await show();
  network.use(http.get('*/api/workspaces/1/trends', () => problem('internal-error')));
  await userEvent.click(screen.getByRole('button', { name: 'Month' }));
  expect(await screen.findByText(/^These are the previous numbers\./)).toBeVisible();
  expect(plot('Backlog')).toBeVisible();
});

test('a list without tickets has trends all the same: there were some', async () => {
  await show('?status=ESCALATED');
  expect(plot('Backlog')).toBeVisible();
});

test('the key leads there from the list', async () => {
  await show();
  await userEvent.keyboard('gl');
  await screen.findByRole('table', { name: 'Tickets' });
  await userEvent.keyboard('gt');
  expect(await screen.findByRole('region', { name: 'Scorecards' })).toBeVisible();
});
