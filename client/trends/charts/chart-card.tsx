import { ChartNoAxesColumn, Table } from 'lucide-react';
import { useState } from 'react';
import type { Trends } from '../../../contract/index.ts';
import { formatDay } from '../../format/dates.ts';
import { countTicks, spanTicks } from '../../overview/chart/axis-ticks.ts';
import { IconButton } from '../../ui/button.tsx';
import { useListState } from '../../workspace/workspace-context.ts';
import { bucketAxis, fullName, runningBucket } from './buckets.ts';
import type { TrendChart } from './chart.ts';
import styles from './chart-card.module.css';
import { ChartTable } from './chart-table.tsx';
import { topOf } from './draw.ts';
import { Legend } from './legend.tsx';
import { Plot } from './plot.tsx';
import { useCursor } from './use-cursor.ts';

interface ChartCardProps {
  readonly chart: TrendChart;
  readonly trends: Trends;
  readonly small?: boolean;
}

/** Share of the plot from which on words fit in what was not recorded. */
const WIDE_BLANK = 0.4;

/** A chart with its numbers, or its table in its place. */
export function ChartCard({ chart, trends, small = false }: ChartCardProps) {
  const listState = useListState();
  const [isTable, setIsTable] = useState(false);
  const { buckets } = trends;
  const cursor = useCursor(buckets.length, (bucket) => {
    const list = chart.listOf(bucket);
    if (list !== null) listState.updateQuery(list, { screen: 'tickets' });
  });
  const names = buckets.map((bucket) => fullName(bucket, trends));
  const shown = cursor.bucket ?? chart.restBucket;
  const time = cursor.bucket === null ? chart.restLabel : (names[cursor.bucket] ?? '');
  const format = chart.drawn[0]?.format ?? String;
  const isWide = chart.unrecorded / buckets.length >= WIDE_BLANK && !chart.hasArrivals;
  const since = sinceNote(chart, trends);
  return (
    <section className={styles.card} data-small={small} aria-label={chart.title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{chart.title}</h2>
        <span className={styles.time}>{time}</span>
        <IconButton
          className={styles.switch ?? ''}
          label={`${chart.title}: show as table`}
          aria-pressed={isTable}
          onClick={() => setIsTable(!isTable)}
        >
          {isTable ? <ChartNoAxesColumn aria-hidden /> : <Table aria-hidden />}
        </IconButton>
      </div>
      {isTable ? (
        <ChartTable chart={chart} names={names} />
      ) : (
        <>
          <Legend chart={chart} bucket={shown} />
          <Plot
            chart={chart}
            buckets={buckets.length}
            running={runningBucket(trends)}
            cursor={cursor}
            ticks={countTicks(topOf(chart)).map((value) => ({ value, text: format(value) }))}
            spanTicks={spanTicks(bucketAxis(trends))}
            valueText={describeFigures(chart, shown, time)}
            blankNote={isWide ? since : null}
            opensLists={buckets.some((_, bucket) => chart.listOf(bucket) !== null)}
          />
        </>
      )}
      {since !== null && (!isWide || isTable) && <p className={styles.note}>{since}</p>}
    </section>
  );
}

/** A chart's numbers of a bucket, or of the whole time, in a sentence. */
function describeFigures({ columns }: TrendChart, bucket: number | null, time: string): string {
  const figures = columns.map(({ label, values, total, format }) => {
    const value = bucket === null ? (total ?? null) : (values[bucket] ?? null);
    return `${label} ${value === null ? 'not known' : format(value)}`;
  });
  return `${time === '' ? '' : `${time}: `}${figures.join(', ')}`;
}

/** The time before which a chart has nothing, or less; null when all of it was recorded. */
function sinceNote({ unrecorded, hasArrivals }: TrendChart, { recordedSince, zone }: Trends): string | null {
  if (unrecorded === 0) return null;
  if (recordedSince === null) return hasArrivals ? 'Opened: of tickets still known' : 'Not recorded yet';
  const day = formatDay(recordedSince, zone);
  return hasArrivals
    ? `Recorded since ${day}; before that only what was opened, of tickets still known`
    : `Recorded since ${day}`;
}
