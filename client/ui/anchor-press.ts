import type { RefObject } from 'react';

/**
 * Whether what closes a popup is a press on the button that opened it, or the focus that comes there with it: the
 * button's own click closes the popup then.
 */
export function isPressOn(anchor: RefObject<HTMLElement | null>, event: Event): boolean {
  const targets = [event.target, event instanceof FocusEvent ? event.relatedTarget : null];
  return targets.some((target) => target instanceof Node && anchor.current?.contains(target));
}
