import type { TrendSeries, Trends } from '../../../contract/index.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { lastKnown, sumOf, type Values } from '../charts/chart.ts';
import { formatDays } from '../charts/format-figures.ts';

/** The measures of a scorecard, in the order of their columns. */
export const MEASURES = {
  open: { title: 'Open', values: 'openAtEnd', isSum: false, format: formatCount, isBurden: true },
  overdue: { title: 'Overdue', values: 'overdueAtEnd', isSum: false, format: formatCount, isBurden: true },
  medianAge: {
    title: 'Median age',
    values: 'medianAgeAtEnd',
    isSum: false,
    format: formatDays,
    isBurden: true,
  },
  arrived: { title: 'Opened', values: 'arrived', isSum: true, format: formatCount, isBurden: false },
  resolved: { title: 'Resolved', values: 'resolved', isSum: true, format: formatCount, isBurden: false },
} as const satisfies Readonly<Record<string, MeasureEntry>>;

interface MeasureEntry {
  readonly title: string;
  readonly values: keyof TrendSeries;
  /** Whether it counts what happened in the period, and not what stands at its end. */
  readonly isSum: boolean;
  readonly format: (value: number) => string;
  /** Whether more of it is worse. */
  readonly isBurden: boolean;
}

export type Measure = keyof typeof MEASURES;

export const MEASURE_KEYS = Object.keys(MEASURES) as readonly Measure[];

/** A measure of one segment or person. */
interface Score {
  /** The number at the end, or of the period; null when that is not known. */
  readonly value: number | null;
  /** The difference from the period's start, or of the last whole bucket from the first one; null when one of them is not known. */
  readonly change: number | null;
  readonly values: Values;
}

/** All measures of one segment or person, or of those that are counted together. */
export interface Scorecard {
  /** The value as the query takes it; null for those together. */
  readonly value: string | null;
  readonly label: string;
  readonly scores: Readonly<Record<Measure, Score>>;
}

/** Makes the scorecards of an answer; of more than it tells apart, the last is of the others together. */
export function readScorecards({
  groups = [],
  others,
  buckets,
}: Pick<Trends, 'groups' | 'others' | 'buckets'>): readonly Scorecard[] {
  const cardOf = (group: TrendSeries, name: Pick<Scorecard, 'value' | 'label'>): Scorecard => {
    const scoreOf = (measure: Measure): Score => {
      const { values: key, isSum } = MEASURES[measure];
      const values = group[key];
      return {
        value: isSum ? sumOf(values) : (values[lastKnown(values) ?? -1] ?? null),
        // A bucket that runs has less than a whole one for that reason alone.
        change: changeOf(isSum ? values.filter((_, bucket) => buckets[bucket]?.complete) : values),
        values,
      };
    };
    const scores = Object.fromEntries(MEASURE_KEYS.map((measure) => [measure, scoreOf(measure)]));
    return { ...name, scores: scores as Scorecard['scores'] };
  };
  const cards = groups.map((group) => cardOf(group, { value: group.value, label: group.label }));
  if (others === undefined) return cards;
  return [...cards, cardOf(others, { value: null, label: formatCountOf(others.count, 'other') })];
}

/** The difference of the last known number from the first; null when there are not two. */
function changeOf(values: Values): number | null {
  const known = values.filter((value) => value !== null);
  const [first] = known;
  const last = known.at(-1);
  return known.length < 2 || first === undefined || last === undefined ? null : last - first;
}

/** The order of scorecards: by name or a measure. */
export interface ScorecardSort {
  readonly column: Measure | 'name';
  readonly descending: boolean;
}

/** Those with most overdue tickets first. */
export const MOST_OVERDUE: ScorecardSort = { column: 'overdue', descending: true };

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Sorts scorecards by a column, then by open tickets, then by name. What is not known comes last either way, and then the others. */
export function sortScorecards(
  cards: readonly Scorecard[],
  { column, descending }: ScorecardSort,
): readonly Scorecard[] {
  const sign = descending ? -1 : 1;
  const byName = (a: Scorecard, b: Scorecard) => collator.compare(a.label, b.label);
  return cards.toSorted((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    if (column === 'name') return sign * byName(a, b);
    return (
      compare(a.scores[column].value, b.scores[column].value, sign) ||
      compare(a.scores.open.value, b.scores.open.value, -1) ||
      byName(a, b)
    );
  });
}

/** The order after a click on a head: reversed, or names ascending and numbers descending. */
export function nextSort(sort: ScorecardSort, column: ScorecardSort['column']): ScorecardSort {
  return { column, descending: sort.column === column ? !sort.descending : column !== 'name' };
}

function compare(a: number | null, b: number | null, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return sign * (a - b);
}
