import { useEffect } from 'react';
import styles from './selection-bar.module.css';
import { useSelection } from './use-selection.ts';

/** Time that the notice stays, in milliseconds. */
const STAYS = 10_000;

/** Notice that the selection is gone, which the reader did not clear. */
export function SelectionCleared() {
  const { notice, change } = useSelection();
  const cleared = notice === 'cleared';
  useEffect(() => {
    if (!cleared) return;
    const timer = setTimeout(() => change({ do: 'clear' }), STAYS);
    return () => clearTimeout(timer);
  }, [cleared, change]);
  return (
    <div role="status">
      {cleared && <p className={styles.bar}>The selection is cleared: the list’s filters have changed.</p>}
    </div>
  );
}
