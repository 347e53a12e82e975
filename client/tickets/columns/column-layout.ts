import type { Column, ColumnTerm } from '../../../contract/index.ts';
import { COLUMN_STYLES } from './column-styles.ts';

/** The width of the boxes that select rows, before all columns; a finger has one more button there. */
const SELECT_WIDTH = 'var(--select-column)';

/** The pixels of a rem, unless a reader has changed it. */
const REM = 16;

export interface ColumnLayout {
  /** The boxes' and the columns' widths in their order, as CSS has the columns of a grid. */
  readonly template: string;
  /** Widths on paper, where no box is and the description has a line of its own: shares of the sheet. */
  readonly paper: string;
  /** The least width of the table as a CSS length: narrower screens scroll. */
  readonly least: string;
  /** Whether some columns share what the others leave; without them, the table is as wide as its columns. */
  readonly filling: boolean;
  /** Width of the table's pinned part, as a CSS length. */
  readonly pinned: string;
  /** Distance from the start at which each pinned column stays, as a CSS length. */
  readonly offsets: ReadonlyMap<Column, string>;
}

/**
 * Texts share what the other columns leave, so that the table is as wide as its room. One that is pinned does not, as the
 * places of those behind it have to be known; nor does one that somebody has given a width.
 */
export function layOut(terms: readonly ColumnTerm[]): ColumnLayout {
  const lengths = terms.map(widthOf);
  const offsets = new Map<Column, string>();
  terms.forEach(({ column, pinned }, index) => {
    if (pinned) offsets.set(column, sum([SELECT_WIDTH, ...lengths.slice(0, index)]));
  });
  return {
    template: [SELECT_WIDTH, ...terms.map(trackOf)].join(' '),
    paper: terms
      .filter(({ column }) => column !== 'description')
      .map(paperTrackOf)
      .join(' '),
    least: sum([SELECT_WIDTH, ...lengths]),
    filling: terms.some((term) => shareOf(term) !== null),
    pinned: sum([SELECT_WIDTH, ...lengths.slice(0, offsets.size)]),
    offsets,
  };
}

function trackOf(term: ColumnTerm): string {
  const share = shareOf(term);
  return share === null ? widthOf(term) : `minmax(${widthOf(term)}, ${share}fr)`;
}

/** As much of a sheet as the column has of a window, texts with some of what they grow by there. */
function paperTrackOf(term: ColumnTerm): string {
  const { width, share } = COLUMN_STYLES[term.column];
  const rems = term.width === null ? Number.parseFloat(width) + (share ?? 0) : term.width / REM;
  return `minmax(0, ${rems}fr)`;
}

function shareOf({ column, width, pinned }: ColumnTerm): number | null {
  return pinned || width !== null ? null : COLUMN_STYLES[column].share;
}

function widthOf({ column, width }: ColumnTerm): string {
  return width === null ? COLUMN_STYLES[column].width : `${width}px`;
}

function sum(lengths: readonly string[]): string {
  return `calc(${lengths.join(' + ')})`;
}
