import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { appOver } from './test/app-over.ts';
import { problem, ticket } from './test/fake-server.ts';

const { network, server, show } = appOver();

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
