import { endOf, FACETS, type Facet, startOf, type TicketQuery } from '../../contract/index.ts';
import type { Columns } from '../snapshot/columns.ts';
import type { FacetColumn } from '../snapshot/facet-columns.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
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
  const found = searchTickets(snapshot, query.q);
  if (found !== null) filterFound(verdicts, found);
  for (const facet of FACETS) {
    const wanted = wantedValues(query, facet);
    if (wanted.length > 0) filterFacet(verdicts, columns.facets[facet], wanted, failBit(facet));
  }
}

/** The verdict's bit for failing the filter of this facet. */
export function failBit(facet: Facet): number {
  return 1 << FACETS.indexOf(facet);
}

/** The values that a facet's key was given; none means any. */
export function wantedValues(query: TicketQuery, facet: Facet): readonly string[] {
  if (facet !== 'overdue') return query[facet];
  return query.overdue === null ? [] : [String(query.overdue)];
}

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

function filterIssued(verdicts: Verdicts, { columns, takenAt }: Snapshot, query: TicketQuery): void {
  if (query.issuedFrom === null && query.issuedTo === null) return;
  const { issued } = columns;
  const calendar = { now: takenAt, zone: 'UTC' };
  const from = query.issuedFrom === null ? Number.NEGATIVE_INFINITY : startOf(query.issuedFrom, calendar);
  const to = query.issuedTo === null ? Number.POSITIVE_INFINITY : endOf(query.issuedTo, calendar);
  for (let position = 0; position < verdicts.length; position++) {
    const instant = issued[position] as number;
    // A ticket without a date is NaN, which is neither.
    const isWithin = Number(instant >= from) & Number(instant < to);
    (verdicts[position] as number) |= OUT * (1 ^ isWithin);
  }
}

function filterFound(verdicts: Verdicts, found: PositionSet): void {
  for (let position = 0; position < verdicts.length; position++) {
    (verdicts[position] as number) |= OUT * (1 ^ hasPosition(found, position));
  }
}

function filterFacet(verdicts: Verdicts, column: FacetColumn, wanted: readonly string[], bit: number): void {
  const { codes } = column;
  const bits = bitsByCode(column, wanted, bit);
  for (let position = 0; position < verdicts.length; position++) {
    (verdicts[position] as number) |= bits[codes[position] as number] as number;
  }
}

/** 0 for the codes of the wanted values, else `bit`. A value that the snapshot does not have has no code. */
function bitsByCode({ entries, codeOf }: FacetColumn, wanted: readonly string[], bit: number): Uint8Array {
  const bits = new Uint8Array(entries.length + 1).fill(bit);
  for (const value of wanted) {
    const code = codeOf.get(value);
    if (code !== undefined) bits[code] = 0;
  }
  return bits;
}
