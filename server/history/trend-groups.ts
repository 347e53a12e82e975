import type { TrendGroupRow } from '../../contract/index.ts';
import { makeGroupFlows } from './bucket-flows.ts';
import type { GroupPast } from './group-past.ts';
import { medianAges } from './median-ages.ts';
import type { RecordedHistory } from './recorded-history.ts';
import { addStretch, makeSteps, STAY_WIDTH, type Stays, sumUp } from './stays.ts';
import type { BucketFacts } from './trends-question.ts';

/** The trends of each group, those with the most open tickets at the end first. */
export function trendGroups(
  history: RecordedHistory,
  { stays, overdue, flows }: GroupPast,
  { count, hasRead, hasArrivals, ends }: BucketFacts,
): TrendGroupRow[] {
  const open = countOpen(stays, count);
  const ages = medianAges(history, stays, ends);
  const overdueOf = overdue.byGroup();
  const codes = new Set([...flows.keys(), ...open.keys()]);
  const known = (counts: ArrayLike<number> | undefined, where: readonly boolean[]) =>
    where.map((isKnown, bucket) => (isKnown ? (counts?.[bucket] ?? 0) : null));
  const rows = Array.from(codes, (code): TrendGroupRow => {
    const { value, label } = history.values.get(code);
    const { arrived, resolved } = flows.get(code) ?? makeGroupFlows(count);
    return {
      value,
      label,
      arrived: known(arrived, hasArrivals),
      resolved: known(resolved, hasRead),
      openAtEnd: known(open.get(code), hasRead),
      overdueAtEnd: known(overdueOf.get(code), hasRead),
      medianAgeAtEnd: hasRead.map((isKnown, bucket) => (isKnown ? (ages.get(code)?.[bucket] ?? null) : null)),
    };
  });
  return rows.toSorted(
    (a, b) =>
      lastOf(b.openAtEnd) - lastOf(a.openAtEnd) || (a.value < b.value ? -1 : Number(a.value > b.value)),
  );
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

/** The last count that is known. */
function lastOf(counts: readonly (number | null)[]): number {
  return counts.findLast((count) => count !== null) ?? 0;
}
