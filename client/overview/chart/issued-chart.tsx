import { ZoomOut } from 'lucide-react';
import { useMemo } from 'react';
import type { Interval } from '../../../contract/index.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { useListState } from '../../workspace/workspace-context.ts';
import type { Counts } from '../counts.ts';
import { Part, Readout } from '../part.tsx';
import { useCounts } from '../use-counts.ts';
import { drawSeries, listSeries } from './bars.ts';
import styles from './chart.module.css';
import { Plot } from './plot.tsx';
import { countOf, datesOf, nameOfSpans, spansIn } from './span-range.ts';
import { useSpanRange } from './use-span-range.ts';

/** Chart of the list's tickets by issue date and priority. Clicking bars filters by date, and so zooms in. */
export function IssuedChart() {
  const listState = useListState();
  const { interval, ...state } = useCounts(listState.apiQuery, 'issued', 'priority');
  const dated = listState.query.issuedFrom !== null || listState.query.issuedTo !== null;
  const note = (
    <>
      {interval !== null && state.counts?.rows.length !== 0 && <span>per {interval}</span>}
      {dated && (
        <Button
          variant="plain"
          className={styles.out}
          onClick={() => listState.updateQuery({ issuedFrom: null, issuedTo: null })}
        >
          <ZoomOut aria-hidden />
          All dates
        </Button>
      )}
    </>
  );
  return (
    <Part title="Issued over time" note={note} {...state}>
      {(counts) =>
        counts.rows.length === 0 ? (
          <p className={styles.dateless}>None of these tickets has an issue date.</p>
        ) : (
          <Chart counts={counts} interval={interval} />
        )
      }
    </Part>
  );
}

interface ChartProps {
  readonly counts: Counts;
  readonly interval: Interval | null;
}

function Chart({ counts, interval }: ChartProps) {
  const listState = useListState();
  const { rows: spans, total } = counts;
  const choice = useSpanRange(spans.length, (range) => listState.updateQuery(datesOf(spansIn(range, spans))));
  const series = useMemo(() => drawSeries(listSeries(counts)), [counts]);
  const within = choice.range === null ? null : spansIn(choice.range, spans);
  const label =
    within === null ? null : `${nameOfSpans(within)}: ${formatCountOf(countOf(within), 'ticket')}`;
  const dateless = total.count - countOf(spans);

  return (
    <>
      <Plot
        series={series}
        spans={spans.length}
        choice={choice}
        most={Math.max(...spans.map(({ count }) => count))}
        label={`Issued over time, tickets per ${interval}`}
        valueText={label ?? `${nameOfSpans(spans)}: ${formatCountOf(countOf(spans), 'ticket')}`}
      />
      <div className={styles.axis} aria-hidden>
        <span>{spans[0]?.label}</span>
        {spans.length > 1 && <span>{spans.at(-1)?.label}</span>}
      </div>
      <div className={styles.foot}>
        <ul className={styles.legend} aria-label="Colours of the bars">
          {series.map(({ id, label }) => (
            <li key={id} className={styles.key} data-series={id}>
              <bdi>{label}</bdi>
            </li>
          ))}
        </ul>
        {dateless > 0 && <span>{formatCount(dateless)} without an issue date</span>}
      </div>
      {label !== null && <Readout>{label}</Readout>}
    </>
  );
}
