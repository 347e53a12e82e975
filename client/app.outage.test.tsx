import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { appOver, idsOnScreen } from './test/app-over.ts';
import { handlers, problem, statusOf, ticket } from './test/fake-server.ts';

const { network, server, client, show } = appOver();

const trouble = () => screen.getByRole('region', { name: 'Trouble with the data' });
const age = () => screen.getByRole('region', { name: 'State of the data' });

test('a list that cannot be had leaves the last one, says which one it is, and is tried again', async () => {
  show('/w/1/tickets');
  await screen.findByRole('table');
  const tiles = () => screen.getByRole('list', { name: 'Open tickets' }).textContent;
  await waitFor(() => expect(tiles()).toMatch(/Overdue 1/));
  const before = tiles();
  network.use(
    http.get('*/api/workspaces/1/tickets', () => HttpResponse.html('<h1>Oops</h1>', { status: 500 })),
  );
  await userEvent.click(await screen.findByRole('checkbox', { name: /Open/ }));
  await waitFor(() => expect(trouble()).toHaveTextContent(/Server error \(500\)\. Retrying/));
  expect(trouble()).toHaveTextContent('This is the previous list: what you have changed is not applied yet');
  expect(trouble()).toHaveAttribute('data-tone', 'fail');
  expect(age()).not.toHaveTextContent('Updated');
  expect(idsOnScreen()).toEqual(['1', '2']);
  expect(screen.getByRole('table')).toHaveAttribute('aria-busy', 'true');
  expect(tiles()).toBe(before);

  network.use(...handlers(server));
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(idsOnScreen()).toEqual(['2']));
  await waitFor(() => expect(age()).toHaveTextContent(/Updated/));
});

test('while it is tried again and again the failure stays told', async () => {
  show('/w/1/tickets');
  await screen.findByRole('table');
  let asked = 0;
  network.use(
    http.get('*/api/workspaces/1/tickets', ({ request: { url } }) => {
      // The tiles ask as well, for one row.
      if (url.includes('perPage=1&') || url.endsWith('perPage=1')) return HttpResponse.error();
      asked += 1;
      return asked === 1 ? problem('internal-error') : new Promise<HttpResponse<null>>(() => {});
    }),
  );
  await userEvent.click(await screen.findByRole('checkbox', { name: /Open/ }));
  await waitFor(() => expect(trouble()).toHaveTextContent(/Server error \(500\)/));
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(asked).toBe(2));
  expect(trouble()).toHaveTextContent(/Server error \(500\)\. Retrying…/);
  expect(idsOnScreen()).toEqual(['1', '2']);
});

test('a list that never comes is told of: the server is asked whether it is still there', async () => {
  show('/w/1/tickets');
  await screen.findByRole('table');
  network.use(
    http.get('*/api/workspaces/1/tickets', () => new Promise<HttpResponse<null>>(() => {})),
    http.get('*/api/workspaces/1/snapshot', () => HttpResponse.error()),
  );
  await userEvent.click(await screen.findByRole('checkbox', { name: /Open/ }));
  await waitFor(() => expect(trouble()).toHaveTextContent('Can’t reach Loopdesk. Retrying'));
  expect(trouble()).toHaveTextContent('This is the previous list');
  network.use(...handlers(server));
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(idsOnScreen()).toEqual(['2']));
});

test('a server that has gone silent is told, even if this very question was never answered', async () => {
  show();
  await screen.findByRole('table');
  network.use(http.get('*/api/workspaces/1/snapshot', () => HttpResponse.error()));
  await userEvent.click(await screen.findByRole('checkbox', { name: /Open/ }));
  const trouble = await screen.findByRole('region', { name: 'Trouble with the data' });
  await waitFor(() => expect(trouble).toHaveTextContent('Can’t reach Loopdesk. Retrying'));
});

test('an address that the server refuses is no outage: its errors stand in the list’s place', async () => {
  show('/w/1/tickets');
  await screen.findByRole('table');
  network.use(http.get('*/api/workspaces/1/tickets', () => problem('invalid-query')));
  await userEvent.click(await screen.findByRole('checkbox', { name: /Open/ }));
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
});

test('a first load that fails offers another try', async () => {
  network.use(http.get('*/api/workspaces', () => HttpResponse.error(), { once: true }));
  show('/w/1/tickets');
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(/Retrying in \d s/);
  await userEvent.click(within(alert).getByRole('button', { name: 'Retry' }));
  expect(await screen.findByRole('table')).toBeVisible();
});

test('when the server answers again, what had failed is asked for at once', async () => {
  show('/w/1/tickets');
  await screen.findByRole('table');
  const refuse = () => HttpResponse.error();
  network.use(
    http.get('*/api/workspaces/1/tickets', refuse),
    http.get('*/api/workspaces/1/snapshot', refuse),
  );
  await userEvent.click(await screen.findByRole('checkbox', { name: /Open/ }));
  await waitFor(() => expect(trouble()).toHaveTextContent('Can’t reach Loopdesk.'));
  network.use(...handlers(server));
  await client().refetchQueries({ queryKey: ['snapshot'], type: 'active' });
  await waitFor(() => expect(idsOnScreen()).toEqual(['2']));
});

test('in an empty list newer data comes by itself, for no row can move', async () => {
  show('/w/1/tickets?status=ESCALATED');
  await screen.findByRole('heading', { name: /^No tickets/ });
  server.snapshots.set(2, [ticket(1), ticket(2, { status: 'ESCALATED' })]);
  await client().refetchQueries({ queryKey: ['snapshot'] });
  await screen.findByRole('table');
  expect(idsOnScreen()).toEqual(['2']);
  expect(screen.queryByRole('button', { name: /^Show \d/ })).toBeNull();
});

test('a page past the end shows its tickets as soon as there are some', async () => {
  show('/w/1/tickets?perPage=1&page=3');
  await screen.findByRole('heading', { name: 'Page 3 is past the end of this list' });
  server.snapshots.set(2, [ticket(1), ticket(2), ticket(3)]);
  await client().refetchQueries({ queryKey: ['snapshot'] });
  await screen.findByRole('table');
  expect(idsOnScreen()).toEqual(['3']);
});

test('where nothing of the list is open, people’s screen goes on by itself too', async () => {
  server.snapshots.set(1, [ticket(1, { status: 'RESOLVED' })]);
  const counted: (string | null)[] = [];
  network.use(
    http.get('*/api/workspaces/1/summary', ({ request: { url } }) => {
      const at = new URL(url).searchParams.get('at');
      counted.push(at);
      return HttpResponse.json(summaryOf(Number(at)));
    }),
  );
  show('/w/1/people');
  await screen.findByRole('heading', { name: 'None of these tickets is open' });
  server.snapshots.set(2, [ticket(1, { status: 'RESOLVED' }), ticket(2)]);
  await client().refetchQueries({ queryKey: ['snapshot'] });
  await waitFor(() => expect(counted.at(-1)).toBe('2'));
});

/** A summary in which nothing is counted. */
function summaryOf(number: number) {
  return {
    axes: [{ key: 'assignee', values: [] }],
    cells: [],
    total: { count: 0, open: 0, overdue: 0, urgent: 0, oldest: null },
    unplaced: 0,
    snapshot: statusOf(server, number),
  };
}
