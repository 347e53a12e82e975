import type { MouseEvent, PointerEvent, TouchEvent } from 'react';
import { clampWidth } from '../columns/column-state.ts';
import type { TicketTableHeader } from '../model/table-model.ts';

/**
 * The handlers that drag a column's edge, by mouse, pen or finger.
 *
 * @param onTap a finger has only tapped
 */
export function dragEdge(header: TicketTableHeader, onTap: () => void) {
  const { column, table } = header;
  const start = (event: MouseEvent<HTMLElement> | TouchEvent<HTMLElement>) => {
    if ('button' in event && event.button !== 0) return;
    header.getResizeHandler()(event);
    // The library counts from the pixels of a column's definition; ours are lengths of the style sheet.
    const startSize = columnWidth(event.currentTarget);
    table.setColumnResizing((state) => ({
      ...state,
      startSize,
      columnSizingStart: [[column.id, startSize]],
    }));
  };
  return {
    onMouseDown: start,
    onTouchStart: start,
    onPointerDown: ({ button, currentTarget, pointerId }: PointerEvent<HTMLElement>) => {
      if (button === 0) currentTarget.setPointerCapture(pointerId);
    },
    onPointerUp: ({ pointerType }: PointerEvent<HTMLElement>) => {
      const { isResizingColumn, deltaOffset } = table.atoms.columnResizing.get();
      if (pointerType === 'touch' && isResizingColumn === column.id && deltaOffset === 0) onTap();
    },
    // What is called off leaves the column as it was.
    onPointerCancel: () => table.resetHeaderSizeInfo(true),
  };
}

/** Shows the edge so many CSS pixels further towards the line's end, without deciding it. */
export function moveEdge(header: TicketTableHeader, handle: HTMLElement, distance: number): void {
  const { column, table } = header;
  const step = table.options.columnResizeDirection === 'rtl' ? -distance : distance;
  table.setColumnResizing((state) => {
    const isMoving = state.isResizingColumn === column.id && state.startSize !== null;
    const startSize = isMoving ? (state.startSize ?? 0) : columnWidth(handle);
    const size = clampWidth(startSize + ((isMoving && state.deltaOffset) || 0) + step);
    return { ...state, isResizingColumn: column.id, startSize, deltaOffset: size - startSize };
  });
}

/** Decides the width that {@link moveEdge} shows. */
export function settleEdge({ column, table }: TicketTableHeader): void {
  const { isResizingColumn, startOffset, startSize, deltaOffset } = table.atoms.columnResizing.get();
  const isByKeys = isResizingColumn === column.id && startOffset === null;
  if (!isByKeys || startSize === null || deltaOffset === null) return;
  table.setColumnSizing((sizes) => ({ ...sizes, [column.id]: startSize + deltaOffset }));
  table.resetHeaderSizeInfo(true);
}

function columnWidth(handle: HTMLElement): number {
  return handle.closest('th')?.getBoundingClientRect().width ?? 0;
}
