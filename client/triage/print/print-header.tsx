import { formatExact } from '../../format/dates.ts';
import { useZone } from '../../settings/settings.ts';
import { PrintedOnly } from '../../ui/printed-only.tsx';
import { completenessLabel } from '../model/completeness-label.ts';
import { currentPosition, type HeadInView } from '../model/local-meeting.ts';
import styles from './print.module.css';

/** The header of a printed meeting: title, position and age of its data. */
export function PrintHeader({ meeting }: { readonly meeting: HeadInView }) {
  const zone = useZone();
  const { head, view } = meeting;
  const { takenAt } = head.snapshot;
  return (
    <PrintedOnly className={styles.head}>
      <p className={styles.title}>
        <bdi>{head.workspaceName}</bdi>: <bdi>{head.title}</bdi>
      </p>
      <p>
        Ticket {currentPosition(meeting)} of {head.items.length}
      </p>
      <p>
        Data taken at {takenAt === null ? 'an unknown time' : formatExact(takenAt, zone)},{' '}
        {completenessLabel(head.snapshot)}
        {(view.masked || head.namesRemoved) && '. Customers are not named'}
      </p>
    </PrintedOnly>
  );
}
