import { type FocusEvent, type KeyboardEvent, useState } from 'react';
import type { Column } from '../../../contract/index.ts';

/** A head of the table: the box that selects the page, or a column's. */
export type HeadName = Column | 'select';

/**
 * The one head of the table that the Tab key leads to, and the arrows, Home and End that lead from there to the others.
 * Its edge is the Tab key's next stop: there the arrows change the width.
 */
export function useHeadKeys(columns: readonly Column[]) {
  const names: readonly HeadName[] = ['select', ...columns];
  const [last, setLast] = useState<HeadName>('select');
  const stop = names.includes(last) ? last : 'select';

  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const name = target.closest<HTMLElement>('[data-column]')?.dataset.column;
    const found = names.find((one) => one === name);
    if (found !== undefined) setLast(found);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    // The edge of a column has the arrows for itself.
    if (event.defaultPrevented || (event.target as Element).role === 'separator') return;
    const heads = [
      ...event.currentTarget.querySelectorAll<HTMLElement>('th input, th button, th[data-head]'),
    ];
    const at = heads.indexOf(event.target as HTMLElement);
    const next = {
      ArrowLeft: heads[at - 1],
      ArrowRight: heads[at + 1],
      Home: heads[0],
      End: heads.at(-1),
    }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return { stop, handlers: { onFocus, onKeyDown } };
}
