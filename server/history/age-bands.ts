import { AGE_BANDS, ageInDays, DAY_MS } from '../../contract/index.ts';
import { type Stays, sumUp } from './stays.ts';

const LAST_DAYS = AGE_BANDS.map(({ to }) => to);

/**
 * Counts the open tickets at the ends of buckets by their age, for each band a count per bucket.
 *
 * @param issuedAt of each ticket; NaN where it has no date, and so no age
 * @param ends ascending; both in epoch milliseconds
 */
export function countAges(stays: Stays, issuedAt: Float64Array, ends: Float64Array): readonly Int32Array[] {
  const steps = AGE_BANDS.map(() => new Int32Array(ends.length + 1));
  for (let stay = 0; stay < stays.count; stay++) {
    const issued = issuedAt[stays.ticket(stay)] as number;
    if (Number.isNaN(issued)) continue;
    const to = stays.to(stay);
    for (let from = stays.from(stay); from < to; ) {
      const band = bandAt(issued, ends[from] as number);
      const next = Math.min(to, firstAtOrAfter(ends, leavesAt(issued, band), from + 1));
      const counts = steps[band];
      if (counts !== undefined) {
        (counts[from] as number)++;
        (counts[next] as number)--;
      }
      from = next;
    }
  }
  return steps.map(sumUp);
}

/** The band of an age; -1 for a ticket that is still to be issued, which is in none. */
function bandAt(issued: number, now: number): number {
  const days = ageInDays(issued, now);
  if (days < 0) return -1;
  let band = 0;
  while (days >= (LAST_DAYS[band] as number)) band++;
  return band;
}

/** The instant at which a ticket grows out of a band. */
function leavesAt(issued: number, band: number): number {
  // Less than a day ahead passes for today.
  return band === -1 ? issued - DAY_MS + 1 : issued + (LAST_DAYS[band] as number) * DAY_MS;
}

/** The first place from `from` on of an instant that is at `instant` or later. */
function firstAtOrAfter(instants: Float64Array, instant: number, from: number): number {
  let low = from;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((instants[middle] as number) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
