import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './loading.module.css';

const ROWS = Array.from({ length: 14 }, (_, index) => index);

/** The list's shape before its first rows are there. */
export function Loading() {
  return (
    <div className={styles.loading} aria-busy="true">
      <VisuallyHidden>Loading the first tickets</VisuallyHidden>
      {ROWS.map((row) => (
        <div key={row} className={styles.row} aria-hidden>
          <span className={styles.short} />
          <span className={styles.short} />
          <span className={styles.long} />
          <span className={styles.middle} />
        </div>
      ))}
    </div>
  );
}
