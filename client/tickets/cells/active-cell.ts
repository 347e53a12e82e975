import { type FocusEvent, type PointerEvent, useMemo, useState } from 'react';
import { COLUMNS, type Column } from '../../../contract/index.ts';

/** The cell that has its tools out. */
export interface ActiveCell {
  /** Its ticket's id. */
  readonly id: number;
  readonly column: Column;
  /** Whether the keyboard has come here, and the focus belongs on its tools. */
  readonly focused: boolean;
}

/** Position of an element in the table; null outside of its rows. */
function cellPosition(element: Element | null): { readonly id: number; readonly column: string } | null {
  const cell = element?.closest<HTMLElement>('[data-listed] [data-column]');
  const row = cell?.closest<HTMLElement>('[data-listed]');
  const column = cell?.dataset.column;
  return row && column !== undefined ? { id: Number(row.dataset.listed), column } : null;
}

/** Follows the pointer from cell to cell, but never takes the focus away from where the keyboard is. */
export function useActiveCell() {
  const [active, setActive] = useState<ActiveCell | null>(null);
  const handlers = useMemo(
    () => ({
      onPointerOver(event: PointerEvent<HTMLElement>) {
        if (event.pointerType === 'touch' || hasFocusedTool(event.currentTarget)) return;
        const place = cellPosition(event.target as Element);
        const column = COLUMNS.find((known) => known === place?.column);
        setActive((before) => {
          if (place === null || column === undefined) return null;
          const same = before?.id === place.id && before.column === column;
          return same ? before : { id: place.id, column, focused: false };
        });
      },
      onPointerLeave(event: PointerEvent<HTMLElement>) {
        if (!hasFocusedTool(event.currentTarget)) setActive(null);
      },
      onBlur(event: FocusEvent<HTMLElement>) {
        if (!isInRow(event.relatedTarget)) setActive(null);
      },
    }),
    [],
  );
  return { active, setActive, handlers };
}

function hasFocusedTool(table: HTMLElement): boolean {
  const focused = document.activeElement;
  return focused instanceof HTMLButtonElement && table.contains(focused) && isInRow(focused);
}

function isInRow(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-listed]') !== null;
}
