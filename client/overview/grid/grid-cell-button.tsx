import type { CSSProperties, ReactNode } from 'react';
import type { Measures } from '../../../contract/index.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import type { Counts } from '../counts.ts';
import { type GridCell, HEAD, isWithin } from './area.ts';
import { areaLabel } from './area-label.ts';
import styles from './grid-cell-button.module.css';
import type { SelectedArea } from './selected-area.ts';
import { type AreaChoice, cellId } from './use-area.ts';

interface PlaceButtonProps extends GridCell {
  readonly counts: Counts;
  readonly choice: AreaChoice;
  readonly areaOf: (place: GridCell) => SelectedArea;
  /** Tickets in the fullest cell. */
  readonly most: number;
  readonly children: ReactNode;
}

/** A cell or a head of the grid: its tickets' number, which shows them. */
export function GridCellButton({ row, column, counts, choice, areaOf, most, children }: PlaceButtonProps) {
  const place = { row, column };
  const { pressed, shown } = areaOf(place);
  const measures = measuresOf(place, counts);
  const name = `${areaLabel({ from: place, to: place }, counts)}: ${formatCountOf(measures.count, 'ticket')}${
    measures.overdue > 0 ? `, ${formatCount(measures.overdue)} overdue` : ''
  }`;
  return (
    <button
      type="button"
      className={styles.place}
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      tabIndex={cellId(place) === cellId(choice.focused) ? 0 : -1}
      data-place={cellId(place)}
      data-head={headOf(place)}
      data-empty={measures.count === 0}
      data-shown={shown}
      data-within={choice.area !== null && isWithin(choice.area, place)}
      style={shades(measures, most)}
      {...choice.onPlace(place)}
    >
      {children}
    </button>
  );
}

/** The kind of head that a place is, if it is one: the corner stands in the heads of rows. */
function headOf({ row, column }: GridCell): 'row' | 'column' | undefined {
  if (column === HEAD) return 'row';
  return row === HEAD ? 'column' : undefined;
}

function measuresOf({ row, column }: GridCell, { rows, columns, at, total }: Counts) {
  const nothing = { count: 0, overdue: 0 };
  if (row === HEAD) return column === HEAD ? total : (columns[column] ?? nothing);
  return column === HEAD ? (rows[row] ?? nothing) : at(row, column);
}

/** Shades of a cell, by its count and its overdue share. The square root keeps small counts visible. */
function shades({ count, overdue }: Pick<Measures, 'count' | 'overdue'>, most: number): CSSProperties {
  return {
    '--full': most === 0 ? 0 : Math.sqrt(Math.min(1, count / most)).toFixed(3),
    '--late': count === 0 ? 0 : (overdue / count).toFixed(3),
  } as CSSProperties;
}
