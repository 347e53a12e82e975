import {
  type ChosenValues,
  chosenValues,
  endOf,
  FACETS,
  type Facet,
  startOf,
  type TicketQuery,
} from '../../contract/index.ts';
import type { Columns } from '../snapshot/columns.ts';
import { type FacetColumn, FILTERED_KEYS } from '../snapshot/facet-columns.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { ticketsById, ticketsOfCustomer } from './by-id.ts';
import { hasPosition, type PositionSet } from './position-set.ts';
import { searchTickets } from './search.ts';

/**
 * For every ticket one bit a facet whose filter it fails: 0 for one that matches, {@link failBit} alone for
 * one that only this facet's filter keeps out. All bits are set for a ticket that another filter keeps out:
 * no facet counts it.
 */
export type FailMasks = Uint16Array;

/** The number of facets that a mask has bits for. */
const MAX_FACETS = 8 * Uint16Array.BYTES_PER_ELEMENT;
if (FACETS.length > MAX_FACETS) {
  throw new Error(`There are ${FACETS.length} facets, and a mask has bits for ${MAX_FACETS}.`);
}

/** The bits of all facets, and of those that there might be: two at least, so that it is never a single facet's. */
const EXCLUDED = 2 ** MAX_FACETS - 1;

/** Makes a mask for each of so many tickets. */
export function makeFailMasks(count: number): FailMasks {
  return new Uint16Array(count);
}

/** Applies all filters of a query, into `failMasks`, which has a place for every ticket. */
export function filterTickets(snapshot: Snapshot, query: TicketQuery, failMasks: FailMasks): void {
  const { columns } = snapshot;
  filterDeleted(failMasks, columns, query.deleted);
  filterIssued(failMasks, snapshot, query);
  if (query.changedSince !== null) filterChanged(failMasks, columns, Date.parse(query.changedSince));
  for (const find of INDEXED_FILTERS) {
    const found = find(snapshot, query);
    if (found !== null) filterFound(failMasks, found);
  }
  for (const key of FILTERED_KEYS) {
    const chosen = chosenValues(query, key);
    if (!hasValues(chosen)) continue;
    const bit = FACETS.some((facet) => facet === key) ? failBit(key as Facet) : EXCLUDED;
    filterValues(failMasks, columns.facets[key], chosen, bit);
  }
}

/** The mask's bit for failing the filter of this facet. */
export function failBit(facet: Facet): number {
  return 1 << FACETS.indexOf(facet);
}

/** Whether the query asks anything of this facet. */
export function isFiltered(query: TicketQuery, facet: Facet): boolean {
  return hasValues(chosenValues(query, facet));
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

/** The filters that an index answers, each with the positions of its tickets; null where the query does not ask for it. */
const INDEXED_FILTERS: readonly ((snapshot: Snapshot, query: TicketQuery) => PositionSet | null)[] = [
  (snapshot, { q }) => searchTickets(snapshot, q),
  (snapshot, { ids }) => (ids.length === 0 ? null : ticketsById(snapshot, ids)),
  (snapshot, { customerOf }) => (customerOf === null ? null : ticketsOfCustomer(snapshot, customerOf)),
];

// The loops below run over all tickets for every query. They compute instead of branching: which way
// a ticket goes cannot be predicted, and each wrong guess of the processor costs as much as ten tickets.

function filterDeleted(failMasks: FailMasks, { deleted }: Columns, wanted: TicketQuery['deleted']): void {
  if (wanted === 'include') {
    failMasks.fill(0);
    return;
  }
  const unwanted = wanted === 'only' ? 0 : 1;
  for (let position = 0; position < failMasks.length; position++) {
    failMasks[position] = EXCLUDED * (1 ^ unwanted ^ (deleted[position] as number));
  }
}

function filterIssued(failMasks: FailMasks, snapshot: Snapshot, query: TicketQuery): void {
  if (query.issuedFrom === null && query.issuedTo === null) return;
  const { issued } = snapshot.columns;
  const { from, to } = issuedWithin(snapshot, query);
  for (let position = 0; position < failMasks.length; position++) {
    const instant = issued[position] as number;
    // A ticket without a date is NaN, which is neither.
    const isWithin = Number(instant >= from) & Number(instant < to);
    (failMasks[position] as number) |= EXCLUDED * (1 ^ isWithin);
  }
}

function filterChanged(failMasks: FailMasks, { changed }: Columns, since: number): void {
  for (let position = 0; position < failMasks.length; position++) {
    (failMasks[position] as number) |= EXCLUDED * (1 ^ Number((changed[position] as number) >= since));
  }
}

function filterFound(failMasks: FailMasks, found: PositionSet): void {
  for (let position = 0; position < failMasks.length; position++) {
    (failMasks[position] as number) |= EXCLUDED * (1 ^ hasPosition(found, position));
  }
}

function filterValues(failMasks: FailMasks, column: FacetColumn, chosen: ChosenValues, bit: number): void {
  const { codes } = column;
  const bits = bitsByCode(column, chosen, bit);
  for (let position = 0; position < failMasks.length; position++) {
    (failMasks[position] as number) |= bits[codes[position] as number] as number;
  }
}

/** 0 for the codes that pass, else `bit`. A value that the snapshot does not have has no code. */
function bitsByCode({ entries, codeOf }: FacetColumn, { any, none }: ChosenValues, bit: number): Uint16Array {
  const bits = new Uint16Array(entries.length + 1).fill(any.length > 0 ? bit : 0);
  const set = (values: readonly string[], to: number) => {
    for (const value of values) {
      const code = codeOf.get(value);
      if (code !== undefined) bits[code] = to;
    }
  };
  set(any, 0);
  set(none, bit);
  return bits;
}
