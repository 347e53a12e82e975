import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TicketList, type Trends, trendsRequest } from '../../contract/index.ts';
import { emptyFacets } from '../../contract/testing/empty-facets.ts';
import { App } from '../app.tsx';
import { changeSettings } from '../settings/settings.ts';
import { type FakeServer, fakeServer, handlers, problem, statusOf, ticket } from '../test/fake-server.ts';
import { fakeTrends, UNRECORDED } from '../test/fake-trends.ts';

const network = setupServer();
let server: FakeServer;
let client: QueryClient;
let trends: Trends;
let asked: URLSearchParams | undefined;

beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
afterAll(() => network.close());

beforeEach(() => {
  changeSettings({ zone: 'UTC' });
  server = fakeServer([
    ticket(1, { isOverdue: true }),
    ticket(2, { isOverdue: true, assignedUser: { name: 'Evil | [x](y)', email: 'evil@example.com' } }),
    ticket(3, { status: 'RESOLVED', isOverdue: true }),
    ticket(4),
  ]);
  trends = fakeTrends([{}, { arrived: 300, resolved: 1 }, { overdueAtEnd: 2 }]);
  network.use(
    http.get('*/api/workspaces/1/tickets', ({ request }) => {
      const search = new URL(request.url).searchParams;
      if (search.get('perPage') !== '1' || search.get('status') !== '-RESOLVED') return undefined;
      return HttpResponse.json(counted(search));
    }),
    ...handlers(server),
    http.get('*/api/workspaces/1/trends', ({ request }) => {
      asked = new URL(request.url).searchParams;
      if (!trendsRequest.decode(asked).ok)
        throw new Error(`The client sent an invalid query: ${request.url}`);
      return HttpResponse.json(trends);
    }),
  );
});

afterEach(() => {
  client.clear();
  network.resetHandlers();
});

/** The answer of a list of open tickets to who only counts; the fake server's own knows no assignees. */
function counted(search: URLSearchParams): TicketList {
  const isOverdue = search.get('overdue') === 'true';
  const total = search.has('priority') || search.has('age') ? 0 : isOverdue ? 2 : 3;
  const assignee = [
    { value: 'manager@example.com', label: 'Manager 1', count: isOverdue ? 1 : 2 },
    { value: 'evil@example.com', label: 'Evil | [x](y)', count: 1 },
  ];
  return {
    tickets: [],
    page: { number: 1, perPage: 1, total, pages: total },
    facets: { ...emptyFacets(), assignee },
    snapshot: statusOf(server, 1),
  };
}

function open(search = '') {
  history.replaceState(null, '', `/w/1/monday${search}`);
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>,
  );
}

const sheet = () => screen.findByRole('article', { name: 'How are we doing' });

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
    'AssigneeOverdueSince MondayOpen',
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
  expect(Object.fromEntries(asked ?? [])).toMatchObject({ by: 'assignee' });
});

test('it says under which filters, as of when, how complete and since when recorded', async () => {
  server.status = { whole: false, total: 9 };
  open('?priority=HIGH');
  const shown = within(await sheet());
  expect(shown.getByText('Filters: Priority: High')).toBeVisible();
  expect(shown.getByText('As of 5 Feb 2026, 09:00 UTC, 4 of 9 tickets read: some are missing')).toBeVisible();
  expect(shown.getByText('Recorded since 12 Jan 2026')).toBeVisible();
  expect(asked?.get('priority')).toBe('HIGH');
});

test('before anything is recorded it says so, and compares with nothing', async () => {
  trends = fakeTrends(
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
  network.use(http.get('*/api/workspaces/1/trends', () => HttpResponse.json(trends)));
  await userEvent.click(retry);
  expect(await sheet()).toBeVisible();
});

test('a copy as Markdown has absolute links, and shows names as text', async () => {
  const user = userEvent.setup();
  open();
  await sheet();
  await user.click(screen.getByRole('button', { name: /^Share/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Copy as Markdown' }));
  const copied = await navigator.clipboard.readText();
  expect(copied).toContain('# North: how are we doing\n');
  expect(copied).toContain(`[2 overdue](${location.origin}/w/1/tickets?overdue=true&status=-RESOLVED)`);
  expect(copied).toContain('\n| Evil \\| \\[x\\](y) |');
  expect(copied).toMatch(/^\| Week of 19 Jan 2026 \| 300 \| 1 \| 21 \| 14 \| 2\.3 d \|$/m);
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
