import { DAY_MS } from '../../contract/index.ts';
import type { RecordedHistory } from './recorded-history.ts';
import { addStretch, makeSteps, STAY_WIDTH, type Stays, sumUp } from './stays.ts';

/** The open tickets of one group at the ends of buckets, as they are counted from the oldest on. */
interface Ages {
  /** The tickets that have an issue date: first as steps between the buckets, then as counts. */
  dated: Int32Array;
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
  const { rows } = stays;
  const byGroup = new Map<number, Ages>();
  const places = datedStays(history, stays);
  for (const place of places) {
    const { dated } = agesOf(byGroup, rows[place + 1] as number, ends.length);
    addStretch(dated, rows[place + 2] as number, rows[place + 3] as number);
  }
  for (const ages of byGroup.values()) ages.dated = sumUp(ages.dated);
  for (const place of places) {
    const ages = agesOf(byGroup, rows[place + 1] as number, ends.length);
    const issued = issuedAt[rows[place] as number] as number;
    countStay(ages, issued, rows[place + 2] as number, rows[place + 3] as number);
  }
  return new Map(Array.from(byGroup, ([code, ages]) => [code, mediansOf(ages, ends)]));
}

/** Of an even number there are two in the middle, of an odd one the same twice. */
function countStay({ dated, counted, middle }: Ages, issued: number, from: number, to: number): void {
  for (let bucket = from; bucket < to; bucket++) {
    const place = (counted[bucket] as number)++;
    const count = dated[bucket] as number;
    if (place === (count - 1) >> 1) (middle[bucket] as number) += issued;
    if (place === count >> 1) (middle[bucket] as number) += issued;
  }
}

/** The places of the stays of tickets that have an issue date, by that date. */
function datedStays(history: RecordedHistory, { count, rows }: Stays): Uint32Array {
  const ranks = ranksByIssue(history);
  // Where the stays of each rank begin, and then where the next one of them belongs.
  const next = new Uint32Array(ranks.length + 1);
  const rankOf = (stay: number) => ranks[rows[STAY_WIDTH * stay] as number] as number;
  for (let stay = 0; stay < count; stay++) {
    const rank = rankOf(stay);
    if (rank !== UNDATED) (next[rank + 1] as number)++;
  }
  sumUp(next);
  const places = new Uint32Array(next.at(-1) as number);
  for (let stay = 0; stay < count; stay++) {
    const rank = rankOf(stay);
    if (rank !== UNDATED) places[(next[rank] as number)++] = STAY_WIDTH * stay;
  }
  return places;
}

function agesOf(byGroup: Map<number, Ages>, code: number, buckets: number): Ages {
  const known = byGroup.get(code);
  if (known !== undefined) return known;
  const ages = {
    dated: makeSteps(buckets),
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

const UNDATED = 0xffff_ffff;

const known = new WeakMap<RecordedHistory, { readonly dated: number; readonly ranks: Uint32Array }>();

/** The place of each ticket among all by its issue date, kept until there are other dates. */
function ranksByIssue(history: RecordedHistory): Uint32Array {
  const { tickets } = history;
  const kept = known.get(history);
  if (kept !== undefined && kept.dated === tickets.dated) return kept.ranks;
  const issuedAt = tickets.issuedAt.all();
  const dated = Array.from(issuedAt.keys()).filter((ticket) => !Number.isNaN(issuedAt[ticket]));
  const order = dated.sort((a, b) => (issuedAt[a] as number) - (issuedAt[b] as number));
  const ranks = new Uint32Array(tickets.count).fill(UNDATED);
  for (const [rank, ticket] of order.entries()) ranks[ticket] = rank;
  known.set(history, { dated: tickets.dated, ranks });
  return ranks;
}
