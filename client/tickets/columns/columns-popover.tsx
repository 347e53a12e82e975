import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { type Column, isPersonal, type Ticket } from '../../../contract/index.ts';
import { useSeesCustomers } from '../../account/role.ts';
import { fieldTitle } from '../../format/fields.ts';
import { changeSettings, useSettings } from '../../settings/settings.ts';
import { AnchoredPopup } from '../../ui/anchored-popup.tsx';
import { Button } from '../../ui/button.tsx';
import { Announcement } from '../../ui/visually-hidden.tsx';
import { columnOf, useVisibleColumns, type VisibleColumn } from '../model/table-model.ts';
import { useTicketTable } from '../model/use-ticket-table.ts';
import styles from './columns-popover.module.css';
import { moveColumn } from './move-column.ts';
import { ShownColumn } from './shown-column.tsx';
import { useColumns } from './use-columns.ts';
import { useDragOrder } from './use-drag-order.ts';

/** The columns are changed by a table of their own, which has no rows. */
const NO_TICKETS: readonly Ticket[] = [];

interface ColumnsPopoverProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** Choice of the columns, their order and which are pinned. Each change shows at once. */
export function ColumnsPopover({ anchor, onClose }: ColumnsPopoverProps) {
  const { usual, setColumns } = useColumns();
  const { grouped } = useSettings();
  const seesCustomers = useSeesCustomers();
  const table = useTicketTable(NO_TICKETS);
  const shown = useVisibleColumns(table);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const move = (column: Column, place: number) => {
    const order = moveColumn(table, column, place);
    if (order.every((id, index) => id === shown[index]?.column)) return;
    setSaid(`${fieldTitle(column)} is now column ${order.indexOf(column) + 1} of ${order.length}`);
  };
  const drag = useDragOrder(list, move);
  useRestoreFocusOnMove(shown);

  return (
    <AnchoredPopup anchor={anchor} align="start" title="Columns" onClose={onClose}>
      <div className={styles.body}>
        <ul ref={list} className={styles.list} aria-label="Shown columns">
          {table.getVisibleLeafColumns().map((column, index) => (
            <ShownColumn
              key={column.id}
              column={column}
              place={index}
              canRise={shown[index - 1]?.isPinned === shown[index]?.isPinned}
              canSink={shown[index + 1]?.isPinned === shown[index]?.isPinned}
              dropping={drag.dropMark(index)}
              onGrip={drag.begin(columnOf(column), index)}
              onMove={(place) => move(columnOf(column), place)}
            />
          ))}
        </ul>
        <h3 className={styles.heading}>Not shown</h3>
        <ul className={styles.list} aria-label="Columns that are not shown">
          {table
            .getAllLeafColumns()
            .filter((column) => !column.getIsVisible() && (seesCustomers || !isPersonal(column.id)))
            .map((column) => (
              <li key={column.id} className={styles.hidden}>
                <label className={styles.name}>
                  <input
                    type="checkbox"
                    data-toggle={column.id}
                    checked={false}
                    onChange={column.getToggleVisibilityHandler()}
                  />
                  {fieldTitle(columnOf(column))}
                </label>
              </li>
            ))}
        </ul>
        <div className={styles.foot}>
          <label className={styles.name} title="While the most urgent come first">
            <input
              type="checkbox"
              checked={grouped}
              onChange={({ target }) => changeSettings({ grouped: target.checked })}
            />
            Group by overdue and priority
          </label>
          <Button aria-disabled={usual} onClick={() => usual || setColumns(null)}>
            Reset columns
          </Button>
        </div>
        <Announcement>{said}</Announcement>
      </div>
    </AnchoredPopup>
  );
}

/** Gives the focus back to an item that lost it by being moved, or by going from one list to the other. */
function useRestoreFocusOnMove(shown: readonly VisibleColumn[]): void {
  const last = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const note = ({ target }: FocusEvent) => {
      last.current = target as HTMLElement;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other columns move the rows
  useLayoutEffect(() => {
    const { current } = last;
    if (current === null || current.isConnected === (document.activeElement === current)) return;
    const toggle = `[data-toggle="${current.dataset.toggle}"]`;
    (current.isConnected ? current : document.querySelector<HTMLElement>(toggle))?.focus();
  }, [shown]);
}
