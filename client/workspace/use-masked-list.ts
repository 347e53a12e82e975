import { useMemo } from 'react';
import { maskTicket, type TicketList } from '../../contract/index.ts';
import { useSettings } from '../settings/settings.ts';

/** The list as every part of the screen gets it, so that none of them can forget to hide anything. */
export function useMaskedList(list: TicketList | null): TicketList | null {
  const { masked } = useSettings();
  return useMemo(
    () => (list !== null && masked ? { ...list, tickets: list.tickets.map(maskTicket) } : list),
    [list, masked],
  );
}
