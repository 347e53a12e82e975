import { type RefObject, useEffect, useRef } from 'react';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import type { TicketTableModel, TicketTableRow } from '../model/table-model.ts';
import styles from './select-box.module.css';

interface SelectBoxProps {
  readonly row: TicketTableRow;
  /** The row's own word, in a form that has it drawn again. */
  readonly selected: boolean;
  /** Selects all up to this ticket. Always the same function. */
  readonly onRange: (id: number) => void;
}

/** Selects a ticket; with Shift all from the last selected one. The arrow keys reach it, so Tab does not. */
export function SelectBox({ row, selected, onRange }: SelectBoxProps) {
  return (
    <label className={styles.target}>
      <input
        type="checkbox"
        className={styles.box}
        tabIndex={-1}
        aria-label={`Select ticket ${row.id}`}
        checked={selected}
        onChange={(event) => {
          const { nativeEvent } = event;
          if ('shiftKey' in nativeEvent && nativeEvent.shiftKey === true) onRange(row.original.id);
          else row.getToggleSelectedHandler()(event);
        }}
      />
    </label>
  );
}

interface SelectPageBoxProps {
  readonly table: TicketTableModel;
  /** Whether the Tab key leads here. */
  readonly isStop: boolean;
}

/** Chooses the page on screen, and nothing beyond it. */
export function SelectPageBox({ table, isStop }: SelectPageBoxProps) {
  const isWhole = table.getIsAllPageRowsSelected();
  const box = useIndeterminate(!isWhole && table.getIsSomePageRowsSelected());
  const label = `Select the ${formatCount(table.getRowModel().rows.length)} tickets of this page`;
  return (
    <label className={styles.target} title={label}>
      <input
        ref={box}
        type="checkbox"
        className={styles.box}
        tabIndex={isStop ? 0 : -1}
        aria-label={label}
        checked={isWhole}
        onChange={table.getToggleAllPageRowsSelectedHandler()}
      />
    </label>
  );
}

interface SelectGroupBoxProps {
  readonly table: TicketTableModel;
  /** The group's rows on this page. */
  readonly rows: readonly TicketTableRow[];
}

/** Selects what the page has of a group, and nothing beyond it. */
export function SelectGroupBox({ table, rows }: SelectGroupBoxProps) {
  const selected = rows.filter((row) => row.getIsSelected()).length;
  const isWhole = selected === rows.length;
  const box = useIndeterminate(selected > 0 && !isWhole);
  const label = `Select the ${formatCountOf(rows.length, 'ticket')} of this group on this page`;
  const ids = new Set(rows.map(({ id }) => id));
  return (
    <label className={styles.target} title={label}>
      <input
        ref={box}
        type="checkbox"
        className={styles.box}
        tabIndex={-1}
        aria-label={label}
        checked={isWhole}
        onChange={({ target: { checked } }) =>
          table.setRowSelection((before) => {
            const others = Object.entries(before).filter(([id]) => !ids.has(id));
            return Object.fromEntries([...others, ...(checked ? [...ids].map((id) => [id, true]) : [])]);
          })
        }
      />
    </label>
  );
}

/** "Some of them" is no attribute: it has to be set on the element. */
function useIndeterminate(some: boolean): RefObject<HTMLInputElement | null> {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = some;
  });
  return box;
}
