import { plainName, type Ticket } from '../../../contract/index.ts';
import {
  MAX_AT_START,
  MAX_LABEL,
  MAX_SEARCH,
  MAX_TEXT,
  type Meeting,
  type MeetingHead,
  truncateText,
  truncateTicket,
} from '../../../contract/meeting/index.ts';
import type { LocalMeeting } from './local-meeting.ts';
import { unreviewedEntries } from './meeting-entries.ts';
import { newMeetingId } from './new-meeting-id.ts';

/** The data that a meeting is created from. */
export interface MeetingStart
  extends Pick<MeetingHead, 'workspace' | 'workspaceName' | 'search' | 'snapshot' | 'title'> {
  /** In the order in which they are reviewed; at least one. */
  readonly tickets: readonly Ticket[];
  /** An earlier meeting whose unreviewed tickets come first; null for none. */
  readonly follows: Meeting | null;
  /** The time, in epoch milliseconds. */
  readonly now: number;
}

/**
 * Creates a meeting: the unreviewed tickets of an earlier one in their order there, then the others. Of a ticket
 * that is in both, the newer copy is taken. What the server no longer has is kept as the earlier meeting had it.
 *
 * @throws RangeError for a meeting without a ticket, or a query that is too long to be kept
 */
export function createMeeting({ tickets, follows, now, ...rest }: MeetingStart): LocalMeeting {
  const copies = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const carriedOver = follows === null ? [] : unreviewedEntries(follows);
  const before = new Map(
    carriedOver.map(({ item, ticket }) => [item.id, { times: item.carriedOver + 1, ticket }]),
  );
  const ids = [...new Set([...before.keys(), ...copies.keys()])].slice(0, MAX_AT_START);
  const [current] = ids;
  if (current === undefined) throw new RangeError('A meeting needs a ticket.');
  if (rest.search.length > MAX_SEARCH)
    throw new RangeError('The view is too long to be kept with a meeting.');
  const startedAt = new Date(now).toISOString();
  return {
    head: {
      ...rest,
      title: plainName(truncateText(rest.title, MAX_TEXT.title)),
      workspaceName: plainName(truncateText(rest.workspaceName, MAX_LABEL)),
      id: newMeetingId(),
      startedAt,
      endedAt: null,
      items: ids.map((id) => ({ id, carriedOver: before.get(id)?.times ?? 0, added: false })),
      namesRemoved: follows?.head.namesRemoved === true && ids.some((id) => !copies.has(id)),
      follows: follows === null ? null : { id: follows.head.id, title: follows.head.title },
    },
    view: { current, currentSince: startedAt, masked: true, timer: false },
    tickets: new Map(
      ids.flatMap((id) => {
        const ticket = copies.get(id) ?? before.get(id)?.ticket;
        return ticket === undefined ? [] : [[id, truncateTicket(ticket)] as const];
      }),
    ),
    notes: new Map(),
  };
}
