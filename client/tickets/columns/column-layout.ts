import { type Column, type ColumnTerm, fieldOf } from '../../../contract/index.ts';
import { COLUMN_STYLES } from './column-styles.ts';

/** The width of the boxes that select rows, before all columns; a finger has one more button there. */
const SELECT_WIDTH = 'var(--select-column)';

export interface ColumnLayout {
  /** The boxes' and the columns' widths in their order, as CSS has the columns of a grid. */
  readonly template: string;
  /** The least width of the table as a CSS length: narrower screens scroll. */
  readonly least: string;
  /** Whether a column takes what the others leave; without one, the table is as wide as its columns. */
  readonly filling: boolean;
  /** Width of the table's pinned part, as a CSS length. */
  readonly pinned: string;
  /** Distance from the start at which each pinned column stays, as a CSS length. */
  readonly offsets: ReadonlyMap<Column, string>;
}

/** A column of words takes what the others leave, as long as nobody has given it a width. */
export function layOut(terms: readonly ColumnTerm[]): ColumnLayout {
  const lengths = terms.map(widthOf);
  const fills = ({ column, width }: ColumnTerm) => fieldOf(column).kind === 'words' && width === null;
  const offsets = new Map<Column, string>();
  terms.forEach(({ column, pinned }, index) => {
    if (pinned) offsets.set(column, sum([SELECT_WIDTH, ...lengths.slice(0, index)]));
  });
  return {
    template: [SELECT_WIDTH, ...terms.map((term) => (fills(term) ? 'minmax(0, 1fr)' : widthOf(term)))].join(
      ' ',
    ),
    least: sum([SELECT_WIDTH, ...lengths]),
    filling: terms.some(fills),
    pinned: sum([SELECT_WIDTH, ...lengths.slice(0, offsets.size)]),
    offsets,
  };
}

function widthOf({ column, width }: ColumnTerm): string {
  return width === null ? COLUMN_STYLES[column].width : `${width}px`;
}

function sum(lengths: readonly string[]): string {
  return `calc(${lengths.join(' + ')})`;
}
