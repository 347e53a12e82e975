import { MAX_TREND_GROUPS, type TrendSeries, type Trends } from '../../contract/index.ts';
import type { GroupPast } from './group-past.ts';
import { medianAges } from './median-ages.ts';
import type { RecordedHistory } from './recorded-history.ts';
import { addStretch, makeSteps, STAY_WIDTH, type Stays, sumUp } from './stays.ts';
import type { BucketFacts } from './trends-question.ts';

/** The group, in the place of their own, of tickets whose groups are counted together. */
const OTHERS = -2;

/** The trends of each group, those with the most open tickets at the end first; of more than an answer holds, those together. */
export function trendGroups(
  history: RecordedHistory,
  { stays, overdue, flows }: GroupPast,
  { count, hasRead, hasArrivals, ends }: BucketFacts,
): Pick<Trends, 'groups' | 'others'> {
  const open = countOpen(stays, count);
  const overdueOf = overdue.byGroup();
  const last = hasRead.lastIndexOf(true);
  const ranked = Array.from(new Set([...flows.keys(), ...open.keys()]), (code) => ({
    ...history.values.get(code),
    openAtLast: open.get(code)?.[last] ?? 0,
  })).toSorted((a, b) => b.openAtLast - a.openAtLast || (a.value < b.value ? -1 : Number(a.value > b.value)));
  const others = ranked.slice(MAX_TREND_GROUPS).map(({ code }) => code);
  const ages = medianAges(history, togetherIn(stays, others), ends);
  const seriesOf = (codes: readonly number[], group: number): TrendSeries => {
    const sum = (countsOf: (code: number) => Int32Array | undefined) => {
      const all = codes.map(countsOf);
      return hasRead.map((_, bucket) => all.reduce((total, counts) => total + (counts?.[bucket] ?? 0), 0));
    };
    const known = (totals: readonly number[], where: readonly boolean[]) =>
      totals.map((total, bucket) => (where[bucket] ? total : null));
    const resolved = sum((code) => flows.get(code)?.resolved);
    const openAtEnd = sum((code) => open.get(code));
    const overdueAtEnd = sum((code) => overdueOf.get(code));
    const arrived = sum((code) => flows.get(code)?.arrived);
    return {
      arrived: known(arrived, hasArrivals),
      resolved: known(resolved, hasRead),
      openAtEnd: known(openAtEnd, hasRead),
      overdueAtEnd: known(overdueAtEnd, hasRead),
      medianAgeAtEnd: hasRead.map((isKnown, bucket) =>
        isKnown ? (ages.get(group)?.[bucket] ?? null) : null,
      ),
    };
  };
  const groups = ranked
    .slice(0, MAX_TREND_GROUPS)
    .map(({ code, value, label }) => ({ value, label, ...seriesOf([code], code) }));
  if (others.length === 0) return { groups };
  return { groups, others: { count: others.length, ...seriesOf(others, OTHERS) } };
}

/** The same stays, those of some groups as of one. */
function togetherIn(stays: Stays, groups: readonly number[]): Stays {
  if (groups.length === 0) return stays;
  const together = new Set(groups);
  const rows = stays.rows.slice();
  for (let place = 1; place < STAY_WIDTH * stays.count; place += STAY_WIDTH) {
    if (together.has(rows[place] as number)) rows[place] = OTHERS;
  }
  return { count: stays.count, rows };
}

/** The open tickets of each group, per bucket. */
function countOpen({ count, rows }: Stays, buckets: number): ReadonlyMap<number, Int32Array> {
  const steps = new Map<number, Int32Array>();
  for (let place = 0; place < STAY_WIDTH * count; place += STAY_WIDTH) {
    const group = rows[place + 1] as number;
    const known = steps.get(group);
    const own = known ?? makeSteps(buckets);
    if (known === undefined) steps.set(group, own);
    addStretch(own, rows[place + 2] as number, rows[place + 3] as number);
  }
  return new Map(Array.from(steps, ([code, own]) => [code, sumUp(own)]));
}
