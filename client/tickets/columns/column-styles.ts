import { type Column, type FieldKind, fieldOf, SORT_KEYS } from '../../../contract/index.ts';
import type { ColumnSort } from '../sort/sorting.ts';
import { byColumn } from './by-column.ts';

/** Width, sort and alignment of a column in the table. */
export interface ColumnStyle {
  /** The usual width as a CSS length; of a column with a share, the least one. */
  readonly width: string;
  /** Share of the room that the other columns leave; null for a column that does not grow. */
  readonly share: number | null;
  /** Sort key of a click on its header; null where the server knows no such order. */
  readonly sort: ColumnSort | null;
  readonly align?: 'end';
}

/** The widths of kinds that are counted, measured or dated; what is written shares what they leave. */
const WIDTHS: Readonly<Partial<Record<FieldKind, string>>> = {
  id: '7rem',
  flag: '6.25rem',
  age: '4.5rem',
  date: '6.5rem',
  number: '6.5rem',
};
const WORDS = { width: '10rem', share: 4 };
const TEXT = { width: '6rem', share: 2 };
const ALIGNED_AT_END: ReadonlySet<FieldKind> = new Set<FieldKind>(['age', 'number']);
const DESCENDING_FIRST: ReadonlySet<FieldKind> = new Set<FieldKind>(['id', 'flag', 'date', 'number']);

export const COLUMN_STYLES = byColumn<ColumnStyle>(styleOf, {
  priority: { width: '5.75rem', share: null, sort: { key: 'priority', first: 'descending' } },
  status: { width: '6rem', share: null, sort: { key: 'status', first: 'ascending' } },
});

function styleOf(column: Column): ColumnStyle {
  const { kind } = fieldOf(column);
  const width = WIDTHS[kind];
  return {
    ...(width !== undefined ? { width, share: null } : kind === 'words' ? WORDS : TEXT),
    sort: sortOf(column),
    ...(ALIGNED_AT_END.has(kind) && { align: 'end' }),
  };
}

/** An age is sorted by its date, the other way round: what is youngest is of the latest. */
function sortOf(column: Column): ColumnSort | null {
  const { kind, of } = fieldOf(column);
  const isAge = kind === 'age';
  const key = SORT_KEYS.find((known) => known === (isAge ? of : column));
  if (key === undefined) return null;
  if (isAge) return { key, first: 'ascending', inverted: true };
  return { key, first: DESCENDING_FIRST.has(kind) ? 'descending' : 'ascending' };
}
