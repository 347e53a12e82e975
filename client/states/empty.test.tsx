import type { QueryClient } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeNetwork } from '../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../test/fake-server.ts';
import { showApp } from '../test/show-app.tsx';

const network = fakeNetwork();
let client: QueryClient;

beforeEach(() => {
  const gone = { deletedAt: '2026-02-05T08:00:00.000Z', description: 'A lamp' };
  network.use(
    ...handlers(
      fakeServer([
        ticket(1, { isOverdue: true }),
        ticket(2),
        ticket(3, { status: 'ESCALATED' }),
        ticket(4, gone),
      ]),
    ),
  );
});

afterEach(() => {
  client.clear();
});

function show(query: string) {
  history.replaceState(null, '', `/w/1/tickets?${query}`);
  client = showApp();
}

const idsOnScreen = () =>
  within(screen.getByRole('table'))
    .queryAllByRole('link', { name: /^\d+$/ })
    .map(({ textContent }) => textContent);

test('an empty list tells what there is without each filter', async () => {
  show('status=ESCALATED&overdue=true');
  await screen.findByRole('heading', { name: 'No tickets match' });
  const chips = await screen.findByRole('list', { name: 'Filters to do without' });
  await waitFor(() =>
    expect(within(chips).getAllByRole('listitem')[0]).toHaveTextContent(/Overdue.*· 1 without it/),
  );
  await userEvent.click(within(chips).getByRole('button', { name: /^Without the filter Overdue/ }));
  await screen.findByRole('table');
  expect(idsOnScreen()).toEqual(['3']);
});

test('an empty list offers a deleted ticket where nothing else matches', async () => {
  show('status=-RESOLVED&q=lamp');
  await userEvent.click(await screen.findByRole('button', { name: 'Show 1 deleted match' }));
  await screen.findByRole('table');
  expect(idsOnScreen()).toEqual(['4']);
  expect(new URLSearchParams(location.search).get('deleted')).toBe('include');
});

test('a page past the end leads back', async () => {
  show('perPage=2&page=9999');
  const pages = await screen.findByRole('navigation', { name: 'Pages' });
  expect(pages).toHaveTextContent('0 of 3');
  await userEvent.click(await screen.findByRole('button', { name: 'Go to the last page' }));
  await waitFor(() => expect(pages).toHaveTextContent('3 of 3'));
  expect(idsOnScreen()).toEqual(['3']);
  expect(new URLSearchParams(location.search).get('page')).toBe('2');
});
