import type { Series } from './bars.ts';
import styles from './chart.module.css';

interface LegendProps {
  readonly series: readonly Series[];
  /** The meaning of the hatching; null where nothing is hatched. */
  readonly hatching: string | null;
}

/** Names of the bars' colours: those of open tickets, that of the others and the hatching. */
export function Legend({ series, hatching }: LegendProps) {
  const hasOpen = series.some(({ id }) => id !== 'resolved');
  return (
    <ul className={styles.legend} aria-label="Colours of the bars">
      {hasOpen && <li>Open:</li>}
      {series.map(({ id, label }) => (
        <li key={id} className={styles.key} data-series={id}>
          <bdi>{label}</bdi>
        </li>
      ))}
      {hatching !== null && (
        <li className={styles.key} data-series="hatched">
          {hatching}
        </li>
      )}
    </ul>
  );
}
