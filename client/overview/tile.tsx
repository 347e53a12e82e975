import type { LucideIcon } from 'lucide-react';
import { formatCount } from '../format/numbers.ts';
import styles from './tile.module.css';

interface TileProps {
  readonly icon?: LucideIcon;
  readonly label: string;
  /** A small note behind the number. */
  readonly note?: string;
  /** Null while it is not known. */
  readonly count: number | null;
  /** Number of all open tickets of its kind, whatever the other filters; told where it is another one. */
  readonly ofAll?: number | null;
  readonly title: string;
  /** Colour of a number other than zero. */
  readonly tone: 'overdue' | 'plain';
  readonly on: boolean;
  readonly onSwitch: () => void;
}

/** A number that filters the list to the tickets that it counts. */
export function Tile({ icon: Icon, label, note, count, ofAll = null, title, tone, on, onSwitch }: TileProps) {
  const isPart = count !== null && ofAll !== null && ofAll !== count;
  return (
    <button
      type="button"
      className={styles.tile}
      aria-pressed={on}
      data-tone={count === 0 ? 'none' : tone}
      title={title}
      onClick={onSwitch}
    >
      {Icon && <Icon aria-hidden />}
      <span className={styles.label}>{label}</span>{' '}
      <span className={styles.value}>
        <span>
          <span className={styles.number}>{count === null ? '–' : formatCount(count)}</span>{' '}
          {isPart && <span className={styles.of}>{`of ${formatCount(ofAll)}`}</span>}
        </span>
        <Room ofAll={ofAll} />
      </span>{' '}
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </button>
  );
}

/** Room for the longest that may stand here, so that the tiles beside it keep their places when filters come and go. */
function Room({ ofAll }: { readonly ofAll: number | null }) {
  if (ofAll === null) return null;
  const most = formatCount(ofAll);
  return <span className={styles.room} data-number={most} data-of={` of ${most}`} />;
}
