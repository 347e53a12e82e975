import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Column, ColumnTerm } from '../../../contract/index.ts';
import { fieldTitle } from '../../format/fields.ts';
import { AnchoredPopup } from '../../ui/anchored-popup.tsx';
import { Button } from '../../ui/button.tsx';
import { Announcement } from '../../ui/visually-hidden.tsx';
import { hiddenColumns, hideColumn, moveColumn, showColumn, togglePinned } from './column-terms.ts';
import styles from './columns-popover.module.css';
import { ShownColumn } from './shown-column.tsx';
import { useColumns } from './use-columns.ts';
import { useDragOrder } from './use-drag-order.ts';

interface ColumnsPopoverProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** What the table shows, in which order, and what stays in sight. Each change shows at once. */
export function ColumnsPopover({ anchor, onClose }: ColumnsPopoverProps) {
  const { terms, usual, arrange } = useColumns();
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const move = (column: Column, place: number) => {
    const next = moveColumn(terms, column, place);
    const now = next.findIndex((term) => term.column === column);
    if (now === terms.findIndex((term) => term.column === column)) return;
    arrange(next);
    setSaid(`${fieldTitle(column)} is now column ${now + 1} of ${next.length}`);
  };
  const drag = useDragOrder(list, move);
  useFocusKeptOnMove(terms);

  return (
    <AnchoredPopup anchor={anchor} align="start" title="Columns" onClose={onClose}>
      <div className={styles.body}>
        <ul ref={list} className={styles.list} aria-label="Shown columns">
          {terms.map((term, index) => (
            <ShownColumn
              key={term.column}
              term={term}
              place={index}
              canRise={terms[index - 1]?.pinned === term.pinned}
              canSink={terms[index + 1]?.pinned === term.pinned}
              dropping={drag.dropMark(index)}
              onGrip={drag.begin(term.column, index)}
              onMove={(place) => move(term.column, place)}
              onPin={() => arrange(togglePinned(terms, term.column))}
              onHide={() => arrange(hideColumn(terms, term.column))}
            />
          ))}
        </ul>
        <h3 className={styles.heading}>Not shown</h3>
        <ul className={styles.list} aria-label="Columns that are not shown">
          {hiddenColumns(terms).map((column) => (
            <li key={column} className={styles.hidden}>
              <label className={styles.name}>
                <input
                  type="checkbox"
                  data-toggle={column}
                  checked={false}
                  onChange={() => arrange(showColumn(terms, column))}
                />
                {fieldTitle(column)}
              </label>
            </li>
          ))}
        </ul>
        <div className={styles.foot}>
          <Button aria-disabled={usual} onClick={() => usual || arrange(null)}>
            Reset columns
          </Button>
        </div>
        <Announcement>{said}</Announcement>
      </div>
    </AnchoredPopup>
  );
}

/** What is moved, or goes from one list to the other, loses the focus: it gets it back. */
function useFocusKeptOnMove(terms: readonly ColumnTerm[]): void {
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
  }, [terms]);
}
