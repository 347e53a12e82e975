import { useEffect, useMemo, useState } from 'react';
import { hideCustomer, type Ticket, type TicketList } from '../../contract/index.ts';
import { prefetcher } from '../ui/prefetch-parts.ts';

type Mask = (ticket: Ticket) => Ticket;

/** Delay before the mask is fetched again after a failure, in milliseconds. */
const RETRY_DELAY = 2_000;

let loaded: Mask | null = null;

async function loadMask(): Promise<Mask> {
  const { maskTicket } = await import('./ticket-mask.ts');
  loaded = maskTicket;
  return maskTicket;
}

prefetcher.register(() =>
  loadMask().then(
    () => true,
    () => false,
  ),
);

/**
 * The list as every part of the screen gets it, so that none can forget to hide anything. Until the mask is
 * there to find names in texts, all texts are hidden.
 */
export function useMasked<List extends TicketList>(list: List | null, masked: boolean): List | null {
  const mask = useMask(masked);
  return useMemo(
    () => (list !== null && masked ? { ...list, tickets: list.tickets.map(mask ?? hideCustomer) } : list),
    [list, masked, mask],
  );
}

function useMask(wanted: boolean): Mask | null {
  // A function in the place of a state would be called.
  const [{ mask }, setState] = useState({ mask: loaded });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!wanted || mask !== null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    loadMask().then(
      (found) => setState({ mask: found }),
      () => {
        timer = setTimeout(() => setAttempt(attempt + 1), RETRY_DELAY);
      },
    );
    return () => clearTimeout(timer);
  }, [wanted, mask, attempt]);
  return mask;
}
