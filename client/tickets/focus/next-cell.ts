import type { Column } from '../../../contract/index.ts';

/** Which way an arrow leads: so many rows down, so many places along the row; `ends` to the row's first or last. */
interface Step {
  readonly rows: number;
  readonly places: number;
  readonly end?: 'first' | 'last';
}

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: { rows: -1, places: 0 },
  ArrowDown: { rows: 1, places: 0 },
  ArrowLeft: { rows: 0, places: -1 },
  ArrowRight: { rows: 0, places: 1 },
  Home: { rows: 0, places: 0, end: 'first' },
  End: { rows: 0, places: 0, end: 'last' },
};

/** A place of a row that the keyboard can stand on: its box, its filters, its link, or a cell that filters. */
export type FocusTarget = Column | 'select' | 'filters';

/** A place in the table that a key leads to. */
export interface CellMove {
  /** The index of the row on the page. */
  readonly row: number;
  readonly stop: FocusTarget;
}

/**
 * Place in the table that a key leads to from another; null for a key that leads nowhere. A place that the
 * row does not have is its link instead.
 *
 * @param stopsOf the places that a row has, in their order, by the row's index
 */
export function nextCell(
  key: string,
  from: CellMove,
  rows: number,
  stopsOf: (row: number) => readonly FocusTarget[],
): CellMove | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  const row = from.row + step.rows;
  if (row < 0 || row >= rows) return null;
  const stops = stopsOf(row);
  if (step.end !== undefined) {
    const stop = stops.at(step.end === 'first' ? 0 : -1);
    return stop === undefined ? null : { row, stop };
  }
  if (step.places === 0) return { row, stop: stops.includes(from.stop) ? from.stop : 'id' };
  const stop = stops[stops.indexOf(from.stop) + step.places];
  return stop === undefined ? null : { row, stop };
}
