import type { LucideIcon } from 'lucide-react';
import { formatCount } from '../format/numbers.ts';
import styles from './tile.module.css';

interface TileProps {
  readonly icon: LucideIcon;
  readonly label: string;
  /** A small note beside the number; null for none. */
  readonly note?: string | null;
  /** Null while it is not known. */
  readonly count: number | null;
  /** Colour of a number other than zero. */
  readonly tone: string;
  readonly on: boolean;
  readonly onSwitch: () => void;
}

/** A number that filters the list to the tickets that it counts. */
export function Tile({ icon: Icon, label, note = null, count, tone, on, onSwitch }: TileProps) {
  return (
    <button
      type="button"
      className={styles.tile}
      aria-pressed={on}
      data-tone={count === 0 ? 'none' : tone}
      onClick={onSwitch}
    >
      <span className={styles.label}>
        <Icon aria-hidden />
        <span className={styles.words}>{label}</span>
      </span>{' '}
      <span className={styles.value}>
        <span className={styles.number}>{count === null ? '–' : formatCount(count)}</span>{' '}
        {note !== null && <span className={styles.words}>{note}</span>}
      </span>
    </button>
  );
}
