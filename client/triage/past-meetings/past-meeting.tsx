import { Download, FileText, Play, Trash2 } from 'lucide-react';
import { Link } from 'wouter';
import { MARKS } from '../../../contract/meeting/index.ts';
import { formatExact } from '../../format/dates.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { useZone } from '../../settings/settings.ts';
import { buttonClass, IconButton } from '../../ui/button.tsx';
import { meetingAddress } from '../layout/meeting-address.ts';
import { MARK_STYLES } from '../notes/mark-styles.ts';
import type { MeetingListEntry } from '../store/meeting-store.ts';
import { saveMeeting } from '../store/save-meeting.ts';
import styles from './past-meetings.module.css';

interface PastMeetingProps {
  readonly outline: MeetingListEntry;
  /** The workspace in whose screens it is opened. */
  readonly workspace: string;
  /** Whether it was held in another workspace than the one on screen. */
  readonly foreign: boolean;
  readonly onDelete: () => void;
  /** Called with the reason of a failure. */
  readonly onFailure: (reason: string) => void;
}

/** One meeting of the list. */
export function PastMeeting({
  outline: { head, view, notes },
  workspace,
  foreign,
  onDelete,
  onFailure,
}: PastMeetingProps) {
  const zone = useZone();
  const marks = [...notes.values()].map(({ mark }) => mark);
  const counts = MARKS.map((mark) => ({ mark, count: marks.filter((one) => one === mark).length }));
  const told = counts
    .filter(({ count }) => count > 0)
    .map(({ mark, count }) => `${formatCount(count)} ${MARK_STYLES[mark].done.toLowerCase()}`);
  const exportIt = () => void saveMeeting(head.id).catch((error: Error) => onFailure(error.message));
  return (
    <li className={styles.meeting}>
      <div className={styles.about}>
        <Link
          className={styles.name}
          href={meetingAddress(workspace, head.id, head.endedAt === null ? 'walk' : 'minutes')}
        >
          <bdi>{head.title}</bdi>
        </Link>
        <p>
          {foreign && <>{head.workspaceName} · </>}
          {formatExact(head.startedAt, zone)} · {head.endedAt === null ? 'under way' : 'ended'}
        </p>
        <p>
          {[formatCountOf(head.items.length, 'ticket'), ...told].join(', ')}
          {head.follows !== null && (
            <>
              {' '}
              · follows “<bdi>{head.follows.title}</bdi>”
            </>
          )}
        </p>
      </div>
      <div className={styles.buttons}>
        <Link className={buttonClass()} href={meetingAddress(workspace, head.id)}>
          <Play aria-hidden />
          {head.endedAt === null ? 'Go on' : 'Reopen'}
        </Link>
        <Link className={buttonClass()} href={meetingAddress(workspace, head.id, 'minutes')}>
          <FileText aria-hidden />
          Minutes
        </Link>
        <IconButton
          label={`Export ${head.title}${view.masked ? ', without customers’ names' : ''}`}
          onClick={exportIt}
        >
          <Download aria-hidden />
        </IconButton>
        <IconButton label={`Delete ${head.title}`} onClick={onDelete}>
          <Trash2 aria-hidden />
        </IconButton>
      </div>
    </li>
  );
}
