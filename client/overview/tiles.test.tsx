import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import {
  DEFAULT_QUERY,
  decodeQuery,
  type Facets,
  NONE,
  type SnapshotStatus,
  type TicketQuery,
} from '../../contract/index.ts';
import { emptyFacets } from '../../contract/testing/empty-facets.ts';
import type { ListState } from '../address/use-address-list-state.ts';
import type { AnsweredList } from '../api/tickets.ts';
import { withFilters } from '../filters/with-filters.ts';
import { LastVisitContext, ListStateContext, ShownListContext } from '../workspace/workspace-context.ts';
import { Tiles } from './tiles.tsx';

/** The counts of all open tickets: as on screen, unless a test says otherwise. */
const network = setupServer(http.get('*/api/workspaces/1/tickets', () => HttpResponse.json(list(2_942))));
beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
afterEach(() => network.resetHandlers());
afterAll(() => network.close());

const OPEN = withFilters({ ...DEFAULT_QUERY, at: 7 }, { open: true });

const STATUS: SnapshotStatus = {
  number: 7,
  state: 'fresh',
  whole: true,
  loaded: 100,
  total: 100,
  takenAt: '2026-02-05T09:00:00.000Z',
  nextRefreshAt: null,
  refresh: { price: 1, everySeconds: 60, reason: 'configured', seenWithinSeconds: 60 },
  problem: null,
  calls: { today: 0, perDay: 2000 },
  newest: 7,
  changes: { added: 0, changed: 0, gone: 0 },
};

/** What a server counts: so many that are late, and as many of everything else as stands here. */
function facets(late: number): Facets {
  const counted = (value: string, count: number) => ({ value, label: value, count });
  return {
    ...emptyFacets(),
    status: [counted('NEW', 40), counted('ESCALATED', 5), counted('RESOLVED', 900)],
    priority: [counted('CRITICAL', 3), counted('HIGH', 4), counted('LOW', 50)],
    overdue: [counted('true', late), counted('false', 60)],
    assignee: [counted(NONE, 6), counted('ada@example.com', 70)],
    age: [counted('0-1', 1_204), counted('90+', 2)],
  };
}

function list(late: number): AnsweredList {
  return {
    tickets: [],
    page: { number: 1, perPage: 50, total: 100, pages: 2 },
    facets: facets(late),
    snapshot: STATUS,
    answers: { apiQuery: DEFAULT_QUERY, urlQuery: DEFAULT_QUERY },
  };
}

interface Showing {
  readonly query: TicketQuery;
  readonly list?: AnsweredList | null;
  readonly since?: string | null;
}

/** The tiles of a workspace, and what they updateQuery of its list. */
function show({ query, list: shown = list(2_942), since = null }: Showing) {
  const updateQuery = vi.fn<ListState['updateQuery']>();
  const markSeen = vi.fn();
  const listState = {
    workspace: '1',
    screen: 'tickets',
    query,
    apiQuery: query,
    updateQuery,
  };
  const page = { list: shown, address: '/w/1/tickets', isStale: false, error: null };
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <ListStateContext value={listState as unknown as ListState}>
        <ShownListContext value={page}>
          <LastVisitContext value={{ since, markSeen }}>
            <Tiles />
          </LastVisitContext>
        </ShownListContext>
      </ListStateContext>
    </QueryClientProvider>,
  );
  return { updateQuery, markSeen };
}

const tile = (name: string | RegExp) => screen.getByRole('button', { name });

test('over open tickets the tiles say what the list’s own facets count', () => {
  show({ query: OPEN });
  const names = screen.getAllByRole('button').map(({ textContent }) => textContent);
  expect(names).toEqual(
    ['Overdue 2,942', 'Critical and high 7', 'Escalated 5', 'Unassigned 6', 'Issued in 24 h 1,204'].map(
      (name) => expect.stringContaining(name),
    ),
  );
});

test('over other tickets they say what the open ones among them are, of the same snapshot', async () => {
  const asked: TicketQuery[] = [];
  network.use(
    http.get('*/api/workspaces/1/tickets', ({ request }) => {
      const decoded = decodeQuery(new URL(request.url).searchParams);
      if (decoded.ok) asked.push(decoded.query);
      return HttpResponse.json(list(decoded.ok && decoded.query.q === '' ? 2_942 : 17));
    }),
  );
  show({ query: { ...DEFAULT_QUERY, q: 'lamp', at: 7 } });
  expect(tile('Overdue –')).toBeVisible();
  expect(await screen.findByRole('button', { name: 'Overdue 17 of 2,942' })).toBeVisible();
  expect(asked).toEqual([
    { ...OPEN, q: 'lamp', perPage: 1 },
    { ...OPEN, perPage: 1 },
  ]);
});

test('a tile has a dash until its number is there, not a zero', () => {
  show({ query: OPEN, list: null });
  expect(tile('Overdue –')).toBeVisible();
});

test('a tile asks for the open tickets that it counts', async () => {
  const { updateQuery } = show({ query: OPEN });
  await userEvent.click(tile(/^Overdue/));
  expect(updateQuery).toHaveBeenLastCalledWith({ ...OPEN, overdue: true });
});

test('a pressed tile says so, and takes its own filter off', async () => {
  const { updateQuery } = show({ query: { ...OPEN, overdue: true } });
  expect(tile(/^Overdue/)).toHaveAttribute('aria-pressed', 'true');
  expect(tile(/^Escalated/)).toHaveAttribute('aria-pressed', 'false');
  await userEvent.click(tile(/^Overdue/));
  expect(updateQuery).toHaveBeenLastCalledWith(OPEN);
});

test('what has happened since the last visit is counted, shown alone and may be marked as seen', async () => {
  const since = '2026-02-04T09:00:00.000Z';
  const measures = { count: 12, open: 12, overdue: 0, urgent: 0, oldest: null };
  network.use(
    http.get('*/api/workspaces/1/summary', ({ request }) => {
      expect(new URL(request.url).searchParams.get('changedSince')).toBe(since);
      return HttpResponse.json({ axes: [], cells: [], total: measures, unplaced: 12, snapshot: STATUS });
    }),
  );
  const { updateQuery, markSeen } = show({ query: { ...OPEN, changedSince: since }, since });
  const news = await screen.findByRole('button', { name: /^New or changed 12 since 4 Feb 2026/ });
  expect(news).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(tile('Mark all as seen'));
  expect(markSeen).toHaveBeenCalledOnce();
  expect(updateQuery).toHaveBeenLastCalledWith({ changedSince: null });
});
