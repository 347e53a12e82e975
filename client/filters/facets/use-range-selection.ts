import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';

interface RangeSelectionOptions {
  /** Number of rows. */
  readonly count: number;
  /** Takes a range of rows, both ends included; null where a range means nothing. */
  readonly onRange: ((first: number, last: number) => void) | null;
  readonly onToggle: (row: number) => void;
}

/** The two ends of a range as it is drawn, in no order. */
interface Drag {
  readonly from: number;
  readonly to: number;
}

/**
 * Rows of checkboxes. Where the rows are a scale, a range of them is taken by dragging across, by Shift and a click, or
 * by Shift and an arrow.
 */
export function useRangeSelection({ count, onRange, onToggle }: RangeSelectionOptions) {
  const anchor = useRef<number | null>(null);
  const withShift = useRef(false);
  const pressedOn = useRef<number | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);

  const take = (from: number, to: number) => onRange?.(Math.min(from, to), Math.max(from, to));

  const endDrag = (event: PointerEvent<HTMLElement>) => {
    pressedOn.current = null;
    if (drag !== null && event.type === 'pointerup') {
      anchor.current = drag.from;
      take(drag.from, drag.to);
    }
    setDrag(null);
  };

  const extend = (event: KeyboardEvent<HTMLElement>) => {
    withShift.current = event.shiftKey;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const row = rowIndexOf(event.target);
    if (step === 0 || row === null || !event.shiftKey || onRange === null) return;
    event.preventDefault();
    const next = Math.min(Math.max(row + step, 0), count - 1);
    event.currentTarget.querySelector<HTMLElement>(`[data-row="${next}"] input`)?.focus();
    anchor.current ??= row;
    take(anchor.current, next);
  };

  return {
    /** Whether a row lies in the range that is being drawn. */
    isMarked: (row: number) =>
      drag !== null && row >= Math.min(drag.from, drag.to) && row <= Math.max(drag.from, drag.to),
    toggle: (row: number) => {
      if (withShift.current && anchor.current !== null && onRange !== null) take(anchor.current, row);
      else {
        anchor.current = row;
        onToggle(row);
      }
    },
    handlers: {
      onKeyDown: extend,
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        withShift.current = event.shiftKey;
        // A finger that moves scrolls.
        const draws = onRange !== null && event.button === 0 && event.pointerType !== 'touch';
        pressedOn.current = draws && !isButton(event.target) ? rowIndexOf(event.target) : null;
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const from = pressedOn.current;
        if (from === null || event.buttons === 0) return;
        const to = rowIndexOf(document.elementFromPoint(event.clientX, event.clientY));
        if (to === null || (drag === null && to === from)) return;
        // From here on a release is no click on a row.
        if (drag === null) event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from, to });
      },
      onPointerUp: endDrag,
      onPointerCancel: endDrag,
    },
  };
}

function rowIndexOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined;
  return row === undefined ? null : Number(row);
}

function isButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button') !== null;
}
