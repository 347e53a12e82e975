import type { QueryClient } from '@tanstack/react-query';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeNetwork } from './test/fake-network.ts';
import { type FakeServer, fakeServer, handlers, problem, statusOf, ticket } from './test/fake-server.ts';
import { showApp } from './test/show-app.tsx';

const network = fakeNetwork();
let server: FakeServer;
let client: QueryClient;

beforeEach(() => {
  server = fakeServer([ticket(1), ticket(2, { status: 'OPEN', isOverdue: true })]);
  network.use(...handlers(server));
  history.replaceState(null, '', '/');
});

afterEach(() => {
  client.clear();
});

function show(address = '/w/1/tickets') {
  history.replaceState(null, '', address);
  client = showApp();
}

/** What the poll would do in a few seconds. */
function poll() {
  return client.refetchQueries({ queryKey: ['snapshot'] });
}

function idsOnScreen(): string[] {
  const tickets = within(screen.getByRole('table')).queryAllByRole('link', { name: /^\d+$/ });
  return tickets.map(({ textContent }) => textContent);
}

test('the bare address shows what needs attention in the first workspace, and says that it is made up', async () => {
  server.snapshots.set(1, [ticket(1), ticket(2, { status: 'OPEN' }), ticket(3, { status: 'RESOLVED' })]);
  show('/');
  await screen.findByRole('table');
  expect(idsOnScreen()).toEqual(['1', '2']);
  expect(location.pathname).toBe('/w/1/tickets');
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Open tickets 2 tickets');
  expect(screen.getByText('Demo data')).toBeVisible();
});

test('a key that asks for what cannot be there yet does nothing, now and later', async () => {
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  network.use(
    http.get('*/api/workspaces/1/tickets', async () => {
      await held;
      return undefined;
    }),
  );
  show();
  await screen.findByRole('combobox', { name: 'Search tickets' });
  await userEvent.keyboard('e');
  answer();
  await screen.findByRole('table');
  expect(screen.queryByRole('dialog')).toBeNull();
  await userEvent.keyboard('e');
  expect(await screen.findByRole('dialog', { name: /^Export/ })).toBeVisible();
});

test('Enter and Escape of an input method choose no suggestion and leave no search', async () => {
  show();
  await screen.findByRole('table');
  const box = screen.getByRole('combobox', { name: 'Search tickets' });
  await userEvent.type(box, 'stat');
  await screen.findByRole('listbox', { name: 'Suggestions' });
  await userEvent.keyboard('{ArrowDown}');
  for (const key of ['Enter', 'Escape', 'Tab']) fireEvent.keyDown(box, { key, keyCode: 229 });
  expect(box).toHaveValue('stat');
  expect(box).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(box).toHaveValue('status:');
});

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
  await waitFor(() => expect(client.isFetching({ queryKey: ['tickets'] })).toBe(0));
  expect(idsOnScreen()).toEqual(['1', '2']);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a server that has gone silent is told, even if this very question was never answered', async () => {
  show();
  await screen.findByRole('table');
  network.use(http.get('*/api/workspaces/1/snapshot', () => HttpResponse.error()));
  await userEvent.click(await screen.findByRole('checkbox', { name: /Open/ }));
  const trouble = await screen.findByRole('region', { name: 'Trouble with the data' });
  await waitFor(() => expect(trouble).toHaveTextContent('Can’t reach Loopdesk. Retrying'));
});

test('an empty list names the filters that are on, and removing one brings the rows back', async () => {
  show('/w/1/tickets?status=RESOLVED');
  const heading = await screen.findByRole('heading', { name: 'No tickets match' });
  expect(heading).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Remove the filter Status: Resolved' }));
  expect(await screen.findByRole('table')).toBeVisible();
});

test('where open tickets have no match, the resolved ones that have one are offered', async () => {
  server.snapshots.set(1, [ticket(1, { status: 'RESOLVED' }), ticket(2, { status: 'RESOLVED' })]);
  show('/w/1/tickets?status=-RESOLVED');
  await userEvent.click(await screen.findByRole('button', { name: 'Show 2 resolved matches' }));
  expect(await screen.findByRole('table')).toBeVisible();
  expect(location.search).toBe('');
});

test('before the first tickets are there, the screen is loading and not empty', async () => {
  server.snapshots.clear();
  server.status = { state: 'loading', total: null, takenAt: null };
  network.use(http.get('*/api/workspaces/1/tickets', () => problem('not-loaded-yet')));
  show();
  expect(await screen.findByText('Loading the first tickets')).toBeInTheDocument();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('when nothing could be read, the screen says why and that this is no empty list', async () => {
  server.status = {
    problem: {
      kind: 'unauthorized',
      message: 'QuestionPro has refused the API key.',
      since: '2026-02-05T09:00:00.000Z',
      retryAt: null,
    },
  };
  network.use(http.get('*/api/workspaces/1/tickets', () => problem('upstream-failing')));
  show();
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('QuestionPro has refused the API key.');
  expect(alert).toHaveTextContent('none could be read, not because there are none');
});

test('when Loopdesk’s own server is silent, the screen says that', async () => {
  network.use(http.get('*/api/workspaces', () => HttpResponse.error()));
  show();
  expect(await screen.findByRole('alert')).toHaveTextContent('Can’t reach Loopdesk');
});

test('typing asks once it rests, and the address follows', async () => {
  show();
  await screen.findByRole('table');
  const box = screen.getByRole('combobox', { name: 'Search tickets' });
  // All at once: on a busy machine the pause between two keys could pass for a rest.
  for (const value of ['r', 're', 'ref', 'refund']) fireEvent.change(box, { target: { value } });
  await waitFor(() => expect(location.search).toBe('?q=refund'));
  expect(server.requested).toHaveLength(2);
});

test('a hostile text is a text', async () => {
  const text = '<img src=x onerror=alert(1)> \u202Eevil';
  server.snapshots.set(1, [ticket(1, { description: text })]);
  show();
  await screen.findByRole('table');
  expect(screen.getByText(text)).toBeVisible();
  expect(document.querySelector('img[src="x"]')).toBeNull();
});
