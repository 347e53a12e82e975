import { makePositionSet, type PositionSet } from './position-set.ts';

/** The least and the greatest of the numbers at the positions that one item of a set stands for; NaN where one of them is. */
interface Ranges {
  readonly least: Float64Array;
  readonly greatest: Float64Array;
}

const rangesByNumbers = new WeakMap<Float64Array, Ranges>();

/**
 * The positions whose number lies between the bounds, from inclusive and to exclusive; NaN lies nowhere. Tickets lie by their
 * ids, and so mostly by their dates: of nearly all items the ranges tell that all of their numbers lie within, or none.
 *
 * @param numbers must not change any more
 */
export function positionsWithin(numbers: Float64Array, from: number, to: number): PositionSet {
  const set = makePositionSet(numbers.length);
  const { least, greatest } = rangesOf(numbers);
  for (let item = 0; item < set.length; item++) {
    const low = least[item] as number;
    const high = greatest[item] as number;
    if (high < from || low >= to) continue;
    const first = item << 5;
    const length = Math.min(32, numbers.length - first);
    set[item] =
      low >= from && high < to ? -1 >>> (32 - length) : bitsWithin(numbers, first, length, from, to);
  }
  return set;
}

/** Computes instead of branching: which way a number goes cannot be predicted. */
function bitsWithin(numbers: Float64Array, first: number, length: number, from: number, to: number): number {
  let bits = 0;
  for (let bit = 0; bit < length; bit++) {
    const number = numbers[first + bit] as number;
    bits |= (Number(number >= from) & Number(number < to)) << bit;
  }
  return bits;
}

function rangesOf(numbers: Float64Array): Ranges {
  const known = rangesByNumbers.get(numbers);
  if (known !== undefined) return known;
  const { length: items } = makePositionSet(numbers.length);
  const ranges = { least: new Float64Array(items), greatest: new Float64Array(items) };
  for (let item = 0; item < items; item++) {
    const range = numbers.subarray(item << 5, (item + 1) << 5);
    ranges.least[item] = Math.min(...range);
    ranges.greatest[item] = Math.max(...range);
  }
  rangesByNumbers.set(numbers, ranges);
  return ranges;
}
