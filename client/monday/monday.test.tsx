import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { UNRECORDED } from '../../contract/testing/unrecorded-bucket.ts';
import { problem } from '../test/fake-server.ts';
import { fakeTrends } from '../test/fake-trends.ts';
import { fake, network, open, setUpMonday, sheet } from './testing/show-monday.tsx';

setUpMonday();

test('the sheet says how many are overdue and what came in, each number a link to its list', async () => {
  open();
  const shown = within(await sheet());
  expect(shown.getByRole('link', { name: '2 overdue' }).getAttribute('href')).toEqual(
    '/w/1/tickets?overdue=true&status=-RESOLVED',
  );
  expect(shown.getByText(/^Last week/)).toHaveTextContent('Last week 300 came in and 1 was resolved.');
  expect(shown.getByRole('link', { name: '300' }).getAttribute('href')).toEqual(
    expect.stringContaining('issuedFrom='),
  );
  const rows = within(shown.getByRole('table', { name: 'Most overdue' })).getAllByRole('row');
  expect(rows.map((row) => row.textContent)).toEqual([
    'AssigneeOverdueSince last MondayOpen',
    'Manager 11–not known2',
    'Evil | [x](y)1–not known1',
  ]);
  expect(shown.getByRole('link', { name: 'Manager 1: 2 open' }).getAttribute('href')).toEqual(
    expect.stringContaining('assignee=manager%40example.com'),
  );
  expect(shown.getAllByRole('slider').map((chart) => chart.getAttribute('aria-label'))).toEqual([
    'Opened and resolved',
    'Backlog',
    'Time to resolve',
    'Age of open tickets',
  ]);
  expect(Object.fromEntries(fake.asked ?? [])).toMatchObject({ by: 'assignee' });
});

test('it says under which filters, as of when, how complete and since when recorded', async () => {
  fake.server.status = { whole: false, total: 9 };
  open('?priority=HIGH');
  const shown = within(await sheet());
  expect(shown.getByText('Filters: Priority: High')).toBeVisible();
  expect(shown.getByText('As of 5 Feb 2026, 09:00 UTC, 4 of 9 tickets read: some are missing')).toBeVisible();
  expect(shown.getByText('Recorded since 12 Jan 2026')).toBeVisible();
  expect(fake.asked?.get('priority')).toBe('HIGH');
});

test('before anything is recorded it says so, and compares with nothing', async () => {
  fake.trends = fakeTrends(
    [
      { ...UNRECORDED, arrived: null },
      { ...UNRECORDED, arrived: null },
    ],
    {
      recordedSince: null,
    },
  );
  open();
  const shown = within(await sheet());
  expect(shown.getByText('Nothing recorded yet')).toBeVisible();
  expect(shown.getByText('Nothing is recorded yet.')).toBeVisible();
  expect(shown.getByRole('link', { name: '2 overdue' }).closest('p')).toHaveTextContent(/^2 overdue\.$/);
});

test('a failure says what is wrong, and Retry brings the page', async () => {
  network.use(http.get('*/api/workspaces/1/trends', () => problem('internal-error')));
  open();
  const retry = await screen.findByRole('button', { name: /^(Retry|Try again)/ });
  expect(screen.queryByRole('article')).toBeNull();
  network.use(http.get('*/api/workspaces/1/trends', () => HttpResponse.json(fake.trends)));
  await userEvent.click(retry);
  expect(await sheet()).toBeVisible();
});

async function copyMarkdown(): Promise<string> {
  const user = userEvent.setup();
  open();
  await sheet();
  await user.click(screen.getByRole('button', { name: /^Share/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Copy as Markdown' }));
  return navigator.clipboard.readText();
}

test('a copy as Markdown has absolute links, and shows names as text', async () => {
  const copied = await copyMarkdown();
  expect(copied).toContain('# North: how are we doing\n');
  expect(copied).toContain(`[2 overdue](${location.origin}/w/1/tickets?overdue=true&status=-RESOLVED)`);
  expect(copied).toContain('\n| Evil \\| \\[x\\](y) |');
  expect(copied).toMatch(/^\| Week of 19 Jan 2026 \| 300 \| 1 \| 21 \| 14 \| 2\.3 d \|$/m);
});

test('in a copy the week in which recording began is marked, as what was resolved is of a part of it', async () => {
  fake.trends = fakeTrends([{ ...UNRECORDED, arrived: 9 }, { arrived: 300 }, {}], {
    recordedSince: '2026-01-21T08:00:00.000Z',
  });
  const copied = await copyMarkdown();
  expect(copied).toMatch(/^\| Week of 12 Jan 2026 \| 9 \| – \|/m);
  expect(copied).toMatch(/^\| Week of 19 Jan 2026, recorded in part \| 300 \| 7 \|/m);
  expect(copied).toMatch(/^\| Week of 26 Jan 2026, so far \| 10 \| 7 \|/m);
});

test('a copy as plain text has the same words and no links', async () => {
  const user = userEvent.setup();
  open();
  await sheet();
  await user.click(screen.getByRole('button', { name: /^Share/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Copy as plain text' }));
  const copied = await navigator.clipboard.readText();
  expect(copied).toContain('\n2 overdue');
  expect(copied).toContain('• Manager 1: 1 overdue, 2 open\n');
  expect(copied).not.toContain('http');
});

test('it is reached by its key and from the trends, whose tab it belongs to', async () => {
  open();
  await sheet();
  expect(screen.getByRole('link', { name: 'Trends' }).getAttribute('aria-current')).toEqual('true');
  await userEvent.click(screen.getByRole('link', { name: 'Trends' }));
  await userEvent.click(await screen.findByRole('link', { name: /Monday page/ }));
  await waitFor(() => expect(location.pathname).toBe('/w/1/monday'));
  await userEvent.click(screen.getByRole('link', { name: 'Tickets' }));
  await screen.findByRole('table', { name: 'Tickets' });
  await userEvent.keyboard('gm');
  expect(await sheet()).toBeVisible();
});
