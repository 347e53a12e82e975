import type { Series } from './bars.ts';
import styles from './chart.module.css';

interface LegendProps {
  readonly series: readonly Series[];
  /** Whether a span is hatched, as it is not over. */
  readonly hasRunning: boolean;
}

/** Names of the bars' colours: those of open tickets, that of the others and the hatching. */
export function Legend({ series, hasRunning }: LegendProps) {
  const hasOpen = series.some(({ id }) => id !== 'resolved');
  return (
    <ul className={styles.legend} aria-label="Colours of the bars">
      {hasOpen && <li>Open:</li>}
      {series.map(({ id, label }) => (
        <li key={id} className={styles.key} data-series={id}>
          <bdi>{label}</bdi>
        </li>
      ))}
      {hasRunning && (
        <li className={styles.key} data-series="running">
          So far
        </li>
      )}
    </ul>
  );
}
