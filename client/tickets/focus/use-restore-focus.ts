import { type RefObject, useEffect, useRef } from 'react';
import type { TicketList } from '../../../contract/index.ts';

/**
 * Moves the focus to another row when its row leaves, so that a reader who filters or turns the page by
 * keyboard from within the rows can go on from there.
 */
export function useRestoreFocus(body: RefObject<HTMLElement | null>, list: TicketList): void {
  const hadFocus = useRef(false);

  useEffect(() => {
    const rows = body.current;
    if (rows === null) return;
    const note = () => {
      hadFocus.current = true;
    };
    const forget = ({ relatedTarget }: FocusEvent) => {
      // Without another element the focus was not moved: what had it is gone, or the window is left.
      if (relatedTarget !== null) hadFocus.current = false;
    };
    const leave = () => {
      hadFocus.current = false;
    };
    rows.addEventListener('focusin', note);
    rows.addEventListener('focusout', forget);
    document.addEventListener('pointerdown', leave, { capture: true });
    return () => {
      rows.removeEventListener('focusin', note);
      rows.removeEventListener('focusout', forget);
      document.removeEventListener('pointerdown', leave, { capture: true });
    };
  }, [body]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus is looked after whenever other rows came
  useEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    body.current?.querySelector<HTMLElement>('a[data-ticket]')?.focus({ preventScroll: true });
  }, [body, list]);
}
