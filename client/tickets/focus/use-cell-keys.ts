import type { KeyboardEvent } from 'react';
import type { Column, TicketList } from '../../../contract/index.ts';
import { useListState } from '../../workspace/workspace-context.ts';
import type { ActiveCell } from '../cells/active-cell.ts';
import { cellFilter, FILTERING } from '../cells/cell-filter.ts';
import { type ListLine, linePosition, lineSelector } from './list-line.ts';
import { type CellMove, type FocusTarget, nextCell } from './next-cell.ts';

/**
 * Arrow keys within the rows: along a row from its box over its link to the cells that filter, and from row to
 * row in the same column, over the heads of groups, which have a box and a link.
 *
 * @param lines all rows and heads in their order
 * @param columns those on screen; of cards their number alone
 * @param hasFilters whether each row has a button for its filters
 */
export function useCellKeys(
  list: TicketList,
  lines: readonly ListLine[],
  columns: readonly Column[],
  setActive: (cell: ActiveCell | null) => void,
  hasFilters: boolean,
) {
  const listState = useListState();
  const { tickets, facets, snapshot } = list;

  const stopsOf = (row: number): readonly FocusTarget[] => {
    const line = lines[row];
    if (typeof line !== 'number') return ['select', 'id'];
    const ticket = tickets.find(({ id }) => id === line);
    const takenAt = snapshot.takenAt === null ? null : Date.parse(snapshot.takenAt);
    const filters = (column: Column) =>
      ticket !== undefined && cellFilter(ticket, column, listState.query, { facets, takenAt }) !== null;
    return [
      'select',
      ...(hasFilters ? (['filters'] as const) : []),
      ...columns.filter((column) => column === 'id' || filters(column)),
    ];
  };

  const focusOn = (rows: HTMLElement, line: ListLine, stop: FocusTarget) => {
    if (typeof line === 'number' && stop !== 'id' && stop !== 'select' && stop !== 'filters')
      return setActive({ id: line, column: stop, focused: true });
    setActive(null);
    rows
      .querySelector<HTMLElement>(`${lineSelector(line)} [data-column="${stop}"] :is(a, input, button)`)
      ?.focus();
  };

  return (event: KeyboardEvent<HTMLElement>) => {
    const place = linePosition(event.target as Element);
    if (place === null || isModified(event)) return;
    if (event.key === 'Escape' && isFilter(place.column))
      return focusOn(event.currentTarget, place.line, 'id');
    if (stepWithin(event)) return event.preventDefault();
    const from = { row: lines.indexOf(place.line), stop: place.column as FocusTarget };
    if (stepToHead(event, from)) return event.preventDefault();
    const to = nextCell(event.key, from, lines.length, stopsOf);
    const line = to === null ? undefined : lines[to.row];
    if (to === null || line === undefined) return;
    focusOn(event.currentTarget, line, to.stop);
    event.preventDefault();
  };
}

function isModified({ metaKey, ctrlKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return metaKey || ctrlKey || altKey || shiftKey;
}

/** Up from the first row to the head of the same column; false where there is none, as over cards. */
function stepToHead({ key, currentTarget }: KeyboardEvent<HTMLElement>, { row, stop }: CellMove): boolean {
  if (key !== 'ArrowUp' || row !== 0) return false;
  const heads = currentTarget.closest('table')?.tHead;
  const head = heads?.querySelector<HTMLElement>(
    `[data-column="${stop}"] :is(button, input), [data-column="${stop}"][data-head]`,
  );
  head?.focus();
  return head !== null && head !== undefined;
}

function isFilter(column: string): boolean {
  return (FILTERING as ReadonlySet<string>).has(column);
}

/** From one tool of a cell to the other. */
function stepWithin({ key, target }: KeyboardEvent<HTMLElement>): boolean {
  const side = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (side === undefined || !(target instanceof HTMLButtonElement)) return false;
  const tools = [...(target.closest('td')?.querySelectorAll('button') ?? [])];
  const next = tools[tools.indexOf(target) + side];
  next?.focus();
  return next !== undefined;
}
