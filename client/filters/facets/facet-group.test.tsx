import type { QueryClient } from '@tanstack/react-query';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { getResponse, HttpResponse, http } from 'msw';
import { afterEach, expect, test } from 'vitest';
import { AGE_BANDS, type FacetValue } from '../../../contract/index.ts';
import { fakeNetwork } from '../../test/fake-network.ts';
import { fakeServer, handlers, ticket } from '../../test/fake-server.ts';
import { showApp } from '../../test/show-app.tsx';

const network = fakeNetwork();
let client: QueryClient;

afterEach(() => {
  client.clear();
});

const AGES = AGE_BANDS.map(({ value, label }) => ({ value, label, count: 1 }));

/** Shows the list, with ages as a server would count them, of which the fake one knows nothing. */
async function showFacet(
  name: string,
  address = '/w/1/tickets',
  age: readonly FacetValue[] = [],
): Promise<HTMLElement> {
  const server = handlers(fakeServer([ticket(1), ticket(2, { status: 'OPEN' })]));
  const list = http.get('*/api/workspaces/1/tickets', async ({ request }) => {
    const answer = (await getResponse(server, request)) as Response;
    const { facets, ...others } = await answer.json();
    return HttpResponse.json({ ...others, facets: { ...facets, age } });
  });
  network.use(list, ...server);
  history.replaceState(null, '', address);
  client = showApp();
  return screen.findByRole('group', { name });
}

const asked = (key: string) => new URLSearchParams(location.search).getAll(key);

test('Shift and the arrows take a range of ages', async () => {
  const age = await showFacet('Age', '/w/1/tickets', AGES);
  const value = (name: RegExp) => within(age).getByRole('checkbox', { name });
  value(/^3–7 days/).focus();
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(value(/^30–90 days/)).toHaveFocus();
  expect(asked('age')).toEqual(['3-7', '7-30', '30-90']);
  await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}');
  expect(asked('age')).toEqual(['3-7', '7-30']);
});

test('a facet folds and stays folded, and says how much of it is on', async () => {
  const age = await showFacet('Age', '/w/1/tickets?age=90%2B');
  await userEvent.click(within(age).getByRole('button', { name: 'Age' }));
  expect(within(age).queryByRole('checkbox')).toBeNull();
  expect(within(age).getByRole('button', { name: 'Clear Age' })).toHaveTextContent('Clear 1');
  await waitFor(() => expect(localStorage.getItem('loopdesk.facets')).toBe('{"age":false}'));
  cleanup();
  // As a page that is loaded anew reads it: what is the same as before would not be read.
  for (const text of ['{}', '{"age":false}']) {
    localStorage.setItem('loopdesk.facets', text);
    dispatchEvent(new StorageEvent('storage'));
  }
  const again = await showFacet('Age');
  expect(within(again).queryByRole('checkbox')).toBeNull();
  expect(within(again).getByRole('button', { name: 'Age' })).toHaveAttribute('aria-expanded', 'false');
});
