import { type MouseEvent, useMemo } from 'react';
import { type Column, type FieldKind, fieldOf, isPersonal, shorten } from '../../../contract/index.ts';
import { useSeesCustomers } from '../../account/role.ts';
import type { AnsweredList } from '../../api/tickets.ts';
import { BADGES, TicketBadges } from '../../badges/ticket-badges.tsx';
import { formatAge } from '../../format/dates.ts';
import { classes } from '../../ui/classes.ts';
import { useListState, useOpenTicket, useShownList } from '../../workspace/workspace-context.ts';
import { RowFilters } from '../cells/row-filters.tsx';
import { missingWord, shownLabelReader } from '../cells/shown-label.ts';
import { USUAL_COLUMNS } from '../columns/column-state.ts';
import { groupLine, listLines } from '../focus/list-line.ts';
import { useCellKeys } from '../focus/use-cell-keys.ts';
import { useRowStop } from '../focus/use-row-stop.ts';
import { useListGroups } from '../groups/use-list-groups.ts';
import { useTicketTable } from '../model/use-ticket-table.ts';
import { ticketOfClick } from '../rows/open-ticket.ts';
import { markOf } from '../rows/row-mark.ts';
import { SelectBox } from '../rows/select-box.tsx';
import { TicketLink } from '../rows/ticket-link.tsx';
import { useListRows } from '../rows/use-list-rows.ts';
import styles from './cards.module.css';
import { GroupCards } from './group-cards.tsx';

/** A card has no cells to go along: from its box the keys lead to its filters and its number. */
const ID_ALONE: readonly Column[] = ['id'];
const NO_CELLS = () => {};

/** Kinds that have a place of their own in a card. */
const PLACED: ReadonlySet<FieldKind> = new Set(['id', 'age', 'words']);

/** The other usual columns, in words, but for the badges. */
const LABELLED = USUAL_COLUMNS.map(({ column }) => column)
  .filter((column) => !(column in BADGES) && !PLACED.has(fieldOf(column).kind))
  .map((column) => ({ column, labelOf: shownLabelReader(column), missing: missingWord(column) ?? '–' }));

/** The page of tickets where a table would not fit. */
export function TicketCards({ list }: { readonly list: AnsweredList }) {
  const listState = useListState();
  const openTicket = useOpenTicket();
  const seesCustomers = useSeesCustomers();
  const labelled = seesCustomers ? LABELLED : LABELLED.filter(({ column }) => !isPersonal(column));
  const { address, isStale } = useShownList();
  const rows = useListRows(list, address);
  const table = useTicketTable(list.tickets);
  const groups = useListGroups(list);
  const lines = useMemo(() => listLines(list.tickets, groups), [list.tickets, groups]);
  const stop = useRowStop(lines, openTicket);
  const onKeyDown = useCellKeys(list, lines, ID_ALONE, NO_CELLS, true);
  const onClick = (event: MouseEvent) => {
    const id = ticketOfClick(event);
    if (id !== null) listState.open(id);
  };
  const { takenAt } = rows.context;
  const drawCards = (from: number, to: number) =>
    table
      .getRowModel()
      .rows.slice(from, to)
      .map((row) => {
        const ticket = row.original;
        return (
          <li
            key={ticket.id}
            className={classes(styles.card, ticket.isOverdue && styles.late)}
            data-listed={ticket.id}
            data-selected={ticket.id === openTicket}
            data-chosen={row.getIsSelected()}
          >
            <div className={styles.select} data-column="select">
              <SelectBox row={row} selected={row.getIsSelected()} onRange={rows.onRange} />
              <RowFilters ticket={ticket} />
            </div>
            <div className={styles.badges}>
              <TicketBadges ticket={ticket} />
              <span className={styles.age}>
                {ticket.issueDate && takenAt ? formatAge(ticket.issueDate, Date.parse(takenAt)) : null}
              </span>
            </div>
            {seesCustomers && (
              <p className={styles.text} dir="auto">
                {shorten(ticket.description?.trim() || 'No description', 300)}
              </p>
            )}
            <p className={styles.who}>
              <span data-column="id">
                <TicketLink
                  id={ticket.id}
                  href={rows.href(ticket.id)}
                  mark={markOf(ticket, rows.marks)}
                  isStop={ticket.id === stop.line}
                />
              </span>
              {labelled.map(({ column, labelOf, missing }) => (
                <Label key={column} text={labelOf(ticket) ?? missing} />
              ))}
            </p>
          </li>
        );
      });

  return (
    // The links within are the controls; the cards are only larger targets for a finger.
    <ul
      aria-label="Tickets"
      aria-busy={isStale}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocus={stop.onFocus}
    >
      {groups === null
        ? drawCards(0, lines.length)
        : groups.map((group, place) => (
            <GroupCards
              // biome-ignore lint/suspicious/noArrayIndexKey: a page has no more of a group than its place
              key={place}
              list={list}
              table={table}
              group={group}
              place={place}
              isStop={stop.line === groupLine(place)}
            >
              {drawCards(group.from, group.to)}
            </GroupCards>
          ))}
    </ul>
  );
}

/** Words of this many characters begin in the line that they are in: on the next one they would leave half of it empty. */
const LONG_WORDS = /(\S{16,})/;

function Label({ text }: { readonly text: string }) {
  return (
    <bdi>
      {text.split(LONG_WORDS).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
          <span key={index} className={styles.long}>
            {part}
          </span>
        ),
      )}
    </bdi>
  );
}
