import { endOf, FACETS, type Facet, startOf, type TicketQuery } from '../../contract/index.ts';
import type { Columns } from '../snapshot/columns.ts';
import type { FacetColumn } from '../snapshot/facet-columns.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { namedTickets, ticketsOfCustomer } from './named.ts';
import { hasPosition, type PositionSet } from './position-set.ts';
import { searchTickets } from './search.ts';

/**
 * For every ticket one bit a facet whose filter it fails: 0 for one that matches, {@link failBit} alone for
 * one that only this facet's filter keeps out. All bits are set for a ticket that another filter keeps out:
 * no facet counts it.
 */
export type Verdicts = Uint8Array;

/** All facets' bits. There are eight facets, so a verdict fits a byte. */
const OUT = 255;

/** Applies all filters of a query, into `verdicts`, which has a place for every ticket. */
export function filterTickets(snapshot: Snapshot, query: TicketQuery, verdicts: Verdicts): void {
  const { columns } = snapshot;
  filterDeleted(verdicts, columns, query.deleted);
  filterIssued(verdicts, snapshot, query);
  if (query.changedSince !== null) filterChanged(verdicts, columns, Date.parse(query.changedSince));
  if (query.moved !== null) filterMoved(verdicts, columns, query.moved);
  for (const find of FINDS) {
    const found = find(snapshot, query);
    if (found !== null) filterFound(verdicts, found);
  }
  for (const facet of FACETS) {
    const choice = choiceOf(query, facet);
    if (isAsked(choice)) filterFacet(verdicts, columns.facets[facet], choice, failBit(facet));
  }
}

/** The verdict's bit for failing the filter of this facet. */
export function failBit(facet: Facet): number {
  return 1 << FACETS.indexOf(facet);
}

/** Whether the query asks anything of this facet. */
export function isFiltered(query: TicketQuery, facet: Facet): boolean {
  return isAsked(choiceOf(query, facet));
}

/** When a ticket must be issued, from inclusive and to exclusive: epoch milliseconds, infinite where nothing is asked. */
export function issuedWithin({ takenAt }: Snapshot, { issuedFrom, issuedTo }: TicketQuery) {
  const calendar = { now: takenAt, zone: 'UTC' };
  return {
    from: issuedFrom === null ? Number.NEGATIVE_INFINITY : startOf(issuedFrom, calendar),
    to: issuedTo === null ? Number.POSITIVE_INFINITY : endOf(issuedTo, calendar),
  };
}

/** What a facet's key was given: values of which a ticket must have one, if there are any, and must have none. */
interface Choice {
  readonly any: readonly string[];
  readonly none: readonly string[];
}

function choiceOf(query: TicketQuery, facet: Facet): Choice {
  if (facet !== 'overdue') return { any: query[facet], none: query.not[facet] };
  return { any: query.overdue === null ? [] : [String(query.overdue)], none: [] };
}

function isAsked({ any, none }: Choice): boolean {
  return any.length > 0 || none.length > 0;
}

/** The filters that find their tickets another way than by looking at each; null from one that is not asked. */
const FINDS: readonly ((snapshot: Snapshot, query: TicketQuery) => PositionSet | null)[] = [
  (snapshot, { q }) => searchTickets(snapshot, q),
  (snapshot, { ids }) => (ids.length === 0 ? null : namedTickets(snapshot, ids)),
  (snapshot, { customerOf }) => (customerOf === null ? null : ticketsOfCustomer(snapshot, customerOf)),
];

// The loops below run over all tickets at every question. They compute instead of branching: which way
// a ticket goes cannot be predicted, and each wrong guess of the processor costs as much as ten tickets.

function filterDeleted(verdicts: Verdicts, { deleted }: Columns, wanted: TicketQuery['deleted']): void {
  if (wanted === 'include') {
    verdicts.fill(0);
    return;
  }
  const unwanted = wanted === 'only' ? 0 : 1;
  for (let position = 0; position < verdicts.length; position++) {
    verdicts[position] = OUT * (1 ^ unwanted ^ (deleted[position] as number));
  }
}

function filterIssued(verdicts: Verdicts, snapshot: Snapshot, query: TicketQuery): void {
  if (query.issuedFrom === null && query.issuedTo === null) return;
  const { issued } = snapshot.columns;
  const { from, to } = issuedWithin(snapshot, query);
  for (let position = 0; position < verdicts.length; position++) {
    const instant = issued[position] as number;
    // A ticket without a date is NaN, which is neither.
    const isWithin = Number(instant >= from) & Number(instant < to);
    (verdicts[position] as number) |= OUT * (1 ^ isWithin);
  }
}

function filterChanged(verdicts: Verdicts, { changed }: Columns, since: number): void {
  for (let position = 0; position < verdicts.length; position++) {
    (verdicts[position] as number) |= OUT * (1 ^ Number((changed[position] as number) >= since));
  }
}

function filterMoved(verdicts: Verdicts, { facets }: Columns, wanted: boolean): void {
  const { segment, originSegment } = facets;
  // The segment's code as an origin. Every ticket has a value of both, if only "none".
  const asOrigin = Int32Array.from(segment.entries, ({ value }) => originSegment.codeOf.get(value) ?? -1);
  const unwanted = Number(!wanted);
  for (let position = 0; position < verdicts.length; position++) {
    const now = asOrigin[segment.codes[position] as number] as number;
    const isMoved = Number(now !== (originSegment.codes[position] as number));
    (verdicts[position] as number) |= OUT * (1 ^ unwanted ^ isMoved);
  }
}

function filterFound(verdicts: Verdicts, found: PositionSet): void {
  for (let position = 0; position < verdicts.length; position++) {
    (verdicts[position] as number) |= OUT * (1 ^ hasPosition(found, position));
  }
}

function filterFacet(verdicts: Verdicts, column: FacetColumn, choice: Choice, bit: number): void {
  const { codes } = column;
  const bits = bitsByCode(column, choice, bit);
  for (let position = 0; position < verdicts.length; position++) {
    (verdicts[position] as number) |= bits[codes[position] as number] as number;
  }
}

/** 0 for the codes that pass, else `bit`. A value that the snapshot does not have has no code. */
function bitsByCode({ entries, codeOf }: FacetColumn, { any, none }: Choice, bit: number): Uint8Array {
  const bits = new Uint8Array(entries.length + 1).fill(any.length > 0 ? bit : 0);
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
