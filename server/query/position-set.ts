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

export function addPosition(set: PositionSet, position: number): void {
  (set[position >>> 5] as number) |= 1 << (position & 31);
}

/** 1 if the position is in the set, else 0: a number, so that callers can compute instead of branching. */
export function hasPosition(set: PositionSet, position: number): number {
  return ((set[position >>> 5] as number) >>> (position & 31)) & 1;
}

/** The positions that are in both sets. */
export function intersect(a: PositionSet, b: PositionSet): PositionSet {
  return a.map((bits, index) => bits & (b[index] as number));
}

/** The positions of `a` that are not in `b`. */
export function subtract(a: PositionSet, b: PositionSet): PositionSet {
  return a.map((bits, index) => bits & ~(b[index] as number));
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
