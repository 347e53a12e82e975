import { type Measures, URGENT } from '../../contract/index.ts';
import type { Columns } from '../snapshot/columns.ts';

/** Measures of many groups of tickets, each at its group's number. */
export interface Tallies {
  readonly count: Uint32Array;
  readonly open: Uint32Array;
  readonly overdue: Uint32Array;
  readonly urgent: Uint32Array;
  /** The earliest issue date, epoch milliseconds; infinite where none has one. */
  readonly oldest: Float64Array;
}

/** Counts the tickets at `positions`, each into the group that `groups` names, of which there are so many. */
export function tally(
  columns: Columns,
  positions: Uint32Array,
  groups: ArrayLike<number>,
  groupCount: number,
): Tallies {
  const { issued, facets } = columns;
  const isOverdue = flagCodes(facets.overdue.entries, ['true']);
  const isResolved = flagCodes(facets.status.entries, ['RESOLVED']);
  const isUrgent = flagCodes(facets.priority.entries, URGENT);
  const { count, open, overdue, urgent, oldest } = makeTallies(groupCount);
  for (let index = 0; index < positions.length; index++) {
    const position = positions[index] as number;
    const group = groups[index] as number;
    (count[group] as number)++;
    (open[group] as number) += 1 - (isResolved[facets.status.codes[position] as number] as number);
    (overdue[group] as number) += isOverdue[facets.overdue.codes[position] as number] as number;
    (urgent[group] as number) += isUrgent[facets.priority.codes[position] as number] as number;
    const instant = issued[position] as number;
    if (instant < (oldest[group] as number)) oldest[group] = instant;
  }
  return { count, open, overdue, urgent, oldest };
}

/** All groups taken together. */
export function sumTallies({ count, open, overdue, urgent, oldest }: Tallies): Measures {
  const sum = (numbers: Uint32Array) => numbers.reduce((total, number) => total + number, 0);
  const earliest = oldest.reduce((least, instant) => Math.min(least, instant), Number.POSITIVE_INFINITY);
  return {
    count: sum(count),
    open: sum(open),
    overdue: sum(overdue),
    urgent: sum(urgent),
    oldest: isoOf(earliest),
  };
}

/** Measures of one group. */
export function measuresAt({ count, open, overdue, urgent, oldest }: Tallies, group: number): Measures {
  return {
    count: count[group] as number,
    open: open[group] as number,
    overdue: overdue[group] as number,
    urgent: urgent[group] as number,
    oldest: isoOf(oldest[group] as number),
  };
}

function makeTallies(groupCount: number): Tallies {
  return {
    count: new Uint32Array(groupCount),
    open: new Uint32Array(groupCount),
    overdue: new Uint32Array(groupCount),
    urgent: new Uint32Array(groupCount),
    oldest: new Float64Array(groupCount).fill(Number.POSITIVE_INFINITY),
  };
}

/** For every code 1 if it is of one of the values, else 0, as for the code of "none of them". */
function flagCodes(entries: readonly { readonly value: string }[], values: readonly string[]): Uint8Array {
  return Uint8Array.from([...entries.map(({ value }) => Number(values.includes(value))), 0]);
}

function isoOf(instant: number): string | null {
  return Number.isFinite(instant) ? new Date(instant).toISOString() : null;
}
