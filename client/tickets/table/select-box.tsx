import { type RefObject, useEffect, useRef } from 'react';
import { formatCount } from '../../format/numbers.ts';
import { pageState } from '../selection/selection.ts';
import { useSelection } from '../selection/use-selection.ts';
import styles from './select-box.module.css';

interface SelectBoxProps {
  readonly id: number;
  readonly selected: boolean;
  readonly onSelect: (id: number, range: boolean) => void;
}

/** Chooses a ticket; with Shift all from the one chosen last. The arrow keys reach it, so Tab does not stop here. */
export function SelectBox({ id, selected, onSelect }: SelectBoxProps) {
  return (
    <label className={styles.target}>
      <input
        type="checkbox"
        className={styles.box}
        tabIndex={-1}
        aria-label={`Select ticket ${id}`}
        checked={selected}
        onChange={({ nativeEvent }) =>
          onSelect(id, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true)
        }
      />
    </label>
  );
}

interface SelectPageBoxProps {
  readonly page: readonly number[];
  /** Whether the Tab key leads here. */
  readonly isStop: boolean;
}

/** Chooses the page on screen, and nothing beyond it. */
export function SelectPageBox({ page, isStop }: SelectPageBoxProps) {
  const { selection, change } = useSelection();
  const state = pageState(selection, page);
  const box = useIndeterminate(state === 'some');
  const label = `Select the ${formatCount(page.length)} tickets of this page`;
  return (
    <label className={styles.target} title={label}>
      <input
        ref={box}
        type="checkbox"
        className={styles.box}
        tabIndex={isStop ? 0 : -1}
        aria-label={label}
        checked={state === 'all'}
        onChange={() => change({ do: 'page', page })}
      />
    </label>
  );
}

/** "Some of them" is no attribute: it has to be set on the element. */
function useIndeterminate(some: boolean): RefObject<HTMLInputElement | null> {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = some;
  });
  return box;
}
