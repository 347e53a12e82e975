import { findPosition, type Snapshot } from '../snapshot/snapshot.ts';
import { addPosition, makePositionSet, type PositionSet } from './position-set.ts';

/** The tickets of these ids, as far as the snapshot has them. */
export function ticketsById(snapshot: Snapshot, ids: readonly number[]): PositionSet {
  const set = makePositionSet(snapshot.columns.count);
  for (const id of ids) {
    const position = findPosition(snapshot, id);
    if (position !== null) addPosition(set, position);
  }
  return set;
}

/**
 * The tickets of the same customer as the ticket of that id, itself included. None when the snapshot has no
 * such ticket; that ticket alone when it names no customer.
 */
export function ticketsOfCustomer(snapshot: Snapshot, id: number): PositionSet {
  const { codes, unnamed } = snapshot.columns.customers;
  const position = findPosition(snapshot, id);
  const customer = position === null ? unnamed : (codes[position] as number);
  if (customer === unnamed) return ticketsById(snapshot, [id]);
  const set = makePositionSet(codes.length);
  for (let other = 0; other < codes.length; other++) {
    if (codes[other] === customer) addPosition(set, other);
  }
  return set;
}
