import { renderHook, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { TicketList } from '../../../contract/index.ts';
import { ticket } from '../../test/fake-server.ts';
import { useDrawnRows } from './use-drawn-rows.ts';

/** A page of so many tickets; only its rows matter here. */
function page(first: number, count: number): TicketList {
  const tickets = Array.from({ length: count }, (_, index) => ticket(first + index));
  return { tickets } as unknown as TicketList;
}

/** How many rows each drawing had, from one page to another. */
async function drawings(from: TicketList, to: TicketList): Promise<number[]> {
  const counts: number[] = [];
  const { rerender, result } = renderHook(
    ({ list }) => {
      const drawn = useDrawnRows(list, true);
      if (list === to) counts.push(drawn);
      return drawn;
    },
    { initialProps: { list: from } },
  );
  await waitFor(() => expect(result.current).toBe(from.tickets.length));
  rerender({ list: to });
  await waitFor(() => expect(result.current).toBe(to.tickets.length));
  return [...new Set(counts)];
}

test('of another page the rows in sight come first, and the others bit by bit', async () => {
  vi.stubGlobal('innerHeight', 680);
  expect(await drawings(page(1, 200), page(1_001, 180))).toEqual([10, 20, 30, 110, 180]);
});

test('a short page comes at once', async () => {
  expect(await drawings(page(1, 200), page(1_001, 5))).toEqual([5]);
});

test('the same tickets with newer data never leave the screen', async () => {
  expect(await drawings(page(1, 200), page(1, 200))).toEqual([200]);
});

test('the others wait for what else is in sight', async () => {
  vi.stubGlobal('innerHeight', 680);
  const list = page(1, 50);
  const { rerender, result } = renderHook(({ ready }) => useDrawnRows(list, ready), {
    initialProps: { ready: false },
  });
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  expect(result.current).toBe(10);
  rerender({ ready: true });
  await waitFor(() => expect(result.current).toBe(50));
});
