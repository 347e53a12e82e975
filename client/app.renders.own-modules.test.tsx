import type { QueryClient } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ComponentType, Profiler } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeNetwork } from './test/fake-network.ts';
import { type FakeServer, fakeServer, handlers, ticket } from './test/fake-server.ts';
import { showApp } from './test/show-app.tsx';

/** Number of times that something in a part was drawn. */
const drawn = vi.hoisted(() => ({ table: 0, facets: 0, trouble: 0 }));

/** The part with its drawings counted, those of all that is in it as well. */
function counted<Props extends object>(name: keyof typeof drawn, Part: ComponentType<Props>) {
  return (props?: Props) => (
    <Profiler id={name} onRender={() => drawn[name]++}>
      <Part {...(props as Props)} />
    </Profiler>
  );
}

vi.mock(import('./tickets/table/ticket-table.tsx'), async (load) => {
  const it = await load();
  return { ...it, TicketTable: counted('table', it.TicketTable) };
});
vi.mock(import('./filters/filter-panel.tsx'), async (load) => {
  const it = await load();
  return { ...it, FilterPanel: counted('facets', it.FilterPanel) };
});
vi.mock(import('./snapshot/trouble-line.tsx'), async (load) => {
  const it = await load();
  return { ...it, TroubleLine: counted('trouble', it.TroubleLine) };
});

const network = fakeNetwork();
let server: FakeServer;
let client: QueryClient;

/** Shows a list, until nothing of it is on its way any more. */
beforeEach(async () => {
  // A slow machine is no outage, which would have to be told.
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(new AbortController().signal);
  server = fakeServer([ticket(1), ticket(2, { status: 'OPEN' })]);
  network.use(...handlers(server));
  history.replaceState(null, '', '/w/1/tickets');
  client = showApp();
  await screen.findByRole('link', { name: /^1/ });
  await screen.findByRole('checkbox', { name: /Open/ });
  await waitFor(() => expect(history.state).toEqual({ snapshot: 1 }));
  await waitFor(() => expect(client.getQueryState(['snapshot', '1', '?at=1'])?.status).toBe('success'));
  await settle();
}, 30_000);

afterEach(() => {
  client.clear();
});

/** Waits until nothing is fetched, and nothing was drawn for ten frames: what comes after the rows waits for one. */
async function settle() {
  await waitFor(() => expect(client.isFetching()).toBe(0));
  for (let quiet = 0, before = ''; quiet < 10; quiet++) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const now = JSON.stringify(drawn);
    if (now !== before) quiet = 0;
    before = now;
  }
}

test('a poll that changes the state of the data alone draws neither the table nor the filters', async () => {
  const before = { ...drawn };
  server.status = {
    problem: {
      kind: 'unauthorized',
      message: 'QuestionPro has refused the API key.',
      since: '2026-02-05T09:00:00.000Z',
      retryAt: null,
    },
  };
  await client.refetchQueries({ queryKey: ['snapshot'] });
  const trouble = await screen.findByRole('region', { name: 'Trouble with the data' });
  expect(trouble).toHaveTextContent('QuestionPro has refused the API key');
  await settle();
  expect(drawn.trouble).toBeGreaterThan(before.trouble);
  expect({ table: drawn.table, facets: drawn.facets }).toEqual({
    table: before.table,
    facets: before.facets,
  });
});

test('a ticket that is opened does not draw the filters', async () => {
  const before = { ...drawn };
  await userEvent.click(screen.getByRole('link', { name: /^1/ }));
  await screen.findByRole('dialog', { name: 'Ticket 1' });
  await settle();
  expect(drawn.table).toBeGreaterThan(before.table);
  expect(drawn.facets).toBe(before.facets);
});
