import type { Interval } from '../../../contract/index.ts';
import type { Series } from './bars.ts';
import styles from './chart.module.css';

interface LegendProps {
  readonly series: readonly Series[];
  /** Length of the span that still runs; null when none does. */
  readonly running: Interval | null;
}

/** Names of the bars' colours: those of open tickets, that of the others and the hatching. */
export function Legend({ series, running }: LegendProps) {
  return (
    <ul className={styles.legend} aria-label="Colours of the bars">
      {series.map(({ id, label }) => (
        <li key={id} className={styles.key} data-series={id}>
          <bdi>{label}</bdi>
        </li>
      ))}
      {running !== null && (
        <li className={styles.key} data-series="running">
          {running === 'day' ? 'Today' : `This ${running}`} so far
        </li>
      )}
    </ul>
  );
}
