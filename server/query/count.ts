import { FACETS, type Facet, type Facets } from '../../contract/index.ts';
import type { Codes } from '../snapshot/codes.ts';
import type { FacetColumn } from '../snapshot/facet-columns.ts';
import type { FacetGroup } from '../snapshot/facet-groups.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Filtered } from './filter.ts';
import { allPositions, type PositionSet, subtract } from './position-set.ts';

/** The number of tickets of each code of a facet. */
type Counts = Uint32Array;

/** A facet's values, and at each one's place how many tickets have it. */
interface CountedFacet {
  readonly entries: FacetColumn['entries'];
  readonly counts: Counts;
}

export type CountedFacets = Readonly<Record<Facet, CountedFacet>>;

/**
 * Counts every value of every facet under all filters but the facet's own: the tickets that match count in every facet,
 * those that a single facet's filter keeps out in that facet alone.
 *
 * @param total how many tickets match
 */
export function countFacets(
  { columns }: Snapshot,
  { matches, nearMisses }: Filtered,
  total: number,
): CountedFacets {
  const { count, facets, facetGroups } = columns;
  const isMost = 2 * total > count;
  const counted = isMost ? subtract(allPositions(count), matches) : matches;
  const countsOf = new Map<Facet, Counts>();
  for (const group of facetGroups) sumGroup(group, countCells(group, counted, isMost), countsOf);
  return mapFacets((facet) => {
    const { entries, codes } = facets[facet];
    const counts = countsOf.get(facet) ?? new Uint32Array(entries.length);
    const missed = nearMisses.get(facet);
    if (missed !== undefined) addToCounts(counts, codes, missed, 1);
    return { entries, counts };
  });
}

/** The same as an answer has it. */
export function describeFacets(counted: CountedFacets): Facets {
  return mapFacets((facet) => {
    const { entries, counts } = counted[facet];
    return entries.map(({ value, label }, code) => ({ value, label, count: counts[code] as number }));
  });
}

function mapFacets<Value>(of: (facet: Facet) => Value): Record<Facet, Value> {
  return Object.fromEntries(FACETS.map((facet) => [facet, of(facet)])) as Record<Facet, Value>;
}

/** Sums up each facet's codes out of the cells. */
function sumGroup({ facets, sizes }: FacetGroup, ofCells: Counts, counts: Map<Facet, Counts>): void {
  let rest = ofCells;
  for (const [index, facet] of facets.entries()) {
    const { ofCodes, ofRest } = sumFirstDigit(rest, sizes[index] as number);
    counts.set(facet, ofCodes);
    rest = ofRest;
  }
}

/** Sums cells by their first digit, of base `size`, and by all the others: what follows has fewer cells to go through. */
function sumFirstDigit(ofCells: Counts, size: number): { readonly ofCodes: Counts; readonly ofRest: Counts } {
  const ofCodes = new Uint32Array(size);
  const ofRest = new Uint32Array(ofCells.length / size);
  let cell = 0;
  for (let code = 0; code < size; code++) {
    let sum = 0;
    for (let other = 0; other < ofRest.length; other++) {
      const count = ofCells[cell++] as number;
      sum += count;
      (ofRest[other] as number) += count;
    }
    ofCodes[code] = sum;
  }
  return { ofCodes, ofRest };
}

/** Counts tickets by cell; `isRest` tells that they are those which do not count, to be taken off from all. */
function countCells({ cells, totals }: FacetGroup, counted: PositionSet, isRest: boolean): Counts {
  const counts = isRest ? totals.slice() : new Uint32Array(totals.length);
  addToCounts(counts, cells, counted, isRest ? -1 : 1);
  return counts;
}

function addToCounts(counts: Counts, codes: Codes, positions: PositionSet, step: 1 | -1): void {
  for (let item = 0; item < positions.length; item++) {
    // Each round takes the lowest bit away.
    for (let bits = positions[item] as number; bits !== 0; bits &= bits - 1) {
      const position = (item << 5) + 31 - Math.clz32(bits & -bits);
      (counts[codes[position] as number] as number) += step;
    }
  }
}
