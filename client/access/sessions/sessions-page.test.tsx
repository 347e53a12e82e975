import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { OpenSessions } from '../../../contract/index.ts';
import { problem } from '../../test/fake-server.ts';
import { accessPages } from '../testing/access-pages.tsx';

const { asked, network, show, signIn } = accessPages();

function serveSessions(everybody: boolean): void {
  const session = (id: string, person: string, isCurrent = false) => ({
    id,
    person: { id: person, name: `${person}@example.com` },
    isCurrent,
    createdAt: '2026-02-01T12:00:00Z',
    seenAt: '2026-02-01T13:00:00Z',
    endsAt: '2026-02-02T12:00:00Z',
  });
  let sessions: OpenSessions['sessions'] = [
    session('1', 'anna', true),
    session('2', 'anna'),
    session('3', 'anna'),
    ...(everybody ? [session('4', 'ben')] : []),
  ];
  network.use(
    http.get('*/api/sessions', () => HttpResponse.json({ everybody, total: sessions.length, sessions })),
    http.delete('*/api/sessions/:id', ({ params }) => {
      sessions = sessions.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  );
}

test('a person sees their own sessions, and signs out everywhere else', async () => {
  signIn('viewer');
  serveSessions(false);
  show('/access/sessions');
  const table = await screen.findByRole('table', { name: 'Sessions' });
  expect(within(table).getAllByRole('row')).toHaveLength(4);
  expect(within(table).getAllByRole('button')).toHaveLength(2);
  expect(screen.queryByRole('columnheader', { name: 'Person' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Sign out everywhere else' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
  await screen.findByText('1 session');
  expect(asked.filter((one) => one.startsWith('DELETE'))).toEqual([
    'DELETE /api/sessions/2',
    'DELETE /api/sessions/3',
  ]);
});

test('an admin finds somebody’s session and ends it, though it has ended meanwhile', async () => {
  signIn('admin');
  serveSessions(true);
  show('/access/sessions');
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Person' }), 'BEN');
  expect(screen.getByText('1 of 4 sessions')).toBeVisible();
  network.use(http.delete('*/api/sessions/4', () => problem('unknown-session')));
  await userEvent.click(screen.getByRole('button', { name: 'End session of ben@example.com' }));
  await userEvent.click(await screen.findByRole('button', { name: 'End session' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('a session that cannot be ended says why, and the question stays', async () => {
  signIn('admin');
  serveSessions(true);
  network.use(http.delete('*/api/sessions/4', () => problem('store-failing')));
  show('/access/sessions');
  await userEvent.click(await screen.findByRole('button', { name: 'End session of ben@example.com' }));
  const dialog = await screen.findByRole('dialog', { name: 'End session' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'End session' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('What is stored cannot be reached');
});
