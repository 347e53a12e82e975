import type { TicketQuery } from '../../../contract/index.ts';
import type { Counts } from '../counts.ts';
import { type GridCell, HEAD } from './area.ts';

/** Relation of a cell to the active filters. */
export interface SelectedArea {
  /** Whether it is one of the selected cells. */
  readonly pressed: boolean;
  /** Whether all of its tickets are in the list. */
  readonly shown: boolean;
}

/** Relation of each cell of the grid to the query's own priorities and ages. */
export function selectedArea(
  query: TicketQuery,
  { rows, columns }: Counts,
): (place: GridCell) => SelectedArea {
  const { priority, age, not } = query;
  const byPriority = priority.length + not.priority.length > 0;
  const byAge = age.length + not.age.length > 0;
  return ({ row, column }) => {
    const rowIn = row === HEAD ? !byPriority : lets(priority, not.priority, rows[row]?.value);
    const columnIn = column === HEAD ? !byAge : lets(age, not.age, columns[column]?.value);
    const shown = (byPriority || byAge) && rowIn && columnIn;
    const named = (row === HEAD) !== byPriority && (column === HEAD) !== byAge;
    return { shown, pressed: shown && named };
  };
}

function lets(any: readonly string[], none: readonly string[], value = ''): boolean {
  return (any.length === 0 || any.includes(value)) && !none.includes(value);
}
