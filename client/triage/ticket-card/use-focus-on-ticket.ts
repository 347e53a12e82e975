import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Gives the focus to the ticket whenever another one is up, whoever has changed it: what had the focus was about the
 * ticket before, and the next Enter, space or letter must not be about this one.
 *
 * @returns announces that the focus stays where it is for the change to that ticket: it is on what leads from one to
 *   the next, and is pressed again
 */
export function useFocusOnTicket(
  ticket: number,
  card: RefObject<HTMLElement | null>,
): (next: number | null) => void {
  const shown = useRef(ticket);
  const staysFor = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (shown.current === ticket) return;
    shown.current = ticket;
    if (staysFor.current !== ticket) card.current?.focus({ preventScroll: true });
    staysFor.current = null;
  }, [ticket, card]);
  return useCallback((next) => {
    staysFor.current = next;
  }, []);
}
