import { COLUMN_WIDTHS, COLUMNS, type Column, type ColumnTerm } from '../../../contract/index.ts';

/** What a table shows when nobody has arranged it: what decides about a ticket, its words, its people. */
export const USUAL_COLUMNS: readonly ColumnTerm[] = [
  { column: 'id', width: null, pinned: true },
  ...(
    ['overdue', 'priority', 'status', 'age', 'description', 'customer', 'assignee', 'segment'] as const
  ).map((column) => ({ column, width: null, pinned: false })),
];

/** The one that is always there: the ticket's number is the way to it. */
export const FIXED_COLUMN: Column = 'id';

/** The columns as a table can have them: the ticket's number among them, and pinned ones before the others. */
export function inOrder(terms: readonly ColumnTerm[]): readonly ColumnTerm[] {
  const complete = terms.some(({ column }) => column === FIXED_COLUMN)
    ? terms
    : [{ column: FIXED_COLUMN, width: null, pinned: true }, ...terms];
  return [...complete.filter(({ pinned }) => pinned), ...complete.filter(({ pinned }) => !pinned)];
}

/** With a column that was not shown, as the last. */
export function showColumn(terms: readonly ColumnTerm[], column: Column): readonly ColumnTerm[] {
  return terms.some((term) => term.column === column)
    ? terms
    : [...terms, { column, width: null, pinned: false }];
}

/** Without a column; the ticket's number stays. */
export function hideColumn(terms: readonly ColumnTerm[], column: Column): readonly ColumnTerm[] {
  return column === FIXED_COLUMN ? terms : terms.filter((term) => term.column !== column);
}

/** With a column at another place, counted from 0. One that is pinned stays among the pinned, and others among the others. */
export function moveColumn(
  terms: readonly ColumnTerm[],
  column: Column,
  place: number,
): readonly ColumnTerm[] {
  const term = terms.find((known) => known.column === column);
  if (term === undefined) return terms;
  const others = terms.filter((known) => known !== term);
  return inOrder(others.toSpliced(place, 0, term));
}

/** With a column of another width, in CSS pixels within what is allowed; null for the usual one. */
export function resizeColumn(
  terms: readonly ColumnTerm[],
  column: Column,
  width: number | null,
): readonly ColumnTerm[] {
  return terms.map((term) =>
    term.column === column ? { ...term, width: width === null ? null : clampWidth(width) } : term,
  );
}

/** The nearest width that a column may have, in whole CSS pixels. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(COLUMN_WIDTHS.max, Math.max(COLUMN_WIDTHS.min, width)));
}

/** With a column that stays in sight, as the last of those, or that no longer does. */
export function togglePinned(terms: readonly ColumnTerm[], column: Column): readonly ColumnTerm[] {
  return inOrder(terms.map((term) => (term.column === column ? { ...term, pinned: !term.pinned } : term)));
}

/** The columns that are not shown, in the order of the list of all. */
export function hiddenColumns(terms: readonly ColumnTerm[]): readonly Column[] {
  return COLUMNS.filter((column) => terms.every((term) => term.column !== column));
}
