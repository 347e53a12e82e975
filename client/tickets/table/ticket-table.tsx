import { type CSSProperties, type MouseEvent, useId, useMemo, useRef, useState } from 'react';
import type { Column, TicketList } from '../../../contract/index.ts';
import { COARSE, useMediaQuery } from '../../ui/use-media-query.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useListState, useOpenTicket, useShownList } from '../../workspace/workspace-context.ts';
import { type ColumnLayout, layOut } from '../columns/column-layout.ts';
import { resizeColumn } from '../columns/column-terms.ts';
import { useColumns } from '../columns/use-columns.ts';
import { isSelected } from '../selection/selection.ts';
import { useActiveCell } from './active-cell.ts';
import headerStyles from './header.module.css';
import { HeaderCell } from './header-cell.tsx';
import { ticketOfClick } from './open-ticket.ts';
import { markOf } from './row-mark.ts';
import { SelectPageBox } from './select-box.tsx';
import styles from './table.module.css';
import { useTicketTable } from './table-model.tsx';
import { TicketRow } from './ticket-row.tsx';
import { useCellKeys } from './use-cell-keys.ts';
import { useDrawnRows } from './use-drawn-rows.ts';
import { useFocusKept } from './use-focus-kept.ts';
import { useHeadKeys } from './use-head-keys.ts';
import { useListRows } from './use-list-rows.ts';
import { useRowStop } from './use-row-stop.ts';
import { useWideMark } from './use-wide-mark.ts';

/** The page of tickets as a table; a click on a row opens its ticket. */
export function TicketTable({ list }: { readonly list: TicketList }) {
  const listState = useListState();
  const openTicket = useOpenTicket();
  const { address, isStale } = useShownList();
  const { tickets, missing } = useDrawnRows(list);
  const { terms, arrange } = useColumns();
  const [draft, setDraft] = useState<{ readonly column: Column; readonly width: number } | null>(null);
  const layout = useMemo(
    () => layOut(draft === null ? terms : resizeColumn(terms, draft.column, draft.width)),
    [terms, draft],
  );
  const rows = useListRows(list, address);
  const model = useTicketTable(tickets, terms, rows.context);
  const coarse = useMediaQuery(COARSE);
  const { active, setActive, handlers } = useActiveCell();
  const onKeyDown = useCellKeys(list, terms, setActive, coarse);
  const head = useHeadKeys(terms);
  const stop = useRowStop(rows.ids, openTicket);
  const table = useRef<HTMLTableElement>(null);
  useWideMark(table);
  const body = useRef<HTMLTableSectionElement>(null);
  useFocusKept(body, list);
  const hint = useId();

  const onClick = (event: MouseEvent) => {
    const id = ticketOfClick(event);
    if (id !== null) listState.open(id);
  };

  return (
    <>
      <VisuallyHidden id={hint}>
        The arrow keys lead from row to row and along a row, to its box and to cells that filter the list; in
        the head they lead from column to column, and Tab to a column’s edge.
      </VisuallyHidden>
      <table
        ref={table}
        role="table"
        className={styles.table}
        style={tableStyle(layout)}
        data-filling={layout.filling}
        data-whole={rows.context.whole}
        aria-label="Tickets"
        aria-describedby={hint}
        aria-busy={isStale || missing > 0}
      >
        <thead role="rowgroup" className={headerStyles.group} {...head.handlers}>
          <tr role="row" className={styles.line}>
            <th
              scope="col"
              role="columnheader"
              aria-label="Selected"
              className={headerStyles.head}
              data-column="select"
            >
              <SelectPageBox page={rows.ids} isStop={head.stop === 'select'} />
            </th>
            {terms.map((term) => (
              <HeaderCell
                key={term.column}
                term={term}
                isStop={head.stop === term.column}
                onDraft={(width) => setDraft(width === null ? null : { column: term.column, width })}
                onResize={(width) => {
                  setDraft(null);
                  arrange(resizeColumn(terms, term.column, width));
                }}
              />
            ))}
          </tr>
        </thead>
        {/* The rows' links are the controls; the rows are only larger targets for the mouse. */}
        <tbody
          ref={body}
          role="rowgroup"
          onClick={onClick}
          onKeyDown={onKeyDown}
          onFocus={stop.onFocus}
          {...handlers}
        >
          {model.getRowModel().rows.map((row) => (
            <TicketRow
              key={row.id}
              row={row}
              terms={terms}
              context={rows.context}
              href={rows.href(row.original.id)}
              mark={markOf(row.original, rows.marks)}
              selected={isSelected(rows.selection, row.original.id)}
              open={row.original.id === openTicket}
              hasFilters={coarse}
              isStop={row.original.id === stop.id}
              active={active?.id === row.original.id ? active : null}
              onSelect={rows.onSelect}
            />
          ))}
          {missing > 0 && <tr aria-hidden style={{ height: `calc(${missing} * var(--row))` }} />}
        </tbody>
      </table>
    </>
  );
}

/** Lengths for the style sheet, which on paper has its own. */
function tableStyle({ template, least, pinned, offsets }: ColumnLayout): CSSProperties {
  const places = [...offsets].map(([column, offset]) => [`--at-${column}`, offset]);
  return Object.fromEntries([['--columns', template], ['--least', least], ['--pinned', pinned], ...places]);
}
