import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MeetingHead } from '../../../contract/meeting/index.ts';
import { useZone } from '../../settings/settings.ts';
import type { LocalMeeting } from '../model/local-meeting.ts';
import { storedMeetingQuery } from '../store/meeting-query.ts';
import type { StoredMeetings } from '../store/meetings-query.ts';
import { compareMeetings, findLastMeeting, type SinceLast } from './since-last.ts';

/** The last meeting about the same list, and what became of its tickets. */
export interface LastMeeting {
  readonly head: MeetingHead;
  readonly since: ReadonlyMap<number, SinceLast>;
}

/** Compares a meeting with the last one of the same list that this browser has; null while there is none. */
export function useSinceLast(meeting: LocalMeeting, { meetings }: StoredMeetings): LastMeeting | null {
  const zone = useZone();
  const { head, tickets, view } = meeting;
  const { masked } = view;
  const id = useMemo(() => findLastMeeting(meeting, meetings)?.head.id ?? null, [meeting, meetings]);
  const { data: last = null } = useQuery({ ...storedMeetingQuery(id ?? ''), enabled: id !== null });
  return useMemo(() => {
    if (last === null) return null;
    const now = { head, tickets, notes: new Map() };
    return { head: last.head, since: compareMeetings(last, now, { masked, zone }) };
  }, [last, head, tickets, masked, zone]);
}
