import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { DEFAULT_QUERY, type Trends, trendsRequest } from '../../contract/index.ts';
import { App } from '../app.tsx';
import { changeSettings } from '../settings/settings.ts';
import { type FakeServer, fakeServer, handlers, problem, ticket } from '../test/fake-server.ts';
import { fakeTrends, UNRECORDED } from '../test/fake-trends.ts';

const network = setupServer();
let server: FakeServer;
let client: QueryClient;
let trends: Trends;
/** Searches of the requested trends. */
let requested: URLSearchParams[];

beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
afterAll(() => network.close());

beforeEach(() => {
  server = fakeServer([ticket(1), ticket(2, { status: 'RESOLVED' })]);
  trends = fakeTrends([{}, {}, { arrived: 5, resolved: 9, openAtEnd: 17, overdueAtEnd: 3 }]);
  requested = [];
  changeSettings({ zone: 'UTC' });
  network.use(
    ...handlers(server),
    http.get('*/api/workspaces/1/trends', ({ request }) => {
      const search = new URL(request.url).searchParams;
      if (!trendsRequest.decode(search).ok)
        throw new Error(`The client sent an invalid query: ${request.url}`);
      requested.push(search);
      return HttpResponse.json(trends);
    }),
  );
});

afterEach(() => {
  client.clear();
  network.resetHandlers();
});

async function show(search = '') {
  history.replaceState(null, '', `/w/1/trends${search}`);
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>,
  );
  await screen.findByRole('region', { name: 'Scorecards' });
}

const chart = (name: string) => within(screen.getByRole('region', { name }));
const plot = (name: string) => screen.getByRole('slider', { name });

test('at rest a chart tells the sums of the period, or what stands now', async () => {
  await show();
  expect(plot('Opened and resolved')).toHaveAttribute(
    'aria-valuetext',
    'Last 12 weeks: Opened 25, Resolved 23, Net +2',
  );
  expect(plot('Backlog')).toHaveAttribute(
    'aria-valuetext',
    'Now: Open 17, Overdue 3, Not overdue 14, Overdue share 18 %',
  );
  expect(plot('Time to resolve')).toHaveAttribute(
    'aria-valuetext',
    'Week of 19 Jan 2026: Median 2.3 d, 90th percentile 12 d, Of tickets 7',
  );
});

test('the arrows lead from bucket to bucket, and Escape back to rest', async () => {
  await show();
  plot('Opened and resolved').focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(plot('Opened and resolved')).toHaveAttribute(
    'aria-valuetext',
    'Week of 26 Jan 2026, so far: Opened 5, Resolved 9, Net −4',
  );
  await userEvent.keyboard('{Home}');
  expect(chart('Opened and resolved').getByText('Week of 12 Jan 2026')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(chart('Opened and resolved').getByText('Last 12 weeks')).toBeVisible();
});

test('Enter opens the tickets that were issued in a bucket, whatever has become of them', async () => {
  await show('?status=-RESOLVED');
  plot('Opened and resolved').focus();
  await userEvent.keyboard('{Home}{Enter}');
  await waitFor(() => expect(location.pathname).toBe('/w/1/tickets'));
  expect(Object.fromEntries(new URLSearchParams(location.search))).toEqual({
    issuedFrom: '2026-01-12T00:00:00.000Z',
    issuedTo: '2026-01-19T00:00:00.000Z',
  });
});

test('a filter by what changes has no list of a bucket', async () => {
  await show('?segment=S1');
  plot('Opened and resolved').focus();
  await userEvent.keyboard('{Home}{Enter}');
  expect(location.pathname).toBe('/w/1/trends');
});

test('the newest backlog leads to its list, and an older one to none', async () => {
  await show('?status=NEW');
  const open = chart('Backlog').getByRole('link', { name: '17' });
  expect(open).toHaveAttribute('href', '/w/1/tickets?status=-RESOLVED');
  plot('Backlog').focus();
  await userEvent.keyboard('{Home}');
  expect(chart('Backlog').queryByRole('link')).toBeNull();
  await userEvent.keyboard('{Enter}');
  expect(location.pathname).toBe('/w/1/trends');
  const oldest = chart('Age of open tickets').getByRole('link', { name: '6' });
  expect(oldest).toHaveAttribute('href', '/w/1/tickets?status=-RESOLVED&age=90%2B');
});

test('what was not recorded is no zero, in charts and tables', async () => {
  trends = fakeTrends([{ ...UNRECORDED }, { ...UNRECORDED }, {}, {}], {
    recordedSince: '2026-01-26T08:00:00.000Z',
  });
  await show();
  expect(plot('Opened and resolved')).toHaveAttribute(
    'aria-valuetext',
    'Since 26 Jan 2026: Opened 20, Resolved 14, Net +6',
  );
  expect(
    chart('Opened and resolved').getByText(
      'Recorded since 26 Jan 2026; before that only what was opened, of tickets still known',
    ),
  ).toBeVisible();
  expect(chart('Backlog').getByText('Recorded since 26 Jan 2026')).toBeVisible();
  await userEvent.click(chart('Opened and resolved').getByRole('button', { name: /show as table$/ }));
  const rows = within(screen.getByRole('table', { name: 'Opened and resolved' })).getAllByRole('row');
  expect(rows.map((row) => row.textContent)).toEqual([
    'PeriodOpenedResolvedNet',
    'Week of 12 Jan 202610–not known–not known',
    'Week of 19 Jan 202610–not known–not known',
    'Week of 26 Jan 2026107+3',
    'Week of 2 Feb 2026, so far107+3',
  ]);
});

test('a table is copied as a spreadsheet takes it, with nothing where nothing is known', async () => {
  trends = fakeTrends([{ ...UNRECORDED }, {}]);
  const user = userEvent.setup();
  await show();
  await user.click(chart('Backlog').getByRole('button', { name: /show as table$/ }));
  await user.click(chart('Backlog').getByRole('button', { name: 'Copy for a spreadsheet' }));
  expect(await navigator.clipboard.readText()).toBe(
    [
      'Period\tOpen\tOverdue\tNot overdue\tOverdue share\n',
      'Week of 12 Jan 2026\t\t\t\t\n',
      'Week of 19 Jan 2026, so far\t21\t14\t7\t0.6666666666666666\n',
    ].join(''),
  );
});

test('span, period and scorecards stand in the address and stay under another filter', async () => {
  await show();
  expect(requested.at(-1)?.toString()).toBe('by=segment');
  await userEvent.click(screen.getByRole('button', { name: 'Day' }));
  await userEvent.click(chart('Scorecards').getByRole('button', { name: 'Assignee' }));
  expect(location.search).toBe('?span=day&by=assignee');
  await userEvent.click(await screen.findByRole('checkbox', { name: /^New/ }));
  await waitFor(() => expect(location.search).toBe('?span=day&by=assignee&status=NEW'));
  await waitFor(() => expect(requested.at(-1)?.get('status')).toBe('NEW'));
  expect(requested.at(-1)?.get('span')).toBe('day');
});

test('a number of weeks is counted back from this one, as days for the server', async () => {
  await show();
  await userEvent.click(screen.getByRole('button', { name: 'Last 12 weeks' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Last 26 weeks' }));
  expect(location.search).toBe('?from=week-25');
  await waitFor(() => expect(requested.at(-1)?.get('from')).toMatch(/^\d{4}-\d\d-\d\d$/));
  const asked = trendsRequest.decode(requested.at(-1) ?? []);
  expect(asked).toMatchObject({ ok: true, query: DEFAULT_QUERY });
});

test('a period that ends before it begins is told, and nothing is asked', async () => {
  history.replaceState(null, '', '/w/1/trends?from=2026-02-02&to=2026-01-01');
  client = new QueryClient();
  render(
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { name: 'This period ends before it begins' });
  expect(requested).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Show the usual period' }));
  await screen.findByRole('region', { name: 'Scorecards' });
  expect(location.search).toBe('');
});

test('recording that has only begun says what will come', async () => {
  trends = fakeTrends([{ ...UNRECORDED }, { ...UNRECORDED }], { recordedSince: null });
  await show();
  expect(screen.getByText('Nothing is recorded yet.')).toBeVisible();
  expect(plot('Opened and resolved')).toHaveAttribute(
    'aria-valuetext',
    'Last 12 weeks: Opened 20, Resolved not known, Net not known',
  );
  expect(chart('Backlog').getByText('Not recorded yet')).toBeVisible();
});

test('a store in memory says that what is recorded ends with the process', async () => {
  server.status = {
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

test('the key leads there from the list', async () => {
  await show();
  await userEvent.keyboard('gl');
  await screen.findByRole('table', { name: 'Tickets' });
  await userEvent.keyboard('gt');
  expect(await screen.findByRole('region', { name: 'Scorecards' })).toBeVisible();
});
