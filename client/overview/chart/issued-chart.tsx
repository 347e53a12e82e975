import { ZoomOut } from 'lucide-react';
import { useMemo } from 'react';
import type { Axis } from '../../../contract/index.ts';
import { DeletedNote } from '../../filters/deleted-note.tsx';
import { formatCount } from '../../format/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { useListState } from '../../workspace/workspace-context.ts';
import type { Counts } from '../counts.ts';
import { Part } from '../part.tsx';
import { useCounts } from '../use-counts.ts';
import { countTicks, spanTicks } from './axis-ticks.ts';
import { drawSeries, listSeries } from './bars.ts';
import styles from './chart.module.css';
import { isAllOpen, issuedQuery } from './issued-query.ts';
import { Legend } from './legend.tsx';
import { PeriodComparison } from './period-comparison.tsx';
import { Plot } from './plot.tsx';
import { datesOf, describeCounts, nameOfSpans, runningSpan, spansIn, sumOf } from './span-range.ts';
import { useSpanRange } from './use-span-range.ts';

/**
 * Chart of all tickets that were issued, by issue date: those still open by priority, the others pale. Clicking bars
 * filters by date, and so zooms in.
 */
export function IssuedChart() {
  const listState = useListState();
  const query = issuedQuery(listState.apiQuery);
  const { axis, snapshot, ...state } = useCounts(query, 'issued', 'priority');
  const { counts, isStale } = state;
  const dated = listState.query.issuedFrom !== null || listState.query.issuedTo !== null;
  const isCounted = axis !== null && axis.values.length > 0;
  const note = dated && (
    <>
      {counts !== null && snapshot !== null && !isStale && (
        <PeriodComparison query={query} count={counts.total.count} snapshot={snapshot} />
      )}
      <Button
        variant="plain"
        className={styles.out}
        onClick={() => listState.updateQuery({ issuedFrom: null, issuedTo: null })}
      >
        <ZoomOut aria-hidden />
        All dates
      </Button>
    </>
  );
  return (
    <Part title={isCounted ? `Issued per ${axis.interval}` : 'Issued over time'} note={note} {...state}>
      {(shown) =>
        isCounted ? (
          <Chart counts={shown} axis={axis} takenAt={snapshot?.takenAt ?? null} />
        ) : (
          <p className={styles.dateless}>None of these tickets has an issue date.</p>
        )
      }
    </Part>
  );
}

interface ChartProps {
  readonly counts: Counts;
  readonly axis: Axis;
  /** Instant at which the data was taken. */
  readonly takenAt: string | null;
}

function Chart({ counts, axis, takenAt }: ChartProps) {
  const listState = useListState();
  const { rows: spans, total } = counts;
  const choice = useSpanRange(spans.length, (range) => listState.updateQuery(datesOf(spansIn(range, spans))));
  const ticks = useMemo(() => countTicks(Math.max(...spans.map(({ count }) => count))), [spans]);
  const series = useMemo(() => drawSeries(listSeries(counts), ticks.at(-1) ?? 1), [counts, ticks]);
  const running = runningSpan(spans, takenAt);
  const hatched = spans
    .map(({ count, partial = false }, span) => ({ span, count, partial }))
    .filter(({ span, partial }) => partial || span === running);
  const all = { from: 0, to: spans.length - 1 };
  const { from, to } = choice.range ?? all;
  const sums = sumOf(spansIn({ from, to }, spans));
  const { earlier = false, later = false } = axis;
  const name = nameOfSpans({ from, to }, spans, { running, earlier, later });
  const said = describeCounts(sums, isAllOpen(listState.query));
  const dateless = total.count - sumOf(spans).count;

  return (
    <>
      <Plot
        series={series}
        spans={spans.length}
        hatched={hatched}
        choice={choice}
        countTicks={ticks}
        spanTicks={spanTicks(axis)}
        label={`Issued over time, tickets per ${axis.interval}`}
        valueText={`${name}: ${said}`}
        tip={
          <>
            <strong>{said}</strong> {name}
          </>
        }
      />
      <div className={styles.foot}>
        <Legend series={series} hatching={hatchingLabel(hatched, running)} />
        <span className={styles.missing}>
          {dateless > 0 && <span>{formatCount(dateless)} without an issue date</span>}
          <DeletedNote query={listState.apiQuery} />
        </span>
      </div>
    </>
  );
}

/** `So far`, `In part`; null where no span is hatched. */
function hatchingLabel(
  hatched: readonly { readonly span: number; readonly partial: boolean }[],
  running: number | null,
): string | null {
  const labels = [
    ...(hatched.some(({ span }) => span === running) ? ['So far'] : []),
    ...(hatched.some(({ span, partial }) => partial && span !== running) ? ['In part'] : []),
  ];
  return labels.length === 0 ? null : labels.join(' · ');
}
