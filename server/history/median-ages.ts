import { DAY_MS } from '../../contract/index.ts';
import type { RecordedHistory } from './recorded-history.ts';
import type { Stays } from './stays.ts';

/** The open tickets of one group at the ends of buckets, as they are counted from the oldest on. */
interface Ages {
  /** The tickets that have an issue date. */
  readonly dated: Int32Array;
  /** Those that were counted so far. */
  readonly counted: Int32Array;
  /** The sum of the issue dates of the one or two in the middle. */
  readonly middle: Float64Array;
}

/**
 * The median age in days of the open tickets of each group at the end of each bucket; null where there are none. `ends`
 * in epoch milliseconds.
 */
export function medianAges(
  history: RecordedHistory,
  stays: Stays,
  ends: Float64Array,
): ReadonlyMap<number, readonly (number | null)[]> {
  const issuedAt = history.tickets.issuedAt.all();
  const byGroup = new Map<number, Ages>();
  const order = Array.from({ length: stays.count }, (_, stay) => stay).filter(
    (stay) => !Number.isNaN(issuedAt[stays.ticket(stay)]),
  );
  const rank = ranksByIssue(history);
  const sorted = Float64Array.from(
    order,
    (stay) => (rank[stays.ticket(stay)] as number) * stays.count + stay,
  ).sort();
  for (const stay of order) {
    const { dated } = agesOf(byGroup, stays.group(stay), ends.length);
    for (let bucket = stays.from(stay); bucket < stays.to(stay); bucket++) (dated[bucket] as number)++;
  }
  for (const key of sorted) {
    const stay = key % stays.count;
    const issued = issuedAt[stays.ticket(stay)] as number;
    const { dated, counted, middle } = agesOf(byGroup, stays.group(stay), ends.length);
    for (let bucket = stays.from(stay); bucket < stays.to(stay); bucket++) {
      const place = (counted[bucket] as number)++;
      const count = dated[bucket] as number;
      // Of an even number there are two in the middle, of an odd one the same twice.
      if (place === (count - 1) >> 1) (middle[bucket] as number) += issued;
      if (place === count >> 1) (middle[bucket] as number) += issued;
    }
  }
  return new Map(Array.from(byGroup, ([code, ages]) => [code, mediansOf(ages, ends)]));
}

function agesOf(byGroup: Map<number, Ages>, code: number, buckets: number): Ages {
  const known = byGroup.get(code);
  if (known !== undefined) return known;
  const ages = {
    dated: new Int32Array(buckets),
    counted: new Int32Array(buckets),
    middle: new Float64Array(buckets),
  };
  byGroup.set(code, ages);
  return ages;
}

function mediansOf({ dated, middle }: Ages, ends: Float64Array): readonly (number | null)[] {
  return Array.from(ends, (end, bucket) =>
    dated[bucket] === 0 ? null : (end - (middle[bucket] as number) / 2) / DAY_MS,
  );
}

const known = new WeakMap<RecordedHistory, { readonly dated: number; readonly ranks: Uint32Array }>();

/** The place of each ticket among all by its issue date, kept until there are other dates. */
function ranksByIssue(history: RecordedHistory): Uint32Array {
  const { tickets } = history;
  const kept = known.get(history);
  if (kept !== undefined && kept.dated === tickets.dated) return kept.ranks;
  const issuedAt = tickets.issuedAt.all();
  const dated = Array.from(issuedAt.keys()).filter((ticket) => !Number.isNaN(issuedAt[ticket]));
  const order = dated.sort((a, b) => (issuedAt[a] as number) - (issuedAt[b] as number));
  const ranks = new Uint32Array(tickets.count);
  for (const [rank, ticket] of order.entries()) ranks[ticket] = rank;
  known.set(history, { dated: tickets.dated, ranks });
  return ranks;
}
