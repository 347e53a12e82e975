import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useDragEnd } from '../use-drag-end.ts';
import { rangeAfter, type SpanRange, spanAt } from './span-range.ts';

/** The selection in progress, with the listeners that the plot needs for it. */
export interface SpanChoice {
  /** Spans under the pointer or the keys; null when neither is there. */
  readonly range: SpanRange | null;
  /** Event listeners for the plot. */
  readonly listeners: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onBlur: () => void;
  };
}

/**
 * Selecting spans of the chart: one by a click, several by dragging; with the keyboard by the arrows, Shift
 * and the arrows, and then Enter. Escape cancels.
 */
export function useSpanRange(spans: number, onChoose: (range: SpanRange) => void): SpanChoice {
  const [range, setRange] = useState<SpanRange | null>(null);
  const [dragging, setDragging] = useState(false);
  const shown = range === null || Math.max(range.from, range.to) >= spans ? null : range;

  const choose = () => {
    setRange(null);
    if (shown !== null) onChoose(shown);
  };
  useDragEnd(dragging, (cancelled) => {
    setDragging(false);
    if (cancelled) setRange(null);
    else choose();
  });

  return {
    range: shown,
    listeners: {
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        const at = spanUnder(event, spans);
        setRange({ from: at, to: at });
        setDragging(true);
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event) => {
        const at = spanUnder(event, spans);
        setRange(dragging && shown !== null ? { ...shown, to: at } : { from: at, to: at });
      },
      onPointerLeave: () => {
        if (!dragging) setRange(null);
      },
      onKeyDown: (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === 'Escape' && shown !== null) setRange(null);
        else if (event.key === 'Enter' || event.key === ' ') choose();
        else {
          const next = rangeAfter(event.key, event.shiftKey, shown, spans);
          if (next === null) return;
          setRange(next);
        }
        event.preventDefault();
        event.stopPropagation();
      },
      onBlur: () => setRange(null),
    },
  };
}

function spanUnder({ clientX, currentTarget }: PointerEvent, spans: number): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return spanAt((clientX - left) / width, spans);
}
