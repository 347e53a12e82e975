import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { http } from 'msw';
import { expect, test } from 'vitest';
import { problem } from '../../test/fake-server.ts';
import { accessPages, token } from '../testing/access-pages.tsx';

const { asked, network, serveTokens, show, signIn } = accessPages();

test('a token is made, shown once and copied', async () => {
  const user = userEvent.setup();
  signIn('member');
  serveTokens();
  show('/access/tokens');
  await screen.findByText('You have none.');
  const form = screen.getByRole('form', { name: 'New token' });
  const roles = within(form).getAllByRole('option');
  expect(roles.map(({ textContent }) => textContent)).toEqual(['Viewer', 'Member']);
  await user.click(within(form).getByRole('button', { name: 'Create token' }));
  expect(within(form).getByRole('alert')).toHaveTextContent('Say what it is for.');
  await user.type(within(form).getByLabelText('What it is for'), ' Weekly report ');
  await user.keyboard('{Enter}');
  const secret = await screen.findByRole('textbox', { name: 'Secret' });
  expect(secret).toHaveValue('loopdesk_secret');
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('Copied.')).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('loopdesk_secret');
  expect(await screen.findByRole('row', { name: /^Weekly report Viewer .* never/ })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(document.body.innerHTML).not.toContain('loopdesk_secret');
});

test('a token that cannot be made says why, and what was typed stays', async () => {
  signIn('member');
  serveTokens();
  network.use(http.post('*/api/tokens', () => problem('store-failing')));
  show('/access/tokens');
  const name = await screen.findByLabelText('What it is for');
  await userEvent.type(name, 'Report{Enter}');
  expect(await screen.findByText('What is stored cannot be reached')).toBeVisible();
  expect(name).toHaveValue('Report');
});

test('a token is revoked after a question, and others’ stand apart', async () => {
  signIn('admin');
  serveTokens(
    token('1', { usedAt: '2026-02-01T12:00:00Z' }),
    token('2', { person: { id: 'ben', name: 'Ben' } }),
  );
  show('/access/tokens');
  const others = await screen.findByRole('table', { name: 'Other people’s tokens' });
  expect(within(others).getByRole('row', { name: /^Token 2 Ben Viewer/ })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Revoke Token 1' }));
  const dialog = await screen.findByRole('dialog', { name: 'Revoke API token' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(asked.filter((one) => one.startsWith('DELETE'))).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Revoke Token 1' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke' }));
  await screen.findByText('You have none.');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(asked).toContain('DELETE /api/tokens/1');
  await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
});

test('a viewer sees and revokes the tokens of before, and is told who makes new ones', async () => {
  signIn('viewer');
  serveTokens(token('1'));
  show('/access/tokens');
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke Token 1' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke' }));
  await screen.findByText('You have none.');
  expect(screen.queryByRole('form')).not.toBeInTheDocument();
  expect(screen.getByText(/takes the role of a member: ask Carla/)).toBeVisible();
});

test('whoever may see no workspace any more finds their tokens from there', async () => {
  signIn(null);
  serveTokens(token('1'));
  show('/');
  await screen.findByRole('heading', { name: 'No workspace is open to you' });
  await userEvent.click(screen.getByRole('link', { name: 'API tokens' }));
  await screen.findByRole('button', { name: 'Revoke Token 1' });
  await userEvent.click(screen.getByRole('button', { name: 'Account of Anna' }));
  await screen.findByText('anna@example.com');
  expect(screen.queryByText(/^Viewer:/)).not.toBeInTheDocument();
});

test('without a store the page says why there are no tokens', async () => {
  signIn('member');
  network.use(http.get('*/api/tokens', () => problem('unknown-route')));
  show('/access/tokens');
  await screen.findByRole('heading', { name: 'This Loopdesk has no API tokens' });
  expect(screen.queryByRole('form')).not.toBeInTheDocument();
});

test('a list that fails is no empty one, and comes by Retry', async () => {
  signIn('member');
  network.use(http.get('*/api/tokens', () => problem('store-failing')));
  show('/access/tokens');
  expect(await screen.findByText(/^The list of tokens could not be loaded\./)).toBeVisible();
  expect(screen.queryByText('You have none.')).not.toBeInTheDocument();
  serveTokens(token('1'));
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await screen.findByRole('row', { name: /^Token 1/ });
  expect(screen.queryByText(/could not be loaded/)).not.toBeInTheDocument();
});
