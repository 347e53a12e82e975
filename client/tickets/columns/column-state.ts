import {
  type ColumnOrderState,
  type ColumnPinningState,
  type ColumnSizingState,
  type ColumnVisibilityState,
  functionalUpdate,
  type Updater,
} from '@tanstack/react-table';
import {
  COLUMN_WIDTHS,
  COLUMNS,
  type Column,
  type ColumnTerm,
  type FieldKind,
  fieldOf,
  formatColumns,
} from '../../../contract/index.ts';

/** The one that is always there: the ticket's number is the way to it. */
export const FIXED_COLUMN: Column = 'id';

/** Kinds whose usual columns do not stand where the fields are listed: the age beside what is late, wide texts last. */
const PLACES: Readonly<Partial<Record<FieldKind, number>>> = {
  id: 0,
  flag: 1,
  age: 2,
  customer: 4,
  words: 5,
};
const USUAL_PLACE = 3;

/** A table's columns when nobody has changed them: what decides about a ticket, who has it, its words. */
export const USUAL_COLUMNS: readonly ColumnTerm[] = COLUMNS.filter(
  (column) => fieldOf(column).column === 'usual',
)
  .sort((one, other) => placeOf(one) - placeOf(other))
  .map((column) => ({ column, width: null, pinned: column === FIXED_COLUMN }));

function placeOf(column: Column): number {
  return PLACES[fieldOf(column).kind] ?? USUAL_PLACE;
}

/** The columns' part of the table's state, in the table library's own form. */
export interface ColumnState {
  readonly columnVisibility: ColumnVisibilityState;
  readonly columnOrder: ColumnOrderState;
  readonly columnPinning: ColumnPinningState;
  /** In CSS pixels; a column that is not named has its usual width. */
  readonly columnSizing: ColumnSizingState;
}

/** The table's state for the columns of an address; hidden columns come last, so that one is shown behind the others. */
export function toColumnState(terms: readonly ColumnTerm[]): ColumnState {
  const shown: readonly Column[] = terms.map(({ column }) => column);
  const hidden = COLUMNS.filter((column) => !shown.includes(column));
  return {
    columnVisibility: Object.fromEntries(hidden.map((column) => [column, false])),
    columnOrder: [...shown, ...hidden],
    columnPinning: { start: terms.filter(({ pinned }) => pinned).map(({ column }) => column), end: [] },
    columnSizing: Object.fromEntries(
      terms.flatMap(({ column, width }) => (width === null ? [] : [[column, width]])),
    ),
  };
}

/** The columns as an address holds them, pinned ones first. Of a hidden column neither width nor place is kept. */
export function toColumnTerms(state: ColumnState): readonly ColumnTerm[] {
  const { columnVisibility, columnOrder, columnPinning, columnSizing } = state;
  const ordered = new Set([...columnPinning.start, ...columnOrder]);
  return [...ordered].flatMap((id) => {
    const column = COLUMNS.find((known) => known === id);
    if (column === undefined || columnVisibility[id] === false) return [];
    const width = columnSizing[id];
    return {
      column,
      width: width === undefined ? null : clampWidth(width),
      pinned: columnPinning.start.includes(id),
    };
  });
}

/** The columns as a table can have them: the ticket's number among them, and pinned ones before the others. */
export function completeColumns(terms: readonly ColumnTerm[]): readonly ColumnTerm[] {
  const hasFixed = terms.some(({ column }) => column === FIXED_COLUMN);
  return toColumnTerms(
    toColumnState(hasFixed ? terms : [{ column: FIXED_COLUMN, width: null, pinned: true }, ...terms]),
  );
}

/** The nearest width that a column may have, in whole CSS pixels. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(COLUMN_WIDTHS.max, Math.max(COLUMN_WIDTHS.min, width)));
}

/**
 * The table's handlers of changed columns. A change that changes nothing, such as an edge that is let go where it was
 * taken, is none.
 *
 * @param onChange gets the columns after a change, as an address holds them
 */
export function columnHandlers(
  terms: readonly ColumnTerm[],
  onChange: (terms: readonly ColumnTerm[]) => void,
) {
  const state = toColumnState(terms);
  const handle =
    <Slice extends keyof ColumnState>(slice: Slice) =>
    (updater: Updater<ColumnState[Slice]>) => {
      const next = toColumnTerms({ ...state, [slice]: functionalUpdate(updater, state[slice]) });
      if (formatColumns(next) !== formatColumns(terms)) onChange(next);
    };
  return {
    onColumnVisibilityChange: handle('columnVisibility'),
    onColumnOrderChange: handle('columnOrder'),
    onColumnPinningChange: handle('columnPinning'),
    onColumnSizingChange: handle('columnSizing'),
  };
}
