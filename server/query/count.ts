import { FACETS, type Facet, type Facets } from '../../contract/index.ts';
import type { Codes } from '../snapshot/codes.ts';
import type { Columns } from '../snapshot/columns.ts';
import type { FacetColumn } from '../snapshot/facet-columns.ts';
import { type FacetGroup, MAX_CELLS } from '../snapshot/facet-groups.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Filtered } from './filter.ts';
import { complement, listPositions, type PositionSet } from './position-set.ts';

/** The number of tickets of each code of a facet. */
type Counts = Uint32Array;

/** The most tickets that are counted in each facet sooner than the cells of all facets are summed up. */
const FEW = 400;

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
  const { count, facets } = columns;
  const isRest = 2 * total > count;
  const counted = isRest ? complement(matches, count) : matches;
  const length = isRest ? count - total : total;
  const countsOf =
    length <= FEW
      ? countEach(columns, listPositions(counted, length), isRest)
      : countCells(columns, counted, isRest);
  return mapFacets((facet) => {
    const counts = countsOf(facet);
    const missed = nearMisses.get(facet);
    if (missed !== undefined) addToCounts(counts, facets[facet].codes, missed, 1);
    return { entries: facets[facet].entries, counts };
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

/** Counts few tickets in each facet by itself; `isRest` tells that they are those which do not match, to be taken off from all. */
function countEach({ facets }: Columns, positions: Uint32Array, isRest: boolean): (facet: Facet) => Counts {
  const step = isRest ? -1 : 1;
  return (facet) => {
    const { codes, totals } = facets[facet];
    const counts = isRest ? totals.slice() : new Uint32Array(totals.length);
    for (const position of positions) (counts[codes[position] as number] as number) += step;
    return counts;
  };
}

/** The same for many, whose cells are counted and then summed up. */
function countCells(
  { facetGroups }: Columns,
  counted: PositionSet,
  isRest: boolean,
): (facet: Facet) => Counts {
  const counts = new Map<Facet, Counts>();
  for (const group of facetGroups) sumGroup(group, countGroup(group, counted, isRest), counts);
  return (facet) => counts.get(facet) as Counts;
}

/** Sums up each facet's codes out of the cells, which it uses up: each facet leaves the sums for those behind it. */
function sumGroup({ facets, sizes }: FacetGroup, ofCells: Counts, counts: Map<Facet, Counts>): void {
  let rest = ofCells;
  for (const [index, facet] of facets.entries()) {
    const size = sizes[index] as number;
    const others = rest.length / size;
    counts.set(facet, sumByFirstDigit(rest, size, others));
    rest = rest.subarray(0, others);
  }
}

/** Sums cells by the first digit, and adds them up in the first of them by all the others. */
function sumByFirstDigit(ofCells: Counts, size: number, others: number): Counts {
  const sums = new Uint32Array(size);
  let cell = 0;
  for (let code = 0; code < size; code++) {
    let sum = 0;
    for (let other = 0; other < others; other++, cell++) {
      const count = ofCells[cell] as number;
      sum += count;
      if (code > 0) (ofCells[other] as number) += count;
    }
    sums[code] = sum;
  }
  return sums;
}

/** Counters of a group's cells, used again for each question: they are many, and are summed up at once. */
let counters: Counts = new Uint32Array(MAX_CELLS);

/** Counts tickets by the cells of a group, until the next count. */
function countGroup({ cells, totals }: FacetGroup, counted: PositionSet, isRest: boolean): Counts {
  if (counters.length < totals.length) counters = new Uint32Array(totals.length);
  const counts = counters.subarray(0, totals.length);
  if (isRest) counts.set(totals);
  else counts.fill(0);
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
