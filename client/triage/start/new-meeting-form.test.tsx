import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { http } from 'msw';
import { expect, test } from 'vitest';
import { ticket } from '../../test/fake-server.ts';
import { meetingScreens } from '../testing/meeting-screens.tsx';

const { network, server, show } = meetingScreens();

test('tickets that are not counted yet begin no meeting, which would have as many as those before', async () => {
  server().snapshots.set(1, [ticket(11), ticket(12, { status: 'RESOLVED' }), ticket(13)]);
  show('/w/1/triage');
  await screen.findByRole('button', { name: 'Start with 2 tickets' });
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  network.use(http.get('*/api/workspaces/1/tickets', () => answered.then(() => undefined)));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Resolved tickets too' }));
  expect(screen.getByRole('button', { name: 'Start with 2 tickets' })).toBeDisabled();
  answer();
  await userEvent.click(await screen.findByRole('button', { name: 'Start with 3 tickets' }));
  const queue = within(await screen.findByRole('navigation', { name: 'Queue' }));
  expect(queue.getAllByRole('button').map((row) => row.dataset.ticket)).toEqual(['11', '12', '13']);
});
