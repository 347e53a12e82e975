import { type CSSProperties, type ReactNode, useId } from 'react';
import { formatCount } from '../../format/numbers.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { SpanTick } from './axis-ticks.ts';
import { BAR_WIDTH, barHeight, type DrawnSeries, HEIGHT } from './bars.ts';
import colours from './chart.module.css';
import styles from './plot.module.css';
import type { SpanChoice } from './use-span-range.ts';

interface PlotProps {
  readonly series: readonly DrawnSeries[];
  readonly spans: number;
  /** The spans that still run or are shown in part, and their tickets. */
  readonly hatched: readonly { readonly span: number; readonly count: number }[];
  readonly choice: SpanChoice;
  /** Numbers of tickets at the lines, from 0 to the plot's top. */
  readonly countTicks: readonly number[];
  readonly spanTicks: readonly SpanTick[];
  readonly label: string;
  /** The current selection, in words. */
  readonly valueText: string;
  /** The tip over the current selection. */
  readonly tip: ReactNode;
}

/** The bars and their axes, with selection of spans. To a screen reader it is a slider over the spans. */
export function Plot({ series, spans, hatched, choice, countTicks, spanTicks, ...props }: PlotProps) {
  const hint = useId();
  const { range, listeners } = choice;
  const first = range === null ? 0 : Math.min(range.from, range.to);
  const length = range === null ? 0 : Math.abs(range.to - range.from) + 1;
  const top = countTicks.at(-1) ?? 1;
  return (
    <div className={styles.frame}>
      <div className={styles.counts} aria-hidden>
        {countTicks.map((count) => (
          <span key={count} style={{ insetBlockEnd: percent(count / top) }}>
            {formatCount(count)}
          </span>
        ))}
        {/* Gives the column its width. */}
        <span>{formatCount(top)}</span>
      </div>
      <div
        role="slider"
        tabIndex={0}
        className={styles.plot}
        aria-label={props.label}
        aria-describedby={hint}
        aria-valuemin={1}
        aria-valuemax={spans}
        aria-valuenow={(range?.to ?? spans - 1) + 1}
        aria-valuetext={props.valueText}
        {...listeners}
      >
        <svg
          className={styles.bars}
          viewBox={`0 0 ${spans} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden
        >
          {countTicks.map((count) => (
            <path key={count} className={styles.line} d={`M0 ${HEIGHT * (1 - count / top)}H${spans}`} />
          ))}
          {series.map(({ id, path }) => (
            <path key={id} d={path} className={colours.series} data-series={id} />
          ))}
        </svg>
        {hatched.map(({ span, count }) => (
          <div
            key={span}
            className={styles.hatched}
            style={{
              left: percent((span + (1 - BAR_WIDTH) / 2) / spans),
              width: percent(BAR_WIDTH / spans),
              height: percent(barHeight(count, top) / HEIGHT),
            }}
          />
        ))}
        {range !== null && (
          <>
            <div
              className={styles.range}
              style={{ left: percent(first / spans), width: percent(length / spans) }}
            />
            <p className={styles.tip} style={at((first + length / 2) / spans)} aria-hidden>
              {props.tip}
            </p>
          </>
        )}
      </div>
      <div className={styles.axis} aria-hidden>
        {spanTicks.map(({ span, text, minor }) => (
          <span key={span} data-minor={minor} style={at((span + 0.5) / spans)}>
            {text}
          </span>
        ))}
      </div>
      <VisuallyHidden>
        <span id={hint}>Arrows choose, Shift and arrows choose several, Enter shows their tickets.</span>
      </VisuallyHidden>
    </div>
  );
}

/** Place of a text at a share of the width, shifted by the same share of its own: it never leaves the plot. */
function at(share: number): CSSProperties {
  return { left: percent(share), translate: percent(-share) };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
