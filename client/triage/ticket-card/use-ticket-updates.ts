import { useMemo } from 'react';
import type { Ticket } from '../../../contract/index.ts';
import { truncateTicket } from '../../../contract/meeting/index.ts';
import { useZone } from '../../settings/settings.ts';
import { type DifferenceOptions, differences } from '../live/differences.ts';
import type { LiveState } from '../live/fetch-live-state.ts';
import type { LocalMeeting } from '../model/local-meeting.ts';
import type { TicketUpdate } from './ticket-updates.tsx';

/** The changes of a meeting's tickets since they were copied, by ticket; unchanged ones have none. */
export function useTicketUpdates(
  { head, view, tickets }: LocalMeeting,
  liveState: LiveState | null,
): ReadonlyMap<number, TicketUpdate> {
  const zone = useZone();
  const { masked } = view;
  const { namesRemoved } = head;
  return useMemo(() => {
    const options = { masked, namesRemoved, zone };
    const all = [...tickets.values()].map((copy) => [copy.id, updateOf(copy, liveState, options)] as const);
    return new Map(all.flatMap(([id, updates]) => (updates === null ? [] : [[id, updates] as const])));
  }, [tickets, liveState, masked, namesRemoved, zone]);
}

function updateOf(
  copy: Ticket,
  liveState: LiveState | null,
  options: DifferenceOptions,
): TicketUpdate | null {
  // What is missing while tickets are still being read may yet come.
  if (liveState === null || !liveState.requested.has(copy.id)) return null;
  const newest = liveState.tickets.get(copy.id);
  if (newest === undefined) return liveState.whole ? { kind: 'gone' } : null;
  // As long as the meeting's copy may be: what that lacks has not changed.
  const found = differences(copy, truncateTicket(newest), options);
  if (found.length === 0) return null;
  const at = newest.updatedAt === copy.updatedAt ? null : newest.updatedAt;
  return { kind: 'changed', differences: found, at };
}
