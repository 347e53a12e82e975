import { ArrowDown, ArrowUp, GripVertical, Pin } from 'lucide-react';
import type { PointerEvent } from 'react';
import type { ColumnTerm } from '../../../contract/index.ts';
import { fieldTitle } from '../../format/fields.ts';
import { IconButton } from '../../ui/button.tsx';
import { FIXED_COLUMN } from './column-terms.ts';
import styles from './columns-popover.module.css';

interface ShownColumnProps {
  readonly term: ColumnTerm;
  /** From 0. */
  readonly place: number;
  readonly canRise: boolean;
  readonly canSink: boolean;
  /** Where what is being dragged would land, seen from here. */
  readonly dropping: 'before' | 'after' | null;
  readonly onGrip: (event: PointerEvent<HTMLElement>) => void;
  readonly onMove: (place: number) => void;
  readonly onPin: () => void;
  readonly onHide: () => void;
}

/** A column of the table, with the ways to hide, pin and move it. */
export function ShownColumn(props: ShownColumnProps) {
  const { term, place, canRise, canSink, dropping, onGrip, onMove, onPin, onHide } = props;
  const { column, pinned } = term;
  const title = fieldTitle(column);
  const fixed = column === FIXED_COLUMN;
  return (
    <li className={styles.shown} data-dropping={dropping}>
      {/* For the pointer; the keyboard has the arrows. */}
      <span className={styles.grip} onPointerDown={onGrip} title={`Drag ${title} to another place`}>
        <GripVertical aria-hidden />
      </span>
      <label className={styles.name} title={fixed ? 'Always there: it is the way to the ticket' : undefined}>
        <input type="checkbox" data-toggle={column} checked disabled={fixed} onChange={onHide} />
        {title}
      </label>
      <IconButton
        label={pinned ? `Unpin ${title}` : `Pin ${title}`}
        title={pinned ? 'Let it scroll away' : 'Keep it in sight'}
        className={styles.tool}
        aria-pressed={pinned}
        onClick={onPin}
      >
        <Pin aria-hidden />
      </IconButton>
      <IconButton
        label={`Move ${title} up`}
        className={styles.tool}
        aria-disabled={!canRise}
        onClick={() => canRise && onMove(place - 1)}
      >
        <ArrowUp aria-hidden />
      </IconButton>
      <IconButton
        label={`Move ${title} down`}
        className={styles.tool}
        aria-disabled={!canSink}
        onClick={() => canSink && onMove(place + 1)}
      >
        <ArrowDown aria-hidden />
      </IconButton>
    </li>
  );
}
