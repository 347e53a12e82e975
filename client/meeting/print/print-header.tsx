import { formatExact } from '../../format/dates.ts';
import { useZone } from '../../settings/settings.ts';
import { PrintedOnly } from '../../ui/printed-only.tsx';
import { currentPosition } from '../model/apply-change.ts';
import type { Head } from '../model/meeting.ts';
import styles from './print.module.css';

/** The header of a printed meeting: title, position and age of its data. */
export function PrintHeader({ head }: { readonly head: Head }) {
  const zone = useZone();
  const { takenAt, whole } = head.frozen;
  return (
    <PrintedOnly className={styles.head}>
      <p className={styles.title}>
        <bdi>{head.workspaceName}</bdi>: <bdi>{head.name}</bdi>
      </p>
      <p>
        Ticket {currentPosition(head)} of {head.entries.length}
      </p>
      <p>
        Data taken at {takenAt === null ? 'an unknown time' : formatExact(takenAt, zone)}
        {!whole && ', not all tickets had been read'}
        {(head.masked || head.namesGone) && '. Customers are not named'}
      </p>
    </PrintedOnly>
  );
}
