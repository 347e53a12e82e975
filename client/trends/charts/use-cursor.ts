import { type KeyboardEvent, type MouseEvent, type PointerEvent, useState } from 'react';
import { rangeAfter, spanAt } from '../../overview/chart/span-range.ts';

/** The bucket that is pointed at, with the listeners that a plot needs for it. */
export interface Cursor {
  /** Null while none is pointed at. */
  readonly bucket: number | null;
  readonly listeners: {
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerLeave: (event: PointerEvent) => void;
    readonly onClick: (event: MouseEvent) => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onBlur: () => void;
  };
}

/**
 * The cursor of a chart: it follows the pointer, and the arrows while the chart has the focus. A click or Enter opens a
 * bucket; a finger only points, since it can't do so without pressing.
 */
export function useCursor(buckets: number, onOpen: (bucket: number) => void): Cursor {
  const [at, setAt] = useState<number | null>(null);
  const bucket = at === null || at >= buckets ? null : at;
  const point = (event: PointerEvent) => setAt(bucketUnder(event, buckets));
  return {
    bucket,
    listeners: {
      onPointerMove: point,
      onPointerDown: point,
      onPointerLeave: ({ pointerType }) => pointerType !== 'touch' && setAt(null),
      onClick: (event) => {
        const { pointerType } = event.nativeEvent as globalThis.PointerEvent;
        if (pointerType !== 'touch') onOpen(bucketUnder(event, buckets));
      },
      onKeyDown: (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
        const next = rangeAfter(
          event.key,
          false,
          bucket === null ? null : { from: bucket, to: bucket },
          buckets,
        );
        if (next !== null) setAt(next.to);
        else if (event.key === 'Escape' && bucket !== null) setAt(null);
        else if ((event.key === 'Enter' || event.key === ' ') && bucket !== null) onOpen(bucket);
        else return;
        event.preventDefault();
        event.stopPropagation();
      },
      onBlur: () => setAt(null),
    },
  };
}

function bucketUnder({ clientX, currentTarget }: MouseEvent, buckets: number): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return spanAt((clientX - left) / width, buckets);
}
