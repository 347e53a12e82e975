import { type FocusEvent, useCallback, useState } from 'react';
import { ticketIdOf } from '../rows/open-ticket.ts';

/**
 * The one row, or card, of a page that the Tab key leads to: where the focus was last, else the ticket that is open,
 * else the first. The arrow keys lead to the others, so that a page of 200 is no more than one stop.
 *
 * @param ids the tickets of the page, in their order
 * @param open the ticket that is open beside the list; null for none
 */
export function useRowStop(ids: readonly number[], open: number | null) {
  const [last, setLast] = useState<number | null>(null);
  const onFocus = useCallback(({ target }: FocusEvent<HTMLElement>) => {
    const id = ticketIdOf(target);
    if (id !== null) setLast(id);
  }, []);
  const id = [last, open].find((one) => one !== null && ids.includes(one)) ?? ids[0] ?? null;
  return { id, onFocus };
}
