import { useMemo } from 'react';
import type { Ticket } from '../../../contract/index.ts';
import { useZone } from '../../settings/settings.ts';
import { differences, type Looks } from '../live/differences.ts';
import type { Look } from '../live/look.ts';
import { fitTicket } from '../record/fit-ticket.ts';
import type { Meeting } from '../record/meeting.ts';
import type { NewsOfTicket } from './news.tsx';

/** What has become of a meeting's tickets since they were copied, by ticket; those that are the same have none. */
export function useNews({ head, tickets }: Meeting, look: Look | null): ReadonlyMap<number, NewsOfTicket> {
  const zone = useZone();
  const { masked, namesGone } = head;
  return useMemo(() => {
    const looks = { masked, namesGone, zone };
    const all = [...tickets.values()].map((copy) => [copy.id, newsOf(copy, look, looks)] as const);
    return new Map(all.flatMap(([id, news]) => (news === null ? [] : [[id, news] as const])));
  }, [tickets, look, masked, namesGone, zone]);
}

function newsOf(copy: Ticket, look: Look | null, looks: Looks): NewsOfTicket | null {
  // What is missing while tickets are still being read may yet come.
  if (look === null || !look.asked.has(copy.id)) return null;
  const newest = look.tickets.get(copy.id);
  if (newest === undefined) return look.whole ? { kind: 'gone' } : null;
  // As long as the meeting's copy may be: what that lacks has not changed.
  const found = differences(copy, fitTicket(newest), looks);
  if (found.length === 0) return null;
  const at = newest.updatedAt === copy.updatedAt ? null : newest.updatedAt;
  return { kind: 'changed', differences: found, at };
}
