import { formatExact } from '../../format/dates.ts';
import { useZone } from '../../settings/settings.ts';
import { PrintedOnly } from '../../ui/printed-only.tsx';
import { currentPosition, type HeadInView } from '../model/local-meeting.ts';
import styles from './print.module.css';

/** The header of a printed meeting: title, position and age of its data. */
export function PrintHeader({ meeting }: { readonly meeting: HeadInView }) {
  const zone = useZone();
  const { head, view } = meeting;
  const { takenAt, whole } = head.snapshot;
  return (
    <PrintedOnly className={styles.head}>
      <p className={styles.title}>
        <bdi>{head.workspaceName}</bdi>: <bdi>{head.title}</bdi>
      </p>
      <p>
        Ticket {currentPosition(meeting)} of {head.items.length}
      </p>
      <p>
        Data taken at {takenAt === null ? 'an unknown time' : formatExact(takenAt, zone)}
        {!whole && ', not all tickets had been read'}
        {(view.masked || head.namesRemoved) && '. Customers are not named'}
      </p>
    </PrintedOnly>
  );
}
