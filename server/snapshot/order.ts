import type { SortKey, SortTerm } from '../../contract/index.ts';
import type { RankColumn } from './codes.ts';
import { positions, sortPositions } from './radix.ts';
import type { SortColumns } from './sort-columns.ts';
import type { Steps } from './steps.ts';

/** The input of an order. */
interface Sortable {
  /** The number of tickets, which lie by ascending id. */
  readonly count: number;
  readonly sorts: SortColumns;
}

/**
 * The positions of all tickets in the order of `sort`. Missing values come last whether a key ascends or
 * descends, and ties end on ascending id.
 */
export function* orderInSteps(sortable: Sortable, sort: readonly SortTerm[]): Steps<Uint32Array> {
  let order: Uint32Array = positions(sortable.count);
  let spare: Uint32Array = new Uint32Array(sortable.count);
  const keys = new Uint32Array(sortable.count);
  for (const { key, descending } of sort.toReversed()) {
    const max = fillKeys(keys, sortable, key, descending);
    [order, spare] = sortPositions(order, keys, max, spare);
    yield;
  }
  return order;
}

/** Sets for every position what one sort key sorts it by, and gives the largest. */
function fillKeys(keys: Uint32Array, { sorts }: Sortable, key: SortKey, descending: boolean): number {
  const column = key === 'id' ? idColumn(keys.length) : sorts[key];
  if (descending) fillReversed(keys, column);
  else keys.set(column.ranks);
  return column.missing;
}

function idColumn(count: number): RankColumn {
  return { ranks: positions(count), missing: count };
}

function fillReversed(keys: Uint32Array, { ranks, missing }: RankColumn): void {
  for (let position = 0; position < ranks.length; position++) {
    const rank = ranks[position] as number;
    keys[position] = rank === missing ? missing : missing - 1 - rank;
  }
}
