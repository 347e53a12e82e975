import { CircleMinus, CirclePlus } from 'lucide-react';
import { type MouseEvent, useEffect, useRef } from 'react';
import type { Column, Ticket, TicketQuery } from '../../../contract/index.ts';
import { useListState, useShownList } from '../../workspace/workspace-context.ts';
import { cellFilter, onlyLabel } from './cell-filter.ts';
import styles from './cell-tools.module.css';

interface CellToolsProps {
  readonly ticket: Ticket;
  readonly column: Column;
  /** Whether the keyboard has come here. */
  readonly focused: boolean;
}

/** Filter buttons of the cell under the pointer, or with the focus. */
export function CellTools({ ticket, column, focused }: CellToolsProps) {
  const listState = useListState();
  const { list } = useShownList();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused) first.current?.focus();
  }, [focused]);

  if (list === null) return null;
  const { takenAt } = list.snapshot;
  const context = { facets: list.facets, takenAt: takenAt === null ? null : Date.parse(takenAt) };
  const filter = cellFilter(ticket, column, listState.query, context);
  if (filter === null) return null;

  const { name, only, not, isOn } = filter;
  const apply = (event: MouseEvent, change: Partial<TicketQuery>) => {
    event.stopPropagation();
    listState.updateQuery(change);
  };
  const label = onlyLabel(filter);
  return (
    <span className={styles.tools}>
      <button
        ref={first}
        type="button"
        className={styles.tool}
        tabIndex={-1}
        aria-label={label}
        aria-pressed={isOn}
        title={not === null ? label : `${label} (with Alt: not ${name})`}
        onClick={(event) => apply(event, event.altKey && not !== null ? not : only)}
      >
        <CirclePlus aria-hidden />
      </button>
      {not !== null && (
        <button
          type="button"
          className={styles.tool}
          tabIndex={-1}
          aria-label={`Not ${name}`}
          title={`Not ${name}`}
          onClick={(event) => apply(event, not)}
        >
          <CircleMinus aria-hidden />
        </button>
      )}
    </span>
  );
}
