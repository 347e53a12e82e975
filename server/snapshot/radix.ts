const BITS = 11;
const BUCKETS = 1 << BITS;

/** The positions 0 to `count`, in that order. */
export function positions(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, position) => position);
}

/**
 * Sorts positions by `keys[position]`, stable, so calling it for the weakest key first and the strongest
 * last sorts by all of them. Time grows with the positions and with the digits of `max`, the largest key,
 * and not with how the keys lie: a few milliseconds for 100,000.
 *
 * @returns the sorted positions, which stand in `order` or in `spare`, and the one that is free again
 */
export function sortPositions(
  order: Uint32Array,
  keys: Uint32Array,
  max: number,
  spare: Uint32Array,
): [sorted: Uint32Array, spare: Uint32Array] {
  let from = order;
  let to = spare;
  for (let shift = 0; shift < 32 && max >>> shift > 0; shift += BITS) {
    sortByDigit(from, keys, shift, to);
    [from, to] = [to, from];
  }
  return [from, to];
}

/** One pass of a least-significant-digit radix sort: count the buckets, then deal the positions out. */
function sortByDigit(order: Uint32Array, keys: Uint32Array, shift: number, sorted: Uint32Array): void {
  const next = bucketStarts(keys, shift);
  for (let index = 0; index < order.length; index++) {
    const position = order[index] as number;
    const bucket = ((keys[position] as number) >>> shift) & (BUCKETS - 1);
    sorted[(next[bucket] as number)++] = position;
  }
}

function bucketStarts(keys: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(BUCKETS + 1);
  for (let position = 0; position < keys.length; position++) {
    (starts[(((keys[position] as number) >>> shift) & (BUCKETS - 1)) + 1] as number)++;
  }
  for (let bucket = 1; bucket <= BUCKETS; bucket++) {
    (starts[bucket] as number) += starts[bucket - 1] as number;
  }
  return starts;
}
