import type { QueryClient } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach } from 'vitest';
import { type Trends, trendsRequest } from '../../../contract/index.ts';
import { changeSettings } from '../../settings/settings.ts';
import { fakeNetwork } from '../../test/fake-network.ts';
import { type FakeServer, fakeServer, handlers, ticket } from '../../test/fake-server.ts';
import { fakeTrends } from '../../test/fake-trends.ts';
import { showApp } from '../../test/show-app.tsx';

export const network = fakeNetwork();

/** The server of a test, anew for each. */
export const fake: {
  server: FakeServer;
  trends: Trends;
  /** Searches of the requested trends. */
  requested: URLSearchParams[];
} = { server: fakeServer([]), trends: fakeTrends([]), requested: [] };

let client: QueryClient;

/** Sets the fake server up and down around the tests of a file. */
export function setUpTrends(): void {
  beforeEach(() => {
    fake.server = fakeServer([ticket(1), ticket(2, { status: 'RESOLVED' })]);
    fake.trends = fakeTrends([{}, {}, { arrived: 5, resolved: 9, openAtEnd: 17, overdueAtEnd: 3 }]);
    fake.requested = [];
    changeSettings({ zone: 'UTC' });
    network.use(
      ...handlers(fake.server),
      http.get('*/api/workspaces/1/trends', ({ request }) => {
        const search = new URL(request.url).searchParams;
        if (!trendsRequest.decode(search).ok)
          throw new Error(`The client sent an invalid query: ${request.url}`);
        fake.requested.push(search);
        return HttpResponse.json(fake.trends);
      }),
    );
  });
  afterEach(() => {
    client.clear();
  });
}

/** Opens the screen, whatever it shows then. */
export function open(search: string): void {
  history.replaceState(null, '', `/w/1/trends${search}`);
  client = showApp();
}

/** Opens the screen and waits for its charts. */
export async function show(search = ''): Promise<void> {
  open(search);
  await screen.findByRole('region', { name: 'Scorecards' });
}

export const chart = (name: string) => within(screen.getByRole('region', { name }));

export const plot = (name: string) => screen.getByRole('slider', { name });
