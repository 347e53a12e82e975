import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Meeting } from '../../../contract/meeting/index.ts';
import { formatDay } from '../../format/dates.ts';
import { formatCountOf } from '../../format/numbers.ts';
import { useZone } from '../../settings/settings.ts';
import { unreviewedEntries } from '../model/meeting-entries.ts';
import { storedMeetingQuery } from '../store/meeting-query.ts';
import type { StoredMeetings } from '../store/meetings-query.ts';
import styles from './meetings-screen.module.css';

interface CarryOverState {
  /** The last meeting, if it left tickets unreviewed; null for none. */
  readonly last: Meeting | null;
  /** The same meeting, if selected; null if not. */
  readonly selected: Meeting | null;
  readonly choose: (wanted: boolean) => void;
}

/** The offer to start with what the last meeting of the workspace did not review. */
export function useCarryOver(workspace: string, { meetings }: StoredMeetings): CarryOverState {
  const [wanted, choose] = useState(false);
  const id = meetings.find(({ head }) => head.workspace === workspace)?.head.id ?? null;
  const { data } = useQuery({ ...storedMeetingQuery(id ?? ''), enabled: id !== null });
  const last = data !== undefined && data !== null && unreviewedEntries(data).length > 0 ? data : null;
  return { last, selected: wanted ? last : null, choose };
}

/** The checkbox of the offer. */
export function CarryOver({ last, selected, choose }: CarryOverState) {
  const zone = useZone();
  if (last === null) return null;
  const { head } = last;
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={selected !== null} onChange={(event) => choose(event.target.checked)} />
      <span>
        Start with the {formatCountOf(unreviewedEntries(last).length, 'ticket')} that “<bdi>{head.title}</bdi>
        ” of {formatDay(head.startedAt, zone)} did not review
      </span>
    </label>
  );
}
