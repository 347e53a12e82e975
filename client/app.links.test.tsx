import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { appOver, idsOnScreen } from './test/app-over.ts';

const { server, show } = appOver();

test('a link with errors names them, and shows no list that it did not ask for', async () => {
  show('/w/1/tickets?utm_source=teams&page=0&status=OPEN&q=lamp+"not&overdue=maybe');
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByRole('heading')).toHaveTextContent('This link has an invalid filter');
  expect(within(alert).getAllByRole('listitem')).toHaveLength(3);
  expect(alert).toHaveTextContent('q: The quote before “not” has no end');
  expect(server.requested).toEqual([]);
});

test('an error of a link is ignored by itself, and the other filters stay', async () => {
  show('/w/1/tickets?utm_source=teams&page=0&status=OPEN&overdue=maybe');
  await userEvent.click(await screen.findByRole('button', { name: /^Ignore it: page must be/ }));
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: /^Ignore it: overdue must be/ }));
  await screen.findByRole('table');
  expect(idsOnScreen()).toEqual(['2']);
  expect(location.search).toBe('?status=OPEN');
});

test('all errors of a link are ignored at once', async () => {
  show('/w/1/tickets?page=0&status=OPEN&overdue=maybe');
  await userEvent.click(await screen.findByRole('button', { name: 'Ignore all of them' }));
  await screen.findByRole('table');
  expect(location.search).toBe('?status=OPEN');
});

test('a link with foreign keys and the end of a sentence shows its list', async () => {
  show('/w/1/tickets?utm_source=teams&amp;status=OPEN).');
  await screen.findByRole('table');
  expect(idsOnScreen()).toEqual(['2']);
});

test('an unknown workspace is named, and the ones that are there are offered', async () => {
  show('/w/9/tickets');
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no workspace 9');
  expect(screen.getByRole('link', { name: 'North' })).toHaveAttribute(
    'href',
    '/w/1/tickets?status=-RESOLVED',
  );
});
