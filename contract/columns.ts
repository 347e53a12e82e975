import { COLUMNS, type Column } from './field-keys.ts';

/** The narrowest and the widest that a column may be, in CSS pixels. */
export const COLUMN_WIDTHS = { min: 48, max: 1_200 } as const;

/** One column of a table: its place is its place in the list. */
export interface ColumnTerm {
  readonly column: Column;
  /** In CSS pixels; null for the usual width. */
  readonly width: number | null;
  /** Whether it stays in sight while the others are scrolled. */
  readonly pinned: boolean;
}

/** `id*,overdue,description.480`: a star pins, a number after a point is a width. */
export function formatColumns(terms: readonly ColumnTerm[]): string {
  return terms
    .map(({ column, width, pinned }) => `${column}${width === null ? '' : `.${width}`}${pinned ? '*' : ''}`)
    .join(',');
}

/** The opposite of {@link formatColumns}; null when a column is unknown, given twice or of no sensible width. */
export function parseColumns(text: string): readonly ColumnTerm[] | null {
  const terms: ColumnTerm[] = [];
  for (const part of text.split(',')) {
    const [, name, digits, star] = /^([a-zA-Z]+)(?:\.([1-9]\d{0,3}))?(\*)?$/.exec(part) ?? [];
    const column = COLUMNS.find((known) => known === name);
    const width = digits === undefined ? null : Number(digits);
    if (column === undefined || terms.some((term) => term.column === column) || !isWidth(width)) return null;
    terms.push({ column, width, pinned: star !== undefined });
  }
  return terms;
}

function isWidth(width: number | null): boolean {
  return width === null || (width >= COLUMN_WIDTHS.min && width <= COLUMN_WIDTHS.max);
}
