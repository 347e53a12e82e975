import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lazyPart } from './lazy-part.tsx';
import { Guarded } from './part-boundary.tsx';

let page: () => Promise<Response>;

beforeEach(() => {
  page = () => Promise.reject(new TypeError('Failed to fetch'));
  vi.stubGlobal('fetch', () => page());
  document.head.innerHTML = '<script type="module" src="/assets/index-1.js"></script>';
});

afterEach(() => {
  document.head.innerHTML = '';
});

function Settings({ theme }: { readonly theme: string }) {
  return <p>Theme: {theme}</p>;
}

/** A part that cannot be fetched until it is mended. */
function aPart() {
  const source = { broken: true };
  const Part = lazyPart<{ theme: string }>(
    async () => {
      if (source.broken) throw new TypeError('Failed to fetch dynamically imported module');
      return Settings;
    },
    { name: 'Settings', place: 'over' },
  );
  return { source, Part };
}

test('a part that cannot be fetched says so in its place, and comes when it is tried again', async () => {
  const { source, Part } = aPart();
  const onClose = vi.fn();
  render(
    <>
      <p>The rows</p>
      <Part theme="dark" onClose={onClose} />
    </>,
  );
  const alert = await screen.findByRole('alert', { name: 'Settings could not be loaded' });
  expect(alert).toHaveTextContent('Can’t reach Loopdesk.');
  expect(screen.getByText('The rows')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Reload page' })).toBeNull();
  const retry = screen.getByRole('button', { name: 'Try again' });
  expect(retry).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(1);
  source.broken = false;
  await userEvent.click(retry);
  expect(await screen.findByText('Theme: dark')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

test.each([
  ['another build', '<script src="/assets/index-2.js">', 'Loopdesk has been updated'],
  ['the same build without it', '<script src="/assets/index-1.js">', 'Loopdesk answers, but without it'],
])('where the server has %s, a reload is offered', async (_, html, words) => {
  page = async () => new Response(html);
  const { Part } = aPart();
  render(<Part theme="dark" />);
  expect(await screen.findByRole('alert')).toHaveTextContent(words);
  expect(screen.getByRole('button', { name: 'Reload page' })).toBeVisible();
});

function Broken({ id }: { readonly id: number }) {
  if (id === 1) throw new Error('ticket 1 breaks it');
  return <p>Ticket {id}</p>;
}

test('a mistake in a part costs that part alone, and only for what it was made with', async () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
  const shown = (id: number) => (
    <>
      <p>The rows</p>
      <Guarded name="The ticket" place="inline" identity={id}>
        <Broken id={id} />
      </Guarded>
    </>
  );
  const { rerender } = render(shown(1));
  expect(screen.getByRole('alert', { name: 'The ticket has failed' })).toHaveTextContent(
    'ticket 1 breaks it',
  );
  expect(screen.getByText('The rows')).toBeVisible();
  rerender(shown(2));
  expect(screen.getByText('Ticket 2')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
  // React has told the console, as it should.
  complaint.mockClear();
});
