import { type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject, useState } from 'react';
import type { Counts } from '../counts.ts';
import { useDragEnd } from '../use-drag-end.ts';
import { type Area, cellAfter, type GridCell, within } from './area.ts';

/** The selection in progress, with the handlers that its cells need. */
export interface AreaChoice {
  /** Cells being selected, by dragging or with Shift; null when none are. */
  readonly area: Area | null;
  /** The one cell that Tab leads to. */
  readonly focused: GridCell;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Event listeners for a cell's button. */
  readonly onPlace: (place: GridCell) => {
    readonly onFocus: () => void;
    readonly onClick: (event: MouseEvent) => void;
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerEnter: () => void;
  };
}

/**
 * Selecting cells of a grid: one by a click or Enter, several by dragging over them, by Shift and a click, or
 * by Shift and the arrows and then Enter. Escape cancels.
 */
export function useArea(
  grid: RefObject<HTMLTableElement | null>,
  counts: Counts,
  onChoose: (area: Area) => void,
): AreaChoice {
  const [area, setArea] = useState<Area | null>(null);
  const [anchor, setAnchor] = useState<GridCell>({ row: 0, column: 0 });
  const [lastFocused, setFocused] = useState<GridCell>({ row: 0, column: 0 });
  const [dragging, setDragging] = useState(false);
  const focused = within(counts, lastFocused);

  const choose = (selected: Area) => {
    setArea(null);
    onChoose(selected);
  };

  useDragEnd(dragging, (cancelled) => {
    setDragging(false);
    setArea(null);
    // Within one place a click follows; between two there is none.
    if (!cancelled && area !== null && cellId(area.from) !== cellId(area.to)) choose(area);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && area !== null) {
      event.preventDefault();
      event.stopPropagation();
      setArea(null);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = cellAfter(event.key, focused, counts);
    if (next === null) return;
    event.preventDefault();
    const from = event.shiftKey ? (area?.from ?? focused) : next;
    setAnchor(from);
    setFocused(next);
    setArea(event.shiftKey ? { from, to: next } : null);
    grid.current?.querySelector<HTMLElement>(`[data-place="${cellId(next)}"]`)?.focus();
  };

  return {
    area,
    focused,
    onKeyDown,
    onPlace: (place) => ({
      onFocus: () => setFocused(place),
      onClick: ({ shiftKey }) => {
        if (!shiftKey) setAnchor(place);
        choose(shiftKey ? { from: anchor, to: place } : (area ?? { from: place, to: place }));
      },
      onPointerDown: ({ button, shiftKey, pointerType }) => {
        // A finger that moves scrolls.
        if (button !== 0 || shiftKey || pointerType === 'touch') return;
        setAnchor(place);
        setDragging(true);
        setArea({ from: place, to: place });
      },
      onPointerEnter: () => {
        if (dragging) setArea({ from: anchor, to: place });
      },
    }),
  };
}

/** Id by which a cell is found among the elements. */
export function cellId({ row, column }: GridCell): string {
  return `${row} ${column}`;
}
