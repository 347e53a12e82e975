import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { TicketList } from '../../../contract/index.ts';
import { ticket } from '../../test/fake-server.ts';
import { useDrawnRows } from './use-drawn-rows.ts';

/** A page of so many tickets; only its rows matter here. */
function page(first: number, count: number): TicketList {
  const tickets = Array.from({ length: count }, (_, index) => ticket(first + index));
  return { tickets } as unknown as TicketList;
}

/** How many rows each drawing had, from one page to another. */
function drawings(from: TicketList, to: TicketList): number[] {
  const counts: number[] = [];
  const { rerender } = renderHook(
    ({ list }) => {
      const drawn = useDrawnRows(list);
      if (drawn.list === to) counts.push(drawn.tickets.length);
      expect(drawn.tickets.length + drawn.missing).toBe(drawn.list.tickets.length);
    },
    { initialProps: { list: from } },
  );
  act(() => rerender({ list: to }));
  return [...new Set(counts)];
}

test('another page comes in steps, the first rows first', () => {
  expect(drawings(page(1, 200), page(1_001, 180))).toEqual([50, 100, 150, 180]);
});

test('a short page comes at once', () => {
  expect(drawings(page(1, 200), page(1_001, 50))).toEqual([50]);
});

test('the same tickets with newer data never leave the screen', () => {
  expect(drawings(page(1, 200), page(1, 200))).toEqual([200]);
});
