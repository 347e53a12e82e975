import { useMemo } from 'react';
import type { SnapshotStatus } from '../../../contract/index.ts';
import { useWorkspacePeople } from '../live/use-workspace-people.ts';
import type { LocalMeeting } from '../model/local-meeting.ts';
import type { StoredMeetings } from '../store/meetings-query.ts';
import { suggestOwners } from './suggest-owners.ts';

/** The suggested owners for the ticket in view, the likeliest first. */
export function useOwnerSuggestions(
  { head, view, tickets, notes }: LocalMeeting,
  { meetings }: StoredMeetings,
  status: SnapshotStatus | null,
): readonly string[] {
  const workspace = useWorkspacePeople(head.workspace, status?.number ?? null);
  const assignee = tickets.get(view.current)?.assignedUser ?? null;
  // What is typed for the ticket in view suggests itself to nobody.
  const others = useMemo(
    () => new Map([...notes].filter(([ticket]) => ticket !== view.current)),
    [notes, view.current],
  );
  return useMemo(() => {
    const earlier = meetings.filter(({ head: { id } }) => id !== head.id);
    return suggestOwners({ assignee, tickets, meetings: [{ notes: others }, ...earlier], workspace });
  }, [assignee, tickets, others, meetings, head.id, workspace]);
}
