import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../../format/dates.ts';
import { formatCountOf } from '../../format/numbers.ts';
import { useZone } from '../../settings/settings.ts';
import { notReached } from '../record/begin.ts';
import type { Meeting } from '../record/meeting.ts';
import type { Kept } from '../store/kept.ts';
import { keptMeetingQuery } from '../store/kept-meeting.ts';
import styles from './home-screen.module.css';

interface CarryOverState {
  /** The last meeting, if it left tickets that no later one has taken up; null for none. */
  readonly last: Meeting | null;
  /** The same, if the reader wants them; null if not. */
  readonly chosen: Meeting | null;
  readonly choose: (wanted: boolean) => void;
}

/** Whether the next meeting begins with what the last one of the workspace has not reached. */
export function useCarryOver(workspace: string, { meetings }: Kept): CarryOverState {
  const [wanted, choose] = useState(false);
  const id = meetings.find(({ head }) => head.workspace === workspace)?.head.id ?? null;
  const { data } = useQuery({ ...keptMeetingQuery(id ?? ''), enabled: id !== null });
  const last = data !== undefined && data !== null && notReached(data).length > 0 ? data : null;
  return { last, chosen: wanted ? last : null, choose };
}

/** The offer, in words. */
export function CarryOver({ last, chosen, choose }: CarryOverState) {
  const zone = useZone();
  if (last === null) return null;
  const { head } = last;
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={chosen !== null} onChange={(event) => choose(event.target.checked)} />
      <span>
        Begin with the {formatCountOf(notReached(last).length, 'ticket')} that “<bdi>{head.name}</bdi>” of{' '}
        {formatDay(head.startedAt, zone)} did not reach
      </span>
    </label>
  );
}
