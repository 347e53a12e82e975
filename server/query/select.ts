import type { Facets, TicketQuery } from '../../contract/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type CountedTickets, countFacets } from './count.ts';
import { type FailMasks, filterTickets, makeFailMasks } from './filter.ts';
import { memoizePerSnapshot } from './memoize-per-snapshot.ts';
import { makePositionSet, type PositionSet } from './position-set.ts';

/** The tickets that pass a query's filters, whatever its order and page. */
export interface Selection {
  readonly matches: PositionSet;
  /** The number of tickets that match. */
  readonly total: number;
  readonly facets: Facets;
}

/** Paging, sorting anew and asking for the changes since all come back with the same filters. */
const SELECTIONS = 16;

const memoizeSelection = memoizePerSnapshot<Selection>(SELECTIONS);

/** Applies a query's filters and counts all facets under them. */
export function selectTickets(snapshot: Snapshot, query: TicketQuery): Selection {
  return memoizeSelection(snapshot, filterKey(query), () => select(snapshot, query));
}

/** Keys of a query that are no filters: they say how its answer is shown, and what it is read from or compared with. */
const NO_FILTER = { page: 0, perPage: 0, sort: null, columns: null, at: null, since: null } satisfies {
  readonly [Key in keyof TicketQuery]?: unknown;
};

/** The same for two queries that have the same filters. Whatever a query has that is not listed above is one. */
export function filterKey(query: TicketQuery): string {
  return JSON.stringify({ ...query, ...NO_FILTER });
}

function select(snapshot: Snapshot, query: TicketQuery): Selection {
  const scratch = scratchOf(snapshot);
  filterTickets(snapshot, query, scratch.failMasks);
  const counted = listCounted(scratch);
  return {
    matches: packMatches(scratch.failMasks),
    total: counted.matches.length,
    facets: countFacets(snapshot, query, counted),
  };
}

function packMatches(failMasks: FailMasks): PositionSet {
  const set = makePositionSet(failMasks.length);
  for (let item = 0; item < set.length; item++) {
    const first = item << 5;
    const length = Math.min(32, failMasks.length - first);
    let bits = 0;
    for (let bit = 0; bit < length; bit++) bits |= isZero(failMasks[first + bit] as number) << bit;
    set[item] = bits;
  }
  return set;
}

/** The tickets that some facet counts; the lists stand in the scratch's memory. */
function listCounted({ failMasks, matches, others, nearMisses }: Scratch): CountedTickets {
  let matched = 0;
  let missed = 0;
  for (let position = 0; position < failMasks.length; position++) {
    const failMask = failMasks[position] as number;
    const isMatch = isZero(failMask);
    // Every position is written to all lists, and overwritten by the next unless it belongs there.
    matches[matched] = position;
    others[position - matched] = position;
    nearMisses[missed] = position;
    matched += isMatch;
    // Taking 1 off a number with a single bit leaves none of its bits.
    missed += isZero(failMask & (failMask - 1)) - isMatch;
  }
  return {
    failMasks,
    matches: matches.subarray(0, matched),
    others: others.subarray(0, failMasks.length - matched),
    nearMisses: nearMisses.subarray(0, missed),
  };
}

/** 1 for 0, else 0, for numbers that are not negative: computed, not asked. */
function isZero(number: number): number {
  return (number - 1) >>> 31;
}

/** Working memory of one selection, which nothing keeps. The lists have one place more than tickets. */
interface Scratch {
  readonly failMasks: FailMasks;
  readonly matches: Uint32Array;
  readonly others: Uint32Array;
  readonly nearMisses: Uint32Array;
}

const scratches = new WeakMap<Snapshot, Scratch>();

/** Memory used again by every query: new memory each time has the collector stop the server for it. */
function scratchOf(snapshot: Snapshot): Scratch {
  const { count } = snapshot.columns;
  const scratch = scratches.get(snapshot) ?? {
    failMasks: makeFailMasks(count),
    matches: new Uint32Array(count + 1),
    others: new Uint32Array(count + 1),
    nearMisses: new Uint32Array(count + 1),
  };
  scratches.set(snapshot, scratch);
  return scratch;
}
