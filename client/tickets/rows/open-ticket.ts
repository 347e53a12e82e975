import type { MouseEvent } from 'react';

/** Elements of a row or a card that have a click of their own. */
const OWN_CLICK = 'button, input, label, [data-column="select"]';

/**
 * The ticket that a click on a list asks for; null when it asks for something else: a box, a tool, a new tab, or
 * the end of marking text to copy it.
 */
export function ticketOfClick(event: MouseEvent): number | null {
  const target = event.target as Element;
  if (event.button !== 0 || target.closest(OWN_CLICK) !== null) return null;
  const link = target.closest<HTMLElement>('a[data-ticket]');
  if (link !== null) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
    event.preventDefault();
    return Number(link.dataset.ticket);
  }
  if (getSelection()?.isCollapsed === false) return null;
  return ticketIdOf(target);
}

/** The ticket whose row or card an element is in; null for none. */
export function ticketIdOf(element: Element | null): number | null {
  const row = element?.closest<HTMLElement>('[data-listed]')?.dataset.listed;
  return row === undefined ? null : Number(row);
}
