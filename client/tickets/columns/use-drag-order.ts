import { type PointerEvent, type RefObject, useState } from 'react';
import type { Column } from '../../../contract/index.ts';

/** A column being dragged, from which place to before which, both from 0. */
interface Drag {
  readonly column: Column;
  readonly from: number;
  readonly before: number;
}

/**
 * Dragging a row of a list to another place, by mouse, pen or finger.
 *
 * @param onDrop gets what was dragged, and its new place once it is taken out of its old one
 */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  onDrop: (column: Column, place: number) => void,
) {
  const [drag, setDrag] = useState<Drag | null>(null);

  const begin = (column: Column, from: number) => (event: PointerEvent<HTMLElement>) => {
    const grip = event.currentTarget;
    if (event.button !== 0) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    let before = from;
    const move = ({ clientY }: globalThis.PointerEvent) => {
      before = placeAt(list.current, clientY);
      setDrag({ column, from, before });
    };
    const end = ({ type }: globalThis.PointerEvent) => {
      grip.removeEventListener('pointermove', move);
      grip.removeEventListener('pointerup', end);
      grip.removeEventListener('pointercancel', end);
      setDrag(null);
      if (type === 'pointerup') onDrop(column, before > from ? before - 1 : before);
    };
    grip.addEventListener('pointermove', move);
    grip.addEventListener('pointerup', end);
    grip.addEventListener('pointercancel', end);
  };

  const dropMark = (place: number): 'before' | 'after' | null => {
    if (drag === null || drag.before === drag.from || drag.before === drag.from + 1) return null;
    if (drag.before === place) return 'before';
    const last = (list.current?.children.length ?? 0) - 1;
    return place === last && drag.before > last ? 'after' : null;
  };

  return { begin, dropMark };
}

/** Before which row a height on the screen (CSS pixels) is, from 0. */
function placeAt(list: HTMLElement | null, y: number): number {
  const rows = [...(list?.children ?? [])];
  const below = rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  return below < 0 ? rows.length : below;
}
