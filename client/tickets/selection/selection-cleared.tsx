import { useEffect } from 'react';
import styles from './selection-bar.module.css';
import { useSelection } from './use-selection.ts';

/** Time that the notice stays, in milliseconds. */
const STAYS = 10_000;

/** Says that there is no selection any more, which nobody has asked for. */
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
