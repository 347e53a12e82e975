import { renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MASKED, type TicketList } from '../../contract/index.ts';
import { ticket } from '../test/fake-server.ts';
import { useMasked } from './use-masked.ts';

const list = {
  tickets: [ticket(1, { customerName: 'Ada Lovelace', description: 'Ada wants a refund' })],
} as unknown as TicketList;

test('all words are hidden until the customer’s name can be found in them', async () => {
  const { result, rerender } = renderHook(({ masked }) => useMasked(list, masked), {
    initialProps: { masked: false },
  });
  expect(result.current).toBe(list);
  rerender({ masked: true });
  expect(result.current?.tickets[0]).toMatchObject({ customerName: MASKED, description: MASKED });
  await waitFor(() => expect(result.current?.tickets[0]?.description).toBe(`${MASKED} wants a refund`));
  expect(result.current?.tickets[0]?.customerName).toBe(MASKED);
});
