import { type CSSProperties, type MouseEvent, useId, useMemo, useRef } from 'react';
import { DEFAULT_SORT, formatSort, parseSort, type SortTerm } from '../../../contract/index.ts';
import type { AnsweredList } from '../../api/tickets.ts';
import { useStable } from '../../filters/facets/use-stable.ts';
import { COARSE, useMediaQuery } from '../../ui/use-media-query.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useHasFollowed } from '../../workspace/after-rows.tsx';
import { useListState, useOpenTicket, useShownList } from '../../workspace/workspace-context.ts';
import { useActiveCell } from '../cells/active-cell.ts';
import { type ColumnLayout, layOut } from '../columns/column-layout.ts';
import { toColumnTerms } from '../columns/column-state.ts';
import { groupLine, listLines } from '../focus/list-line.ts';
import { useCellKeys } from '../focus/use-cell-keys.ts';
import { useRestoreFocus } from '../focus/use-restore-focus.ts';
import { useRowStop } from '../focus/use-row-stop.ts';
import { useListGroups } from '../groups/use-list-groups.ts';
import headerStyles from '../header/header.module.css';
import { HeaderCell } from '../header/header-cell.tsx';
import { useHeadKeys } from '../header/use-head-keys.ts';
import { columnOf, columnStateInSight, useVisibleColumns } from '../model/table-model.ts';
import { useTicketTable } from '../model/use-ticket-table.ts';
import { ticketOfClick } from '../rows/open-ticket.ts';
import { markOf } from '../rows/row-mark.ts';
import { SelectPageBox } from '../rows/select-box.tsx';
import { TicketRow } from '../rows/ticket-row.tsx';
import { useDrawnRows } from '../rows/use-drawn-rows.ts';
import { useListRows } from '../rows/use-list-rows.ts';
import { GroupRows } from './group-rows.tsx';
import styles from './ticket-table.module.css';
import { useWideMark } from './use-wide-mark.ts';

/** The page of tickets as a table; a click on a row opens its ticket. */
export function TicketTable({ list }: { readonly list: AnsweredList }) {
  const listState = useListState();
  const openTicket = useOpenTicket();
  const { address, isStale } = useShownList();
  const drawn = useDrawnRows(list, useHasFollowed());
  const missing = list.tickets.length - drawn;
  const model = useTicketTable(list.tickets);
  const columns = useVisibleColumns(model);
  const names = useMemo(() => columns.map(({ column }) => column), [columns]);
  const layout = useMemo(() => layOut(toColumnTerms(columnStateInSight(model.state))), [model.state]);
  const rows = useListRows(list, address);
  const coarse = useMediaQuery(COARSE);
  const groups = useListGroups(list);
  const lines = useMemo(() => listLines(list.tickets, groups), [list.tickets, groups]);
  const { active, setActive, handlers } = useActiveCell();
  const onKeyDown = useCellKeys(list, lines, names, setActive, coarse);
  const head = useHeadKeys(names);
  // Every address is read anew: the heads are drawn again only when the order changes.
  const sorting = formatSort(listState.query.sort);
  const order = useMemo(() => parseSort(sorting) ?? DEFAULT_SORT, [sorting]);
  const onSort = useStable((sort: readonly SortTerm[]) => listState.updateQuery({ sort }));
  const stop = useRowStop(lines, openTicket);
  const table = useRef<HTMLTableElement>(null);
  useWideMark(table);
  useRestoreFocus(table, list);
  const hint = useId();

  const groupsDrawn = groups?.filter(({ from }) => from < drawn).length ?? 0;
  const headsMissing = (groups?.length ?? 0) - groupsDrawn;

  const onClick = (event: MouseEvent) => {
    const id = ticketOfClick(event);
    if (id !== null) listState.open(id);
  };

  const drawRows = (from: number, to: number) =>
    model
      .getRowModel()
      .rows.slice(from, Math.min(to, drawn))
      .map((row) => (
        <TicketRow
          key={row.id}
          row={row}
          columns={columns}
          context={rows.context}
          href={rows.href(row.original.id)}
          mark={markOf(row.original, rows.marks)}
          selected={row.getIsSelected()}
          open={row.original.id === openTicket}
          hasFilters={coarse}
          isStop={row.original.id === stop.line}
          active={active?.id === row.original.id ? active : null}
          onRange={rows.onRange}
        />
      ));

  return (
    <>
      <VisuallyHidden id={hint}>
        The arrow keys lead from row to row and along a row, to its box and to cells that filter the list.
        From the first row the arrow up leads to the head, where they lead from column to column, and Tab to a
        column’s edge.
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
        // The rows' links are the controls; the rows are only larger targets for the mouse.
        onClick={onClick}
        onKeyDown={onKeyDown}
        onFocus={stop.onFocus}
        {...handlers}
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
              <SelectPageBox table={model} isStop={head.stop === 'select'} />
            </th>
            {model.getLeafHeaders().map((header) => (
              <HeaderCell
                key={header.id}
                header={header}
                isPinned={header.column.getIsPinned() !== false}
                width={model.state.columnSizing[header.column.id]}
                order={order}
                isStop={head.stop === columnOf(header.column)}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        {groups === null ? (
          <tbody role="rowgroup">{drawRows(0, drawn)}</tbody>
        ) : (
          groups.slice(0, groupsDrawn).map((group, place) => (
            <GroupRows
              // biome-ignore lint/suspicious/noArrayIndexKey: a page has no more of a group than its place
              key={place}
              list={list}
              table={model}
              group={group}
              place={place}
              columns={columns.length}
              isStop={stop.line === groupLine(place)}
            >
              {drawRows(group.from, group.to)}
            </GroupRows>
          ))
        )}
        {missing > 0 && (
          <tbody aria-hidden>
            <tr style={{ height: `calc(${missing} * var(--row) + ${headsMissing} * var(--group-head))` }} />
          </tbody>
        )}
      </table>
    </>
  );
}

/** Lengths for the style sheet, which on paper has its own. */
function tableStyle({ template, paper, least, pinned, offsets }: ColumnLayout): CSSProperties {
  const places = [...offsets].map(([column, offset]) => [`--at-${column}`, offset]);
  return Object.fromEntries([
    ['--columns', template],
    ['--paper', paper],
    ['--least', least],
    ['--pinned', pinned],
    ...places,
  ]);
}
