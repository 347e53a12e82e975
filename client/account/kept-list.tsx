import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { isAtLeast, type Me } from '../../contract/index.ts';
import { formatExact } from '../format/dates.ts';
import { formatCountOf } from '../format/numbers.ts';
import { useZone } from '../settings/settings.ts';
import { saveMeeting } from '../triage/store/save-meeting.ts';
import { IconButton } from '../ui/button.tsx';
import styles from './kept-list.module.css';
import { type KeptMeeting, listKeptMeetings } from './kept-meetings.ts';

/** The meetings that this browser holds; undefined until they are known. */
export function useKeptMeetings() {
  return useQuery({ queryKey: ['kept-meetings'], queryFn: listKeptMeetings, gcTime: 0, staleTime: 0 });
}

interface KeptListProps {
  readonly me: Me;
  readonly kept: Awaited<ReturnType<typeof listKeptMeetings>>;
}

/** These meetings, each with the way to save it: for those who may know its customers. */
export function KeptList({ me, kept: { meetings, unreadable } }: KeptListProps) {
  const zone = useZone();
  const [failure, setFailure] = useState<string | null>(null);
  const save = ({ id }: KeptMeeting) => saveMeeting(id).catch((error: Error) => setFailure(error.message));
  return (
    <>
      <ul className={styles.list}>
        {meetings.map((meeting) => (
          <li key={meeting.id} className={styles.meeting}>
            <span>
              <bdi>{meeting.title}</bdi>
              <small>{formatExact(meeting.startedAt, zone)}</small>
            </span>
            {maySave(me, meeting) && (
              <IconButton label={`Save ${meeting.title}`} onClick={() => void save(meeting)}>
                <Download aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {unreadable > 0 && (
        <p>{formatCountOf(unreadable, 'more meeting')} cannot be read by this version of Loopdesk.</p>
      )}
      {failure !== null && <p role="alert">It could not be saved: {failure}</p>}
    </>
  );
}

function maySave({ workspaces }: Me, { workspace }: KeptMeeting): boolean {
  return workspaces.some(({ id, role }) => id === workspace && isAtLeast(role, 'member'));
}
