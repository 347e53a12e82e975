import { AGE_BANDS, type TicketQuery, type Trends } from '../../../contract/index.ts';
import { isPartlyRecorded } from '../../../contract/monday/index.ts';
import { formatCount } from '../../format/numbers.ts';
import { issuedLists, newestOnly, openList } from './bucket-lists.ts';
import {
  type ChartColumn,
  countBlank,
  type ListOf,
  noList,
  sumOf,
  type TrendChart,
  type Values,
} from './chart.ts';
import { flowsLabel, restOfWhole, stateAtEnd } from './chart-times.ts';
import { formatDays, formatShareOf, formatSigned } from './format-figures.ts';

/** The subject of the charts. */
export interface ChartsSubject {
  readonly trends: Trends;
  /** The query of the screen, and the same with its dates as instants. */
  readonly query: TicketQuery;
  readonly datedQuery: TicketQuery;
  /** The period in words. */
  readonly period: string;
}

/** The charts that take a place of their own, in their order. */
export function listCharts(subject: ChartsSubject): readonly TrendChart[] {
  return [openedChart(subject), backlogChart(subject), resolutionChart(subject), ageingChart(subject)];
}

const CHANGES = [
  { key: 'reopened', title: 'Reopened' },
  { key: 'escalated', title: 'Escalated' },
  { key: 'becameOverdue', title: 'Became overdue' },
  { key: 'moved', title: 'Moved' },
] as const;

/** The small charts of what else happened to tickets. */
export function listChangeCharts({ trends, period }: ChartsSubject): readonly TrendChart[] {
  return CHANGES.map(({ key, title }): TrendChart => {
    const values = trends.buckets.map((bucket) => bucket[key]);
    const column = { id: key, label: 'Tickets', values, total: sumOf(values), format: formatCount };
    const unrecorded = countBlank(values);
    return {
      id: key,
      title,
      kind: 'stack',
      columns: [column],
      drawn: [column],
      strip: null,
      listOf: noList,
      restBucket: null,
      restLabel: flowsLabel(trends, unrecorded, period),
      unrecorded,
      hasArrivals: false,
    };
  });
}

function openedChart({ trends, datedQuery, period }: ChartsSubject): TrendChart {
  const { buckets } = trends;
  const resolved = buckets.map((bucket) => bucket.resolved);
  const unrecorded = countBlank(resolved);
  const arrived = buckets.map((bucket) => bucket.arrived);
  const net = buckets.map((bucket) =>
    isPartlyRecorded(bucket, trends) ? null : minus(bucket.arrived, bucket.resolved),
  );
  const uncompared = countBlank(net);
  // At rest all three are of the same time: where nothing can be compared, what came in is that of the period.
  const sum = (values: Values) => sumOf(values.filter((_, bucket) => net[bucket] !== null));
  const listOf = issuedLists(trends, datedQuery);
  const drawn: ChartColumn[] = [
    {
      id: 'opened',
      label: 'Opened',
      values: arrived,
      total: uncompared < buckets.length ? sum(arrived) : sumOf(arrived),
      format: formatCount,
      listOf,
    },
    { id: 'done', label: 'Resolved', values: resolved, total: sum(resolved), format: formatCount },
  ];
  const strip = {
    kind: 'balance' as const,
    id: 'net',
    label: 'Net',
    values: net,
    total: sum(net),
    format: formatSigned,
  };
  return {
    id: 'opened',
    title: 'Opened and resolved',
    kind: 'pair',
    columns: [...drawn, strip],
    drawn,
    strip,
    listOf,
    restBucket: null,
    restLabel: flowsLabel(trends, uncompared, period),
    unrecorded,
    hasArrivals: true,
  };
}

function backlogChart({ trends, query }: ChartsSubject): TrendChart {
  const { buckets } = trends;
  const open = buckets.map((bucket) => bucket.openAtEnd);
  const overdue = buckets.map((bucket) => bucket.overdueAtEnd);
  const rest = buckets.map((bucket) => minus(bucket.openAtEnd, bucket.overdueAtEnd));
  const share = buckets.map(({ openAtEnd, overdueAtEnd }) =>
    openAtEnd === null || overdueAtEnd === null || openAtEnd === 0 ? null : overdueAtEnd / openAtEnd,
  );
  const list = (filters: Partial<TicketQuery>) => newestOnly(trends, openList(query, filters));
  const drawn = [
    column('overdue', 'Overdue', overdue, list({ overdue: true })),
    column('on-time', 'Not overdue', rest, list({ overdue: false })),
  ];
  const listOf = list({});
  const total = { ...column('open', 'Open', open, listOf), id: null };
  const strip = {
    ...column('share', 'Overdue share', share),
    kind: 'shares' as const,
    format: formatShareOf,
  };
  return {
    id: 'backlog',
    title: 'Backlog',
    kind: 'stack',
    columns: [total, ...drawn, strip],
    drawn,
    strip,
    listOf,
    ...stateAtEnd(trends, open),
  };
}

function resolutionChart({ trends }: ChartsSubject): TrendChart {
  const { buckets } = trends;
  const median = buckets.map(({ resolution }) => resolution?.p50Days ?? null);
  const slow = buckets.map(({ resolution }) => resolution?.p90Days ?? null);
  const count = buckets.map(({ resolved, resolution }) =>
    resolved === null ? null : (resolution?.count ?? 0),
  );
  const drawn = [
    { ...column('median', 'Median', median), format: formatDays },
    { ...column('p90', '90th percentile', slow), format: formatDays },
  ];
  return {
    id: 'resolution',
    title: 'Time to resolve',
    kind: 'lines',
    columns: [...drawn, { ...column('count', 'Of tickets', count), id: null }],
    drawn,
    strip: null,
    listOf: noList,
    ...restOfWhole(trends, median),
    unrecorded: countBlank(count),
    hasArrivals: false,
  };
}

function ageingChart({ trends, query }: ChartsSubject): TrendChart {
  const ages = trends.buckets.map(({ ageingAtEnd }) => ageingAtEnd);
  const known = ages.map((age) => (age === null ? null : 0));
  // The oldest at the bottom, where their height is told best.
  const drawn = AGE_BANDS.toReversed().map(({ value, label }) =>
    column(
      `age-${value}`,
      label,
      ages.map((age) => age?.[value] ?? null),
      newestOnly(trends, openList(query, { age: [value] })),
    ),
  );
  return {
    id: 'ageing',
    title: 'Age of open tickets',
    kind: 'stack',
    columns: drawn,
    drawn,
    strip: null,
    listOf: newestOnly(trends, openList(query)),
    ...stateAtEnd(trends, known),
  };
}

function column(id: string, label: string, values: Values, listOf?: ListOf): ChartColumn {
  return { id, label, values, format: formatCount, ...(listOf && { listOf }) };
}

function minus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}
