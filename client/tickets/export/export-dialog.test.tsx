import type { QueryClient } from '@tanstack/react-query';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { changeSettings, DEFAULT_SETTINGS } from '../../settings/settings.ts';
import { fakeNetwork } from '../../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../../test/fake-server.ts';
import { showApp } from '../../test/show-app.tsx';

const network = fakeNetwork();
let client: QueryClient;

afterEach(() => {
  cleanup();
  changeSettings(DEFAULT_SETTINGS);
  client.clear();
});

test.each([
  ['de-DE', 'semicolon'],
  ['en-GB', 'comma'],
])('the export suggests to a reader of %s a %s between values', async (language, separator) => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue(language);
  network.use(...handlers(fakeServer([ticket(1)])));
  history.replaceState(null, '', '/w/1/tickets');
  client = showApp();
  await screen.findByRole('table');
  await userEvent.keyboard('e');
  const dialog = await screen.findByRole('dialog', { name: 'Export tickets' });
  await userEvent.click(within(dialog).getByRole('radio', { name: /^CSV/ }));
  expect(within(dialog).getByLabelText('Separator')).toHaveValue(separator);
});
