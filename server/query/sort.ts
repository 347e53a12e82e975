import { DEFAULT_SORT, formatSort, type SortTerm } from '../../contract/index.ts';
import { orderInSteps } from '../snapshot/order.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { finish } from '../snapshot/steps.ts';
import { memoizePerSnapshot } from './memoize-per-snapshot.ts';

/** Four bytes a ticket each: a handful of people rarely use more orders than this at a time. */
const ORDERS = 8;

const memoize = memoizePerSnapshot<Uint32Array>(ORDERS);
const BY_DEFAULT = formatSort(DEFAULT_SORT);

/** The positions of all tickets in the order of `sort`, matching or not: one order serves every filter. */
export function sortTickets(snapshot: Snapshot, sort: readonly SortTerm[]): Uint32Array {
  const key = formatSort(sort);
  if (key === BY_DEFAULT) return snapshot.columns.defaultOrder;
  return memoize(snapshot, key, () => finish(orderInSteps(snapshot.columns, sort)));
}
