import type { Codes } from '../snapshot/codes.ts';

/** A set of positions, one bit each: position `p` is bit `p % 32` of item `p >>> 5`. */
export type PositionSet = Uint32Array;

/** An empty set with room for the positions 0 to `count`. */
export function makePositionSet(count: number): PositionSet {
  return new Uint32Array((count + 31) >>> 5);
}

/** The set of all positions from 0 to `count`. */
export function allPositions(count: number): PositionSet {
  const set = makePositionSet(count).fill(0xffff_ffff);
  if (count % 32 !== 0) set[set.length - 1] = 2 ** (count % 32) - 1;
  return set;
}

/**
 * The positions whose code `passes`: 1 at a code that does, 0 at one that does not. The loop over all tickets computes
 * instead of branching: which way a ticket goes cannot be predicted, and each wrong guess of the processor costs as much as
 * ten tickets.
 */
export function positionsOfCodes(codes: Codes | Uint8Array, passes: Uint8Array): PositionSet {
  const set = makePositionSet(codes.length);
  for (let item = 0; item < set.length; item++) {
    const first = item << 5;
    const length = Math.min(32, codes.length - first);
    let bits = 0;
    for (let bit = 0; bit < length; bit++) bits |= (passes[codes[first + bit] as number] as number) << bit;
    set[item] = bits;
  }
  return set;
}

export function addPosition(set: PositionSet, position: number): void {
  (set[position >>> 5] as number) |= 1 << (position & 31);
}

/** 1 if the position is in the set, else 0: a number, so that callers can compute instead of branching. */
export function hasPosition(set: PositionSet, position: number): number {
  return ((set[position >>> 5] as number) >>> (position & 31)) & 1;
}

/** Takes out of a set what is not in another. */
export function retain(set: PositionSet, other: PositionSet): void {
  for (let item = 0; item < set.length; item++) (set[item] as number) &= other[item] as number;
}

/** The positions that are in both sets. */
export function intersect(a: PositionSet, b: PositionSet): PositionSet {
  const both = a.slice();
  retain(both, b);
  return both;
}

/** The positions of `a` that are not in `b`. */
export function subtract(a: PositionSet, b: PositionSet): PositionSet {
  const left = a.slice();
  for (let item = 0; item < left.length; item++) (left[item] as number) &= ~(b[item] as number);
  return left;
}

/** The positions from 0 to `count` that are not in a set. */
export function complement(set: PositionSet, count: number): PositionSet {
  const others = allPositions(count);
  for (let item = 0; item < set.length; item++) (others[item] as number) &= ~(set[item] as number);
  return others;
}

/** The number of positions in the set. */
export function countPositions(set: PositionSet): number {
  let count = 0;
  for (let item = 0; item < set.length; item++) count += countBits(set[item] as number);
  return count;
}

/** Adds neighbouring bits, then pairs, fours and bytes of them. */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** The positions in the set, ascending; `count` is how many there are. */
export function listPositions(set: PositionSet, count: number): Uint32Array {
  const positions = new Uint32Array(count);
  let listed = 0;
  for (let item = 0; item < set.length; item++) {
    // Each round takes the lowest bit away.
    for (let bits = set[item] as number; bits !== 0; bits &= bits - 1) {
      positions[listed++] = (item << 5) + 31 - Math.clz32(bits & -bits);
    }
  }
  return positions;
}
