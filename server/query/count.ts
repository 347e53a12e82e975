import { FACETS, type Facet, type Facets, type TicketQuery } from '../../contract/index.ts';
import type { Codes } from '../snapshot/codes.ts';
import type { FacetGroup } from '../snapshot/facet-groups.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type FailMasks, failBit, isFiltered } from './filter.ts';

/** The number of tickets of each code of a facet. */
type Counts = Uint32Array;

/** The tickets that count in some facet, by position. */
export interface CountedTickets {
  readonly failMasks: FailMasks;
  /** Those that fail no filter. */
  readonly matches: Uint32Array;
  /** All others. */
  readonly others: Uint32Array;
  /** Those that fail the filter of one facet and no other. */
  readonly nearMisses: Uint32Array;
}

/**
 * Counts every value of every facet under all filters but the facet's own. One classification serves them
 * all: a ticket that fails no filter counts in every facet, one that fails a single facet's filter counts
 * in that facet alone.
 */
export function countFacets({ columns }: Snapshot, query: TicketQuery, counted: CountedTickets): Facets {
  const counts = new Map<Facet, Counts>();
  for (const group of columns.facetGroups) countGroup(group, counted, counts);
  const valuesOf = (facet: Facet) => {
    const { entries, codes } = columns.facets[facet];
    const ofFacet = counts.get(facet) ?? new Uint32Array(entries.length);
    if (isFiltered(query, facet)) addNearMisses(ofFacet, codes, counted, failBit(facet));
    return entries.map(({ value, label }, code) => ({ value, label, count: ofFacet[code] as number }));
  };
  return Object.fromEntries(FACETS.map((facet) => [facet, valuesOf(facet)])) as Facets;
}

/** Counts the matches by cell, and then each facet's codes out of the cells. */
function countGroup(group: FacetGroup, counted: CountedTickets, counts: Map<Facet, Counts>): void {
  const ofCells = countCells(group, counted);
  let stride = ofCells.length;
  for (const [index, facet] of group.facets.entries()) {
    const size = group.sizes[index] as number;
    stride /= size;
    counts.set(facet, sumByCode(ofCells, size, stride));
  }
}

/** Sums cells by the digit of base `size` that stands for `stride` cells. */
function sumByCode(ofCells: Counts, size: number, stride: number): Counts {
  const sums = new Uint32Array(size);
  let cell = 0;
  while (cell < ofCells.length) {
    for (let code = 0; code < size; code++) {
      let sum = 0;
      for (const end = cell + stride; cell < end; cell++) sum += ofCells[cell] as number;
      (sums[code] as number) += sum;
    }
  }
  return sums;
}

/** Goes through the matches or, if they are the fewer, through the others, which it takes off from all. */
function countCells({ cells, totals }: FacetGroup, { matches, others }: CountedTickets): Counts {
  if (matches.length > others.length) {
    const counts = totals.slice();
    addToCells(counts, cells, others, -1);
    return counts;
  }
  const counts = new Uint32Array(totals.length);
  addToCells(counts, cells, matches, 1);
  return counts;
}

function addToCells(counts: Counts, cells: Codes, positions: Uint32Array, step: 1 | -1): void {
  for (let index = 0; index < positions.length; index++) {
    (counts[cells[positions[index] as number] as number] as number) += step;
  }
}

/** Adds the tickets that only this facet's filter keeps out. */
function addNearMisses(
  counts: Counts,
  codes: Codes,
  { nearMisses, failMasks }: CountedTickets,
  bit: number,
): void {
  for (let index = 0; index < nearMisses.length; index++) {
    const position = nearMisses[index] as number;
    if (failMasks[position] === bit) (counts[codes[position] as number] as number)++;
  }
}
