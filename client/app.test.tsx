import { fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { http } from 'msw';
import { expect, test } from 'vitest';
import { appOver, idsOnScreen } from './test/app-over.ts';
import { ticket } from './test/fake-server.ts';

const { network, server, show } = appOver();

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
