import { inSlices, type Steps } from './steps.ts';

/** Items that the engine's own sort takes at once, and items that one step of merging moves. */
const RUN = 2_048;

type Compare<Item> = (a: Item, b: Item) => number;

/**
 * Sorts as `Array.prototype.sort` does, stable, but in steps: the built-in one would hold the event loop
 * for as long as 50,000 names take.
 */
export function* sortInSteps<Item>(items: readonly Item[], compare: Compare<Item>): Steps<Item[]> {
  let sorted: Item[] = [];
  yield* inSlices(
    items.length,
    (from, to) => {
      for (const item of items.slice(from, to).sort(compare)) sorted.push(item);
    },
    RUN,
  );
  for (let width = RUN; width < items.length; width *= 2) {
    sorted = yield* mergeNeighbours(sorted, width, compare);
  }
  return sorted;
}

/** Merges every two neighbouring sorted runs of `width` into one. */
function* mergeNeighbours<Item>(
  items: readonly Item[],
  width: number,
  compare: Compare<Item>,
): Steps<Item[]> {
  const merged: Item[] = [];
  for (let from = 0; from < items.length; from += 2 * width) {
    const middle = Math.min(from + width, items.length);
    const end = Math.min(middle + width, items.length);
    let left = from;
    let right = middle;
    while (left < middle || right < end) {
      const takeLeft =
        right >= end || (left < middle && compare(items[left] as Item, items[right] as Item) <= 0);
      merged.push(items[takeLeft ? left++ : right++] as Item);
      if (merged.length % RUN === 0) yield;
    }
  }
  return merged;
}
