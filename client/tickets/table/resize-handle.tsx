import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { COLUMN_WIDTHS } from '../../../contract/index.ts';
import { clampWidth } from '../columns/column-terms.ts';
import styles from './resize-handle.module.css';

interface ResizeHandleProps {
  readonly title: string;
  /** Whether the Tab key leads here. */
  readonly isStop: boolean;
  /** In CSS pixels; null for the usual width. */
  readonly width: number | null;
  /** Shows a width that is not decided yet; null shows the column as it was. */
  readonly onDraft: (width: number | null) => void;
  /** Gives the column this width; null for the usual one. */
  readonly onResize: (width: number | null) => void;
}

/** How far an arrow key moves the edge, in CSS pixels; with Shift. */
const STEP = 8;
const LONG_STEP = 40;

/** Where a drag began, in CSS pixels. */
interface Drag {
  readonly x: number;
  readonly width: number;
}

/** The edge of a column: dragged, moved by the arrow keys, and back to the usual width by Home or a double click. */
export function ResizeHandle({ title, width, isStop, onDraft, onResize }: ResizeHandleProps) {
  const drag = useRef<Drag | null>(null);
  /** What the keys have moved the edge to, until they are let go. */
  const typed = useRef<number | null>(null);

  const begin = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width: columnWidth(event.currentTarget) };
  };
  const draggedTo = (event: PointerEvent<HTMLElement>) =>
    drag.current === null
      ? null
      : clampWidth(drag.current.width + (event.clientX - drag.current.x) * direction(event.currentTarget));
  const move = (event: PointerEvent<HTMLElement>) => {
    const to = draggedTo(event);
    if (to !== null && to !== Math.round(drag.current?.width ?? to)) onDraft(to);
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    const to = draggedTo(event);
    const moved = to !== null && event.clientX !== drag.current?.x;
    drag.current = null;
    if (moved) onResize(to);
    // A finger that only taps means the head that lies below.
    else if (event.pointerType === 'touch') sortOf(event.currentTarget)?.click();
  };
  const cancel = () => {
    drag.current = null;
    onDraft(null);
  };
  const type = (event: KeyboardEvent<HTMLElement>) => {
    const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'Home') onResize(null);
    else if (side === undefined) return;
    else {
      const step = (event.shiftKey ? LONG_STEP : STEP) * side * direction(event.currentTarget);
      typed.current = clampWidth((typed.current ?? columnWidth(event.currentTarget)) + step);
      onDraft(typed.current);
    }
    event.preventDefault();
  };
  // An address for each repeat of a held key would be more than a browser lets through.
  const settle = () => {
    if (typed.current !== null) onResize(typed.current);
    typed.current = null;
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule between texts cannot be moved; this is a splitter
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${title}`}
      aria-valuemin={COLUMN_WIDTHS.min}
      aria-valuemax={COLUMN_WIDTHS.max}
      aria-valuenow={width ?? COLUMN_WIDTHS.min}
      aria-valuetext={width === null ? 'usual width' : `${width} pixels`}
      title="Drag to change the width; double-click for the usual one"
      tabIndex={isStop ? 0 : -1}
      className={styles.handle}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={cancel}
      onDoubleClick={() => onResize(null)}
      onKeyDown={type}
      onKeyUp={settle}
      onBlur={settle}
    />
  );
}

function columnWidth(handle: HTMLElement): number {
  return handle.closest('th')?.getBoundingClientRect().width ?? 0;
}

function sortOf(handle: HTMLElement): HTMLButtonElement | null {
  return handle.closest('th')?.querySelector('button') ?? null;
}

/** Which way the edge widens its column: 1 to the right, -1 where lines run from right to left. */
function direction(handle: HTMLElement): 1 | -1 {
  return getComputedStyle(handle).direction === 'rtl' ? -1 : 1;
}
