import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ticket } from '../../test/fake-server.ts';
import { meetingScreens } from '../testing/meeting-screens.tsx';

const { server, show, walk } = meetingScreens();

const lastTime = () => screen.findByRole('region', { name: 'Since the last meeting' });

test('the first meeting has nothing to say of a last one', async () => {
  await walk();
  expect(screen.queryByRole('region', { name: 'Since the last meeting' })).toBeNull();
  expect(screen.queryByRole('combobox', { name: 'Since the last meeting' })).toBeNull();
});

test('the next meeting of the same list says what was decided, and what has changed; its queue has a filter', async () => {
  await walk();
  await userEvent.keyboard('n');
  await userEvent.keyboard('Call back{Escape}');
  await userEvent.keyboard('f');
  await userEvent.keyboard('E');
  await userEvent.click(await screen.findByRole('button', { name: 'End & show minutes' }));
  await screen.findByRole('heading', { name: 'Actions by owner' });
  const tickets = [ticket(11, { status: 'OPEN' }), ticket(12), ticket(13), ticket(15)];
  server().snapshots.clear();
  server().snapshots.set(2, tickets);

  cleanup();
  show('/w/1/triage');
  await userEvent.click(await screen.findByRole('button', { name: 'Start with 4 tickets' }));
  expect(await lastTime()).toHaveTextContent(/^Last time, .*: Call back.*Status: New\s*Open/);
  const filter = screen.getByRole('combobox', { name: 'Since the last meeting' });
  await userEvent.selectOptions(filter, 'New in this meeting (1)');
  const queue = within(screen.getByRole('navigation', { name: 'Queue' }));
  expect(queue.getAllByRole('button').map((row) => row.dataset.ticket)).toEqual(['11', '15']);
  expect(queue.getByRole('button', { name: /^4 ?15/ })).toBeVisible();
  await userEvent.click(queue.getByRole('button', { name: /^4 ?15/ }));
  expect(await lastTime()).toHaveTextContent('not in that meeting');
});
