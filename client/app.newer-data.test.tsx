import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { appOver, idsOnScreen } from './test/app-over.ts';
import { problem, statusOf, ticket } from './test/fake-server.ts';

const { network, server, client, show, poll } = appOver();

test('a list stays on its snapshot while a newer one arrives, and shows it when asked', async () => {
  show();
  await screen.findByRole('table');
  server.snapshots.set(2, [...(server.snapshots.get(1) ?? []), ticket(3)]);
  await poll();
  const button = await screen.findByRole('button', { name: 'Show 1 new' });
  expect(idsOnScreen()).toEqual(['1', '2']);
  await userEvent.click(button);
  await waitFor(() => expect(idsOnScreen()).toEqual(['1', '2', '3']));
  expect(screen.getByRole('row', { name: /\b3 ?New/ })).toBeVisible();
  expect(screen.getAllByText('New', { selector: '[class*=mark]' })).toHaveLength(1);
  await waitFor(() => expect(screen.queryByRole('button', { name: /Show/ })).toBeNull());
});

test('a wall screen follows: newer data is shown as it comes, until the switch is off again', async () => {
  show();
  await screen.findByRole('table');
  await userEvent.click(screen.getByRole('button', { name: /Data status$/ }));
  const follow = await screen.findByRole('checkbox', { name: /^Auto-update/ });
  await userEvent.click(follow);
  server.snapshots.set(2, [...(server.snapshots.get(1) ?? []), ticket(3)]);
  await poll();
  await waitFor(() => expect(idsOnScreen()).toEqual(['1', '2', '3']));
  await userEvent.click(follow);
  server.snapshots.set(3, [...(server.snapshots.get(2) ?? []), ticket(4)]);
  await poll();
  expect(await screen.findByRole('button', { name: 'Show 1 new' })).toBeVisible();
  expect(idsOnScreen()).toEqual(['1', '2', '3']);
});

test('a refresh says its price, and the data’s status why the data is as old as it is', async () => {
  server.status = {
    refresh: { price: 26, everySeconds: 240, reason: 'budget', seenWithinSeconds: 900 },
    calls: { today: 1000, perDay: 2000 },
  };
  network.use(
    http.get('*/api/workspaces/1/summary', ({ request }) => {
      // Any other summary is the server's own.
      if (new URL(request.url).searchParams.get('deleted') !== 'only') return undefined;
      const total = { count: 2, open: 1, overdue: 0, urgent: 0, oldest: null };
      return HttpResponse.json({ axes: [], cells: [], total, unplaced: 0, snapshot: statusOf(server, 1) });
    }),
  );
  show();
  await userEvent.click(await screen.findByRole('button', { name: /Data status$/ }));
  const details = await screen.findByRole('dialog', { name: 'Data status' });
  const refresh = within(details).getByRole('button', { name: 'Refresh now' });
  expect(refresh).toHaveAttribute(
    'title',
    'Read all tickets again: 26 calls. 1,000 of today’s calls are left.',
  );
  expect(details).toHaveTextContent('every 4 minutes while somebody watches, so that today’s calls last');
  expect(details).toHaveTextContent('within 15 minutes');
  await waitFor(() => expect(details).toHaveTextContent('1,000 of 2,000 today (UTC), 17 in the last minute'));
  await waitFor(() => expect(details).toHaveTextContent('2 of them deleted'));
});

test('a refresh that cannot be asked for says so', async () => {
  network.use(http.post('*/api/workspaces/1/refresh', () => problem('too-many-requests')));
  show();
  await userEvent.click(await screen.findByRole('button', { name: /Data status$/ }));
  await userEvent.click(await screen.findByRole('button', { name: /^Refresh/ }));
  const failed = await screen.findByRole('button', { name: /^Refresh failed/ });
  expect(failed).toHaveAttribute('title', expect.stringContaining('could not be asked for'));
});

test('another question is asked of the newest snapshot, its next page of the same one', async () => {
  show();
  await screen.findByRole('table');
  server.snapshots.set(2, [...(server.snapshots.get(1) ?? []), ticket(3)]);
  await userEvent.click(await screen.findByRole('checkbox', { name: /Open/ }));
  await waitFor(() => expect(idsOnScreen()).toEqual(['2']));
  expect(server.requested).toEqual([null, null]);
  expect(location.search).toBe('?status=OPEN');
});

test('Back gives the same rows again, whatever has happened since', async () => {
  show();
  await screen.findByRole('table');
  await userEvent.click(await screen.findByRole('checkbox', { name: /Open/ }));
  await waitFor(() => expect(idsOnScreen()).toEqual(['2']));
  server.snapshots.set(2, [ticket(9)]);
  history.back();
  await waitFor(() => expect(idsOnScreen()).toEqual(['1', '2']));
});

test('when its snapshot is gone, the list goes on to the newest and says so', async () => {
  show();
  await screen.findByRole('table');
  server.snapshots.delete(1);
  server.snapshots.set(5, [ticket(7)]);
  await poll();
  await waitFor(() => expect(idsOnScreen()).toEqual(['7']));
  expect(await screen.findByText(/is no longer kept: it now shows the newest/)).toBeVisible();
});

test('when the newest cannot be had, the rows that were there stay', async () => {
  server.status = { whole: false };
  show();
  await screen.findByRole('table');
  server.snapshots.set(2, [ticket(7)]);
  let refused = 0;
  network.use(
    http.get('*/api/workspaces/1/tickets', () => {
      refused++;
      return HttpResponse.error();
    }),
  );
  await poll();
  await waitFor(() => expect(refused).toBeGreaterThan(0));
  await waitFor(() => expect(client().isFetching({ queryKey: ['tickets'] })).toBe(0));
  expect(idsOnScreen()).toEqual(['1', '2']);
  expect(screen.queryByRole('alert')).toBeNull();
});
