import { ArrowDown, ArrowUp, GripVertical, Pin } from 'lucide-react';
import type { PointerEvent } from 'react';
import { fieldTitle } from '../../format/fields.ts';
import { IconButton } from '../../ui/button.tsx';
import { columnOf, type TicketTableColumn } from '../model/table-model.ts';
import styles from './columns-popover.module.css';

interface ShownColumnProps {
  readonly column: TicketTableColumn;
  /** From 0. */
  readonly place: number;
  readonly canRise: boolean;
  readonly canSink: boolean;
  /** Side of this column on which the dragged one would land. */
  readonly dropping: 'before' | 'after' | null;
  readonly onGrip: (event: PointerEvent<HTMLElement>) => void;
  readonly onMove: (place: number) => void;
}

/** A column of the table, with the ways to hide, pin and move it. */
export function ShownColumn(props: ShownColumnProps) {
  const { column, place, canRise, canSink, dropping, onGrip, onMove } = props;
  const title = fieldTitle(columnOf(column));
  const isPinned = column.getIsPinned() !== false;
  const isFixed = !column.getCanHide();
  return (
    <li className={styles.shown} data-dropping={dropping}>
      {/* For the pointer; the keyboard has the arrows. */}
      <span className={styles.grip} onPointerDown={onGrip} title={`Drag ${title} to another place`}>
        <GripVertical aria-hidden />
      </span>
      <label
        className={styles.name}
        title={isFixed ? 'Always there: it is the way to the ticket' : undefined}
      >
        <input
          type="checkbox"
          data-toggle={column.id}
          checked
          disabled={isFixed}
          onChange={column.getToggleVisibilityHandler()}
        />
        {title}
      </label>
      <IconButton
        label={isPinned ? `Unpin ${title}` : `Pin ${title}`}
        title={isPinned ? 'Let it scroll away' : 'Keep it in sight'}
        className={styles.tool}
        aria-pressed={isPinned}
        onClick={() => column.pin(isPinned ? false : 'start')}
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
