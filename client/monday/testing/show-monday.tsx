import type { QueryClient } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach } from 'vitest';
import { type TicketList, type Trends, trendsRequest } from '../../../contract/index.ts';
import { emptyFacets } from '../../../contract/testing/empty-facets.ts';
import { changeSettings } from '../../settings/settings.ts';
import { fakeNetwork } from '../../test/fake-network.ts';
import { type FakeServer, fakeServer, handlers, statusOf, ticket } from '../../test/fake-server.ts';
import { fakeTrends } from '../../test/fake-trends.ts';
import { showApp } from '../../test/show-app.tsx';

export const network = fakeNetwork();

/** The server of a test, anew for each. */
export const fake: {
  server: FakeServer;
  trends: Trends;
  /** The search of the last trends that were asked for. */
  asked: URLSearchParams | null;
} = { server: fakeServer([]), trends: fakeTrends([]), asked: null };

let client: QueryClient;

/** Sets the fake server up and down around the tests of a file. */
export function setUpMonday(): void {
  beforeEach(() => {
    changeSettings({ zone: 'UTC' });
    fake.server = fakeServer([
      ticket(1, { isOverdue: true }),
      ticket(2, { isOverdue: true, assignedUser: { name: 'Evil | [x](y)', email: 'evil@example.com' } }),
      ticket(3, { status: 'RESOLVED', isOverdue: true }),
      ticket(4),
    ]);
    fake.trends = fakeTrends([{}, { arrived: 300, resolved: 1 }, { overdueAtEnd: 2 }]);
    network.use(
      http.get('*/api/workspaces/1/tickets', ({ request }) => {
        const search = new URL(request.url).searchParams;
        if (search.get('perPage') !== '1' || search.get('status') !== '-RESOLVED') return undefined;
        return HttpResponse.json(counted(search));
      }),
      ...handlers(fake.server),
      http.get('*/api/workspaces/1/trends', ({ request }) => {
        const search = new URL(request.url).searchParams;
        if (!trendsRequest.decode(search).ok)
          throw new Error(`The client sent an invalid query: ${request.url}`);
        fake.asked = search;
        return HttpResponse.json(fake.trends);
      }),
    );
  });
  afterEach(() => {
    client.clear();
  });
}

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
    snapshot: statusOf(fake.server, 1),
  };
}

/** Opens the screen, whatever it shows then. */
export function open(search = ''): void {
  history.replaceState(null, '', `/w/1/monday${search}`);
  client = showApp();
}

export const sheet = () => screen.findByRole('article', { name: 'How are we doing' });
