import type { KeyboardEvent } from 'react';
import { COLUMN_WIDTHS } from '../../../contract/index.ts';
import type { TicketTableHeader } from '../model/table-model.ts';
import { dragEdge, moveEdge, settleEdge } from './column-edge.ts';
import styles from './resize-handle.module.css';

interface ResizeHandleProps {
  readonly header: TicketTableHeader;
  readonly title: string;
  /** In CSS pixels; undefined for the usual width. */
  readonly width: number | undefined;
  /** Whether the Tab key leads here. */
  readonly isStop: boolean;
  /** A finger that only taps means the head that lies below. */
  readonly onTap: () => void;
}

/** Distance that an arrow key moves the edge, in CSS pixels; below, with Shift. */
const STEP = 8;
const LONG_STEP = 40;

/** The edge of a column: dragged, moved by the arrow keys, and back to the usual width by Home or a double click. */
export function ResizeHandle({ header, title, width, isStop, onTap }: ResizeHandleProps) {
  const { column } = header;

  const type = (event: KeyboardEvent<HTMLElement>) => {
    const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'Home') column.resetSize();
    else if (side === undefined) return;
    else moveEdge(header, event.currentTarget, (event.shiftKey ? LONG_STEP : STEP) * side);
    event.preventDefault();
  };
  // An address for each repeat of a held key would be more than a browser lets through.
  const settle = () => settleEdge(header);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule between texts cannot be moved; this is a splitter
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${title}`}
      aria-valuemin={COLUMN_WIDTHS.min}
      aria-valuemax={COLUMN_WIDTHS.max}
      aria-valuenow={width ?? COLUMN_WIDTHS.min}
      aria-valuetext={width === undefined ? 'usual width' : `${width} pixels`}
      title="Drag to change the width; double-click for the usual one"
      tabIndex={isStop ? 0 : -1}
      className={styles.handle}
      {...dragEdge(header, onTap)}
      onDoubleClick={() => column.resetSize()}
      onKeyDown={type}
      onKeyUp={settle}
      onBlur={settle}
    />
  );
}
