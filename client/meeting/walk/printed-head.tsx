import { formatExact } from '../../format/dates.ts';
import { useZone } from '../../settings/settings.ts';
import { PrintedOnly } from '../../ui/printed-only.tsx';
import { placeOfCurrent } from '../record/change.ts';
import type { Head } from '../record/meeting.ts';
import styles from './printed.module.css';

/** The head of a printed meeting: which it is, at which ticket, and as of when its tickets are. */
export function PrintedHead({ head }: { readonly head: Head }) {
  const zone = useZone();
  const { takenAt, whole } = head.frozen;
  return (
    <PrintedOnly className={styles.head}>
      <p className={styles.title}>
        <bdi>{head.workspaceName}</bdi>: <bdi>{head.name}</bdi>
      </p>
      <p>
        Ticket {placeOfCurrent(head)} of {head.entries.length}
      </p>
      <p>
        Data taken at {takenAt === null ? 'an unknown time' : formatExact(takenAt, zone)}
        {!whole && ', not all tickets had been read'}
        {(head.masked || head.namesGone) && '. Customers are not named'}
      </p>
    </PrintedOnly>
  );
}
