import { AGE_BANDS, ageInDays, DAY_MS } from '../../contract/index.ts';
import { addStretch, makeSteps, STAY_WIDTH, type Stays, sumUp } from './stays.ts';

const LAST_DAYS = AGE_BANDS.map(({ to }) => to);
/** The days from which on a ticket grows no older, for what is counted here. */
const OLDEST = AGE_BANDS.at(-1)?.from ?? 0;

/**
 * Counts the open tickets at the ends of buckets by their age, for each band a count per bucket.
 *
 * @param issuedAt of each ticket; NaN where it has no date, and so no age
 * @param ends ascending; both in epoch milliseconds
 */
export function countAges(
  { count, rows }: Stays,
  issuedAt: Float64Array,
  ends: Float64Array,
): readonly Int32Array[] {
  const steps = AGE_BANDS.map(() => makeSteps(ends.length));
  const find = endFinder(ends);
  for (let place = 0; place < STAY_WIDTH * count; place += STAY_WIDTH) {
    const issued = issuedAt[rows[place] as number] as number;
    if (Number.isNaN(issued)) continue;
    const to = rows[place + 3] as number;
    for (let from = rows[place + 2] as number; from < to; ) {
      const band = bandAt(issued, ends[from] as number);
      const next = band === steps.length - 1 ? to : Math.min(to, find(leavesAt(issued, band)));
      const own = steps[band];
      if (own !== undefined) addStretch(own, from, next);
      from = next;
    }
  }
  return steps.map(sumUp);
}

/** The band of an age; -1 for a ticket that is still to be issued, which is in none. */
function bandAt(issued: number, now: number): number {
  const days = ageInDays(issued, now);
  if (days >= OLDEST) return LAST_DAYS.length - 1;
  let band = days < 0 ? -1 : 0;
  while (band >= 0 && days >= (LAST_DAYS[band] as number)) band++;
  return band;
}

/** The instant at which a ticket grows out of a band. */
function leavesAt(issued: number, band: number): number {
  // Less than a day ahead passes for today.
  return band === -1 ? issued - DAY_MS + 1 : issued + (LAST_DAYS[band] as number) * DAY_MS;
}

/**
 * Finds the first end at an instant or later. A table by day begins the search where it ends but for a step or two:
 * this is asked several times for each ticket.
 */
function endFinder(ends: Float64Array): (instant: number) => number {
  const first = ends[0] as number;
  const days = Math.floor(((ends[ends.length - 1] as number) - first) / DAY_MS) + 1;
  const table = new Uint16Array(days + 1);
  for (let day = 0, index = 0; day <= days; day++) {
    while (index < ends.length && (ends[index] as number) < first + day * DAY_MS) index++;
    table[day] = index;
  }
  return (instant) => {
    if (instant <= first) return 0;
    let index = table[Math.min(days, Math.floor((instant - first) / DAY_MS))] as number;
    while (index < ends.length && (ends[index] as number) < instant) index++;
    return index;
  };
}
