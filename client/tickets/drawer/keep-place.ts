import { type RefObject, useEffect } from 'react';

/** Where the focus goes when a ticket is closed: the row that was read last, else the list's first. */
export function rowOf(id: number): HTMLElement | null {
  return (
    document.querySelector<HTMLElement>(`a[data-ticket="${id}"]`) ??
    document.querySelector<HTMLElement>('a[data-ticket]')
  );
}

/**
 * While one goes from ticket to ticket, the list behind shows the row of the open one, and the focus does not get
 * lost with what was focused in the last one.
 */
export function useKeepPlace(id: number, title: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    document.querySelector(`a[data-ticket="${id}"]`)?.closest('tr, li')?.scrollIntoView({ block: 'nearest' });
    if (document.activeElement === document.body) title.current?.focus();
  }, [id, title]);
}
