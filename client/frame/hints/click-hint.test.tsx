import type { QueryClient } from '@tanstack/react-query';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
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

const overview = () => screen.getByRole('button', { name: 'Overview' });

/** A click of a mouse, of which the simulated one does not tell. */
function click(target = overview()): void {
  act(() => {
    target.dispatchEvent(new PointerEvent('click', { pointerType: 'mouse', bubbles: true }));
  });
}

async function show(): Promise<void> {
  network.use(...handlers(fakeServer([ticket(1)])));
  history.replaceState(null, '', '/w/1/tickets');
  client = showApp();
  await screen.findByRole('table');
  await vi.dynamicImportSettled();
}

test('a key is told once after a click that it would have saved', async () => {
  await show();
  await waitFor(() => {
    click();
    expect(screen.getByText(/^Next time: o Overview$/)).toBeInTheDocument();
  });
  const { hinted } = JSON.parse(localStorage.getItem('loopdesk.settings') ?? '{}');
  expect(hinted).toEqual(['overview']);

  let now = performance.now();
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  for (const target of [screen.getByRole('button', { name: /^Filters/ }), overview()]) {
    now += 120_000;
    click(target);
    expect(screen.getByText(/^Next time:/, { selector: 'p' })).toHaveTextContent(
      /^Next time: F Filter panel$/,
    );
  }
  clock.mockRestore();
});

test('where hints are off none is told', async () => {
  changeSettings({ hints: false });
  await show();
  const before = overview().getAttribute('aria-expanded');
  click();
  await waitFor(() => expect(overview()).not.toHaveAttribute('aria-expanded', before));
  expect(screen.queryByText(/Next time:/)).toBeNull();
});
