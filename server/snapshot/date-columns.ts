import { type DateKey, fieldOf, SORT_KEYS, type Ticket } from '../../contract/index.ts';
import type { RankColumn } from './codes.ts';
import { positions, sortPositions } from './radix.ts';
import { inSlices, type Steps } from './steps.ts';

const DATE_KEYS = SORT_KEYS.filter((key): key is DateKey => fieldOf(key).kind === 'date');

/** Instants of the dates that tickets are sorted by, in epoch milliseconds, one a ticket; NaN where it has none. */
export type DateColumns = { readonly [Key in DateKey]: Float64Array };

export function* buildDateColumns(tickets: readonly Ticket[]): Steps<DateColumns> {
  const columns: Partial<Record<DateKey, Float64Array>> = {};
  for (const key of DATE_KEYS) columns[key] = yield* readInstants(tickets, fieldOf(key).of);
  return columns as DateColumns;
}

function* readInstants(tickets: readonly Ticket[], of: keyof Ticket): Steps<Float64Array> {
  const instants = new Float64Array(tickets.length);
  yield* inSlices(tickets.length, (from, to) => {
    for (let position = from; position < to; position++) {
      instants[position] = Date.parse((tickets[position]?.[of] as string | null) ?? '');
    }
  });
  return instants;
}

/** The later instant of a ticket's creation and its last update, or the one that is known; NaN for none. */
export function* latestChanges({ createdAt, updatedAt }: DateColumns): Steps<Float64Array> {
  const latest = new Float64Array(createdAt.length);
  yield* inSlices(createdAt.length, (from, to) => {
    for (let position = from; position < to; position++) {
      const one = createdAt[position] as number;
      const other = updatedAt[position] as number;
      // A comparison with NaN is false.
      latest[position] = other > one || Number.isNaN(one) ? other : one;
    }
  });
  return latest;
}

/** For every instant its place among all of them, equal instants sharing one. */
export function* rankInstants(instants: Float64Array): Steps<RankColumn> {
  const { high, low } = split(instants);
  yield;
  const [byLow, spare] = sortPositions(
    positions(instants.length),
    low,
    LOW - 1,
    new Uint32Array(instants.length),
  );
  yield;
  const [order] = sortPositions(byLow, high, highest(high), spare);
  yield;
  return rankSorted(instants, order);
}

/** An instant has more bits than a sort key, so it is sorted by two: multiples of this, and the rest. */
const LOW = 2 ** 22;

function split(instants: Float64Array): { high: Uint32Array; low: Uint32Array } {
  const high = new Uint32Array(instants.length);
  const low = new Uint32Array(instants.length);
  const least = Math.floor(earliest(instants) / LOW);
  for (let position = 0; position < instants.length; position++) {
    const instant = instants[position] as number;
    const upper = Math.floor(instant / LOW);
    // A NaN becomes 0 in both: its place in the order does not matter to rankSorted.
    high[position] = upper - least;
    low[position] = instant - upper * LOW;
  }
  return { high, low };
}

function earliest(instants: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (const instant of instants) if (instant < least) least = instant;
  return least;
}

function highest(keys: Uint32Array): number {
  let most = 0;
  for (const key of keys) if (key > most) most = key;
  return most;
}

function rankSorted(instants: Float64Array, order: Uint32Array): RankColumn {
  const ranks = new Uint32Array(instants.length);
  let rank = -1;
  let previous = Number.NaN;
  for (const position of order) {
    const instant = instants[position] as number;
    if (Number.isNaN(instant)) continue;
    if (instant !== previous) rank++;
    previous = instant;
    ranks[position] = rank;
  }
  const missing = rank + 1;
  for (const position of order) if (Number.isNaN(instants[position])) ranks[position] = missing;
  return { ranks, missing };
}
