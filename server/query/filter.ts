import {
  type ChosenValues,
  chosenValues,
  endOf,
  FACETS,
  type Facet,
  startOf,
  type TicketQuery,
} from '../../contract/index.ts';
import { type FacetColumn, FILTERED_KEYS, type FilteredKey } from '../snapshot/facet-columns.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { ticketsById, ticketsOfCustomer } from './by-id.ts';
import { memoizePerSnapshot } from './memoize-per-snapshot.ts';
import { allPositions, type PositionSet, positionsOfCodes, retain, subtract } from './position-set.ts';
import { positionsWithin } from './positions-within.ts';
import { searchTickets } from './search.ts';

/** The tickets that a query's filters let through. */
export interface Filtered {
  readonly matches: PositionSet;
  /** For each facet that is filtered, the tickets that only its filter keeps out. */
  readonly nearMisses: ReadonlyMap<Facet, PositionSet>;
}

/** Applies all filters of a query. */
export function filterTickets(snapshot: Snapshot, query: TicketQuery): Filtered {
  const matches = allPositions(snapshot.columns.count);
  for (const find of OTHER_FILTERS) {
    const found = find(snapshot, query);
    if (found !== null) retain(matches, found);
  }
  const nearMisses = new Map<Facet, PositionSet>();
  for (const key of FILTERED_KEYS) {
    const chosen = chosenValues(query, key);
    if (!hasValues(chosen)) continue;
    const found = ticketsWithValues(snapshot, key, chosen);
    // What an earlier filter alone has kept out so far must pass all others.
    for (const missed of nearMisses.values()) retain(missed, found);
    if (isFacet(key)) nearMisses.set(key, subtract(matches, found));
    retain(matches, found);
  }
  return { matches, nearMisses };
}

function isFacet(key: FilteredKey): key is Facet {
  return (FACETS as readonly FilteredKey[]).includes(key);
}

/** The bounds of a ticket's issue date, from inclusive and to exclusive: epoch milliseconds, infinite where nothing is asked. */
export function issuedWithin({ takenAt }: Snapshot, { issuedFrom, issuedTo }: TicketQuery) {
  const calendar = { now: takenAt, zone: 'UTC' };
  return {
    from: issuedFrom === null ? Number.NEGATIVE_INFINITY : startOf(issuedFrom, calendar),
    to: issuedTo === null ? Number.POSITIVE_INFINITY : endOf(issuedTo, calendar),
  };
}

function hasValues({ any, none }: ChosenValues): boolean {
  return any.length > 0 || none.length > 0;
}

/** The filters of what is no facet's value, each with the tickets that it finds; null where the query does not ask for it. */
const OTHER_FILTERS: readonly ((snapshot: Snapshot, query: TicketQuery) => PositionSet | null)[] = [
  (snapshot, { deleted }) => (deleted === 'include' ? null : ticketsByDeletion(snapshot, deleted)),
  (snapshot, query) =>
    query.issuedFrom === null && query.issuedTo === null ? null : ticketsIssued(snapshot, query),
  (snapshot, { changedSince }) =>
    changedSince === null ? null : ticketsChanged(snapshot, Date.parse(changedSince)),
  (snapshot, { q }) => searchTickets(snapshot, q),
  (snapshot, { ids }) => (ids.length === 0 ? null : ticketsById(snapshot, ids)),
  (snapshot, { customerOf }) => (customerOf === null ? null : ticketsOfCustomer(snapshot, customerOf)),
];

/** Filters whose tickets are kept: a question that was not asked before mostly has some that were. */
const MEMOIZED_FILTERS = 32;

const memoize = memoizePerSnapshot<PositionSet>(MEMOIZED_FILTERS);

function ticketsByDeletion(snapshot: Snapshot, wanted: 'exclude' | 'only'): PositionSet {
  const { deleted } = snapshot.columns;
  const passes = wanted === 'only' ? [0, 1] : [1, 0];
  return memoize(snapshot, wanted, () => positionsOfCodes(deleted, Uint8Array.from(passes)));
}

function ticketsIssued(snapshot: Snapshot, query: TicketQuery): PositionSet {
  const { from, to } = issuedWithin(snapshot, query);
  return positionsWithin(snapshot.columns.issued, from, to);
}

function ticketsChanged({ columns }: Snapshot, since: number): PositionSet {
  return positionsWithin(columns.changed, since, Number.POSITIVE_INFINITY);
}

function ticketsWithValues(snapshot: Snapshot, key: FilteredKey, chosen: ChosenValues): PositionSet {
  const column = snapshot.columns.facets[key];
  return memoize(snapshot, JSON.stringify([key, chosen]), () =>
    positionsOfCodes(column.codes, passesByCode(column, chosen)),
  );
}

/** 1 for the codes that pass, else 0. A value that the snapshot does not have has no code. */
function passesByCode({ entries, codeOf }: FacetColumn, { any, none }: ChosenValues): Uint8Array {
  const passes = new Uint8Array(entries.length + 1).fill(any.length > 0 ? 0 : 1);
  const set = (values: readonly string[], to: number) => {
    for (const value of values) {
      const code = codeOf.get(value);
      if (code !== undefined) passes[code] = to;
    }
  };
  set(any, 1);
  set(none, 0);
  return passes;
}
