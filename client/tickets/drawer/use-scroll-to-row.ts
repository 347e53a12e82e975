import { type RefObject, useLayoutEffect, useRef } from 'react';
import { rowOf } from '../focus/row-focus.ts';

/**
 * While one goes from ticket to ticket, the list behind shows the row of the open one, and the focus is on the ticket:
 * it does not get lost with what was focused in the last one, and Enter does not do to this ticket what was meant for
 * that one. Only what leads from ticket to ticket keeps it.
 */
export function useScrollToRow(
  id: number,
  drawer: RefObject<HTMLElement | null>,
  title: RefObject<HTMLElement | null>,
): void {
  const shown = useRef(id);
  useLayoutEffect(() => {
    rowOf(id)?.closest('tr, li')?.scrollIntoView({ block: 'nearest' });
    const isAnother = shown.current !== id;
    shown.current = id;
    const focused = document.activeElement;
    if (focused === document.body || (isAnother && meansAnother(focused, id, drawer.current)))
      title.current?.focus({ preventScroll: true });
  }, [id, drawer, title]);
}

/** Whether the focus is on something about a ticket that is no longer the open one: in the drawer, or a row. */
function meansAnother(focused: Element | null, id: number, drawer: HTMLElement | null): boolean {
  if (focused === null) return false;
  if (drawer?.contains(focused)) return focused.closest('[data-walk]') === null;
  const row = focused.closest<HTMLElement>('[data-listed]')?.dataset.listed;
  return row !== undefined && Number(row) !== id;
}
