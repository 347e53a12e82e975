import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ConnectionLost } from './request.ts';
import { useSteadyQuery } from './use-steady-query.ts';

/** Answers by name, until it is broken. */
const source = { broken: false };

function Shown({ name, keep }: { readonly name: string; readonly keep: boolean }) {
  const { data, error, isStale, retry } = useSteadyQuery(
    {
      queryKey: ['named', name],
      queryFn: async () => {
        if (source.broken) throw new ConnectionLost('no answer');
        return `answer to ${name}`;
      },
    },
    { keep },
  );
  return (
    <button type="button" onClick={retry}>
      {data ?? 'nothing'}, {isStale ? 'stale' : 'own'}, {error?.message ?? 'well'}
    </button>
  );
}

function show(keep: boolean) {
  source.broken = false;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const tree = (name: string) => (
    <QueryClientProvider client={client}>
      <Shown name={name} keep={keep} />
    </QueryClientProvider>
  );
  const { rerender } = render(tree('one'));
  return (name: string) => rerender(tree(name));
}

const words = () => screen.getByRole('button').textContent;

test('an answer outlives the failure of the next question, which is told until there is an answer', async () => {
  const ask = show(true);
  await waitFor(() => expect(words()).toBe('answer to one, own, well'));
  source.broken = true;
  ask('two');
  await waitFor(() => expect(words()).toBe('answer to one, stale, no answer'));
  ask('three');
  expect(words()).toBe('answer to one, stale, no answer');
  source.broken = false;
  await userEvent.click(screen.getByRole('button'));
  await waitFor(() => expect(words()).toBe('answer to three, own, well'));
});

test('where another answer is no stand-in, neither it nor its failure is kept', async () => {
  const ask = show(false);
  await waitFor(() => expect(words()).toBe('answer to one, own, well'));
  source.broken = true;
  ask('two');
  expect(words()).toBe('nothing, own, well');
  await waitFor(() => expect(words()).toBe('nothing, own, no answer'));
});
