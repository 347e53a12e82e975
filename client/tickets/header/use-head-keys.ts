import { type FocusEvent, type KeyboardEvent, useState } from 'react';
import type { Column } from '../../../contract/index.ts';
import { firstLine } from '../focus/row-focus.ts';

/** A head of the table: the box that selects the page, or a column's. */
export type HeadName = Column | 'select';

/**
 * Keys of the table's heads. The arrow up from the first row leads to them, so that they are no stop of their own; from one
 * to the other lead the arrows, Home and End, and the arrow down back to the rows. While the focus is on a head, its edge is
 * the Tab key's next stop: there the arrows change the width.
 */
export function useHeadKeys(columns: readonly Column[]) {
  const names: readonly HeadName[] = ['select', ...columns];
  const [stop, setStop] = useState<HeadName | null>(null);

  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const name = target.closest<HTMLElement>('[data-column]')?.dataset.column;
    const found = names.find((one) => one === name);
    if (found !== undefined) setStop(found);
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (!currentTarget.contains(relatedTarget)) setStop(null);
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
      ArrowDown: firstLine() ?? undefined,
    }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return { stop, handlers: { onFocus, onBlur, onKeyDown } };
}
