import type { Summary, SummaryCell, SummaryOptions, TicketQuery } from '../../contract/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type CountedAxis, makeAxis } from './axes.ts';
import { issuedWithin } from './filter.ts';
import { memoizePerSnapshot } from './memoize-per-snapshot.ts';
import { listPositions } from './position-set.ts';
import { filterKey, selectTickets } from './select.ts';
import { measuresAt, sumTallies, tally } from './tally.ts';

/** The counts of a summary, without what is known about the data. */
type Counted = Omit<Summary, 'snapshot'>;

/** Every open tab asks for its few again at each poll. A summary of many cells weighs as much as a page. */
const SUMMARIES = 16;

/** Counters for more cells than this are made only for those that tickets are in. */
const MAX_COUNTERS = 65_536;

const memoize = memoizePerSnapshot<Counted>(SUMMARIES);

/** Counts the tickets that match a query's filters by one or two keys. */
export function summarizeTickets(snapshot: Snapshot, query: TicketQuery, options: SummaryOptions): Counted {
  const key = JSON.stringify([options, filterKey(query)]);
  return memoize(snapshot, key, () => summarize(snapshot, query, options));
}

function summarize(snapshot: Snapshot, query: TicketQuery, { by, zone }: SummaryOptions): Counted {
  const { columns } = snapshot;
  const { matches, total } = selectTickets(snapshot, query);
  const positions = listPositions(matches, total);
  const { takenAt } = snapshot;
  const scope = { columns, positions, issued: issuedWithin(snapshot, query), zone, takenAt };
  const axes = by.map((key) => makeAxis(key, scope));
  const { groups, cells } = groupByCell(axes, positions.length);
  const tallies = tally(columns, positions, groups, cells.length);
  const placed = cells.flatMap((cell, group): SummaryCell[] => {
    const at = tallies.count[group] === 0 ? null : placesOf(cell, axes);
    return at === null ? [] : [{ ...measuresAt(tallies, group), at }];
  });
  const inCells = placed.reduce((sum, { count }) => sum + count, 0);
  return {
    axes: axes.map(({ axis }) => axis),
    cells: placed,
    total: sumTallies(tallies),
    unplaced: total - inCells,
  };
}

/** The group of each ticket, and the cell of each group, ascending. */
interface Grouped {
  readonly groups: Float64Array;
  readonly cells: readonly number[];
}

/** Numbers the cells: a cell's number has the places on the axes as digits. */
function groupByCell(axes: readonly CountedAxis[], tickets: number): Grouped {
  const groups = new Float64Array(tickets);
  for (const { addDigits } of axes) addDigits(groups);
  const cellCount = axes.reduce((product, { axis }) => product * (axis.values.length + 1), 1);
  if (cellCount <= MAX_COUNTERS)
    return { groups, cells: Array.from({ length: cellCount }, (_, cell) => cell) };
  const cells = [...new Set(groups)].sort((a, b) => a - b);
  const groupOf = new Map(cells.map((cell, group) => [cell, group]));
  return { groups: groups.map((cell) => groupOf.get(cell) as number), cells };
}

/** The places of a cell on the axes; null when it lacks a value of one. */
function placesOf(cell: number, axes: readonly CountedAxis[]): number[] | null {
  const places: number[] = [];
  let rest = cell;
  for (const { axis } of axes.toReversed()) {
    const base = axis.values.length + 1;
    const place = rest % base;
    if (place === axis.values.length) return null;
    places.unshift(place);
    rest = (rest - place) / base;
  }
  return places;
}
