import { type CSSProperties, useId } from 'react';
import type { SpanTick } from '../../overview/chart/axis-ticks.ts';
import { HEIGHT } from '../../overview/chart/bars.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { TrendChart } from './chart.ts';
import { drawBalance, drawChart, drawShares } from './draw.ts';
import styles from './plot.module.css';
import series from './series.module.css';
import type { Cursor } from './use-cursor.ts';

interface PlotProps {
  readonly chart: TrendChart;
  readonly buckets: number;
  /** The bucket that is not over; null when all are. */
  readonly running: number | null;
  readonly cursor: Cursor;
  /** Numbers at the lines, from 0 to the plot's top, and their words. */
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  readonly spanTicks: readonly SpanTick[];
  /** The bucket of the cursor, or of the numbers at rest, in words. */
  readonly valueText: string;
  /** Words in the place of what was not recorded; null for none. */
  readonly blankNote: string | null;
  readonly opensLists: boolean;
}

/** The marks of a chart and its axes. To a screen reader it is a slider over the buckets. */
export function Plot({ chart, buckets, running, cursor, ticks, spanTicks, ...props }: PlotProps) {
  const hint = useId();
  const top = ticks.at(-1)?.value ?? 1;
  const { bucket } = cursor;
  const width = percent(1 / buckets);
  return (
    <div className={styles.frame} data-strip={chart.strip !== null}>
      <div className={styles.counts} aria-hidden>
        {ticks.map(({ value, text }) => (
          <span key={value} style={{ insetBlockEnd: percent(value / top) }}>
            {text}
          </span>
        ))}
        {/* Gives the column its width. */}
        <span>{ticks.at(-1)?.text}</span>
      </div>
      <div
        role="slider"
        tabIndex={0}
        className={styles.plot}
        data-opens={bucket !== null && chart.listOf(bucket) !== null}
        aria-label={chart.title}
        aria-describedby={hint}
        aria-valuemin={1}
        aria-valuemax={buckets}
        aria-valuenow={(bucket ?? buckets - 1) + 1}
        aria-valuetext={props.valueText}
        {...cursor.listeners}
      >
        <Marks chart={chart} buckets={buckets} top={top} ticks={ticks.map(({ value }) => value)} />
        {chart.unrecorded > 0 && (
          <p className={styles.blank} style={{ width: percent(chart.unrecorded / buckets) }}>
            {props.blankNote !== null && <span>{props.blankNote}</span>}
          </p>
        )}
        {running !== null && (
          <div className={styles.running} style={{ left: percent(running / buckets), width }} />
        )}
        {bucket !== null && (
          <div className={styles.cursor} style={{ left: percent(bucket / buckets), width }} />
        )}
      </div>
      <div className={styles.axis} aria-hidden>
        {spanTicks.map(({ span, text, minor }) => (
          <span key={span} data-minor={minor} style={at((span + 0.5) / buckets)}>
            {text}
          </span>
        ))}
      </div>
      <VisuallyHidden>
        <span id={hint}>
          Arrows go from one to the next
          {props.opensLists && ', Enter shows the tickets where there is a list of them'}.
        </span>
      </VisuallyHidden>
    </div>
  );
}

interface MarksProps {
  readonly chart: TrendChart;
  readonly buckets: number;
  readonly top: number;
  readonly ticks: readonly number[];
}

function Marks({ chart, buckets, top, ticks }: MarksProps) {
  return (
    <>
      <svg
        className={styles.marks}
        viewBox={`0 0 ${buckets} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden
      >
        {ticks.map((value) => (
          <path key={value} className={styles.line} d={`M0 ${HEIGHT * (1 - value / top)}H${buckets}`} />
        ))}
        {drawChart(chart, top).map(({ id, path, dots }) => (
          <g key={id} data-series={id} className={series.colour}>
            <path d={path} className={chart.kind === 'lines' ? series.line : series.area} />
            {dots !== undefined && <path d={dots} className={series.dots} />}
          </g>
        ))}
      </svg>
      {chart.strip !== null && <Strip {...chart.strip} buckets={buckets} />}
    </>
  );
}

type StripProps = NonNullable<TrendChart['strip']> & { readonly buckets: number };

function Strip({ id, kind, values, buckets }: StripProps) {
  const balance = kind === 'balance' ? drawBalance(values) : null;
  return (
    <svg
      className={`${styles.strip} ${series.colour}`}
      data-series={id}
      viewBox={`0 0 ${buckets} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <path d={`M0 ${balance?.zero ?? HEIGHT}H${buckets}`} className={styles.line} />
      {balance === null ? (
        <path d={drawShares(values)} className={series.stripLine} />
      ) : (
        <path d={balance.path} className={series.strip} />
      )}
    </svg>
  );
}

/** Place of a text at a share of the width, shifted by the same share of its own: it never leaves the plot. */
function at(share: number): CSSProperties {
  return { left: percent(share), translate: percent(-share) };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
