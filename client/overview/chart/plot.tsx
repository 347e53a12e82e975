import { useId } from 'react';
import { formatCount } from '../../format/numbers.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { type DrawnSeries, HEIGHT } from './bars.ts';
import styles from './chart.module.css';
import type { SpanChoice } from './use-span-range.ts';

interface PlotProps {
  readonly series: readonly DrawnSeries[];
  readonly spans: number;
  readonly choice: SpanChoice;
  /** Tickets in the tallest bar. */
  readonly most: number;
  readonly label: string;
  /** The current selection, in words. */
  readonly valueText: string;
}

/** The bars, with selection of spans. To a screen reader it is a slider over the spans. */
export function Plot({ series, spans, choice: { range, listeners }, most, label, valueText }: PlotProps) {
  const hint = useId();
  const first = range === null ? 0 : Math.min(range.from, range.to);
  const length = range === null ? 0 : Math.abs(range.to - range.from) + 1;
  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        className={styles.plot}
        aria-label={label}
        aria-describedby={hint}
        aria-valuemin={1}
        aria-valuemax={spans}
        aria-valuenow={(range?.to ?? spans - 1) + 1}
        aria-valuetext={valueText}
        {...listeners}
      >
        <span className={styles.most} aria-hidden>
          {formatCount(most)}
        </span>
        <svg
          className={styles.bars}
          viewBox={`0 0 ${spans} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden
        >
          {series.map(({ id, path }) => (
            <path key={id} d={path} className={styles.series} data-series={id} />
          ))}
        </svg>
        {range !== null && (
          <div
            className={styles.range}
            style={{ left: `${(first / spans) * 100}%`, width: `${(length / spans) * 100}%` }}
          />
        )}
      </div>
      <VisuallyHidden>
        <span id={hint}>Arrows choose, Shift and arrows choose several, Enter shows their tickets.</span>
      </VisuallyHidden>
    </>
  );
}
