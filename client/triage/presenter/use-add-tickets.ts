import { useCallback, useState } from 'react';
import { formatCountOf } from '../../format/numbers.ts';
import type { LiveMeeting } from '../live/use-live-state.ts';
import type { MeetingSession } from '../session/meeting-session.ts';

interface AddTickets {
  /** Adds the list's new tickets at the end; resolves to the announcement for screen readers. */
  readonly add: () => Promise<string>;
  /** The reason for which the last attempt failed; null if it did not. */
  readonly failure: string | null;
}

/** Adds new tickets to the meeting. */
export function useAddTickets(session: MeetingSession, { fetchNewTickets }: LiveMeeting): AddTickets {
  const [failure, setFailure] = useState<string | null>(null);
  const add = useCallback(async () => {
    try {
      const tickets = await fetchNewTickets();
      const before = session.read().head.items.length;
      if (tickets.length > 0) void session.dispatch({ type: 'add-items', tickets: [...tickets] });
      const added = session.read().head.items.length - before;
      setFailure(null);
      return added === 0 ? 'There are no new tickets' : `${formatCountOf(added, 'ticket')} added at the end`;
    } catch (error) {
      setFailure(`New tickets could not be added: ${error instanceof Error ? error.message : String(error)}`);
      return '';
    }
  }, [session, fetchNewTickets]);
  return { add, failure };
}
