import type { Ticket } from '../../../contract/index.ts';
import { MAX_AT_START, MAX_LABEL, MAX_SEARCH, MAX_TEXT } from './limits.ts';
import { type Head, type Item, itemsOf, type Meeting, newMeetingId } from './meeting.ts';
import { truncateText, truncateTicket } from './truncate-ticket.ts';

/** The data that a meeting is created from. */
export interface MeetingStart extends Pick<Head, 'workspace' | 'workspaceName' | 'search' | 'frozen'> {
  readonly name: string;
  /** In the order in which they are walked; at least one. */
  readonly tickets: readonly Ticket[];
  /** An earlier meeting whose unreached tickets come first; null for none. */
  readonly follows: Meeting | null;
  /** The time, in epoch milliseconds. */
  readonly now: number;
}

/**
 * Creates a meeting: the unreviewed tickets of an earlier one in their order there, then the others. Of a ticket
 * that is in both, the newer copy is taken. What the server no longer has is kept as the earlier meeting had it.
 *
 * @throws RangeError for a meeting without a ticket, or a view that is too long to be kept
 */
export function createMeeting({ tickets, follows, now, ...rest }: MeetingStart): Meeting {
  const copies = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const carried = follows === null ? [] : unreviewedItems(follows);
  const before = new Map(
    carried.map(({ entry, ticket }) => [entry.id, { times: entry.carried + 1, ticket }]),
  );
  const ids = [...new Set([...before.keys(), ...copies.keys()])].slice(0, MAX_AT_START);
  const [first] = ids;
  if (first === undefined) throw new RangeError('A meeting needs a ticket.');
  if (rest.search.length > MAX_SEARCH)
    throw new RangeError('The view is too long to be kept with a meeting.');
  const startedAt = new Date(now).toISOString();
  return {
    head: {
      ...rest,
      name: truncateText(rest.name, MAX_TEXT.name),
      workspaceName: truncateText(rest.workspaceName, MAX_LABEL),
      id: newMeetingId(),
      startedAt,
      endedAt: null,
      entries: ids.map((id) => ({ id, carried: before.get(id)?.times ?? 0, added: false })),
      current: first,
      currentSince: startedAt,
      masked: true,
      clock: false,
      term: 0,
      namesGone: follows?.head.namesGone === true && ids.some((id) => !copies.has(id)),
      follows: follows === null ? null : { id: follows.head.id, name: follows.head.name },
    },
    tickets: new Map(
      ids.flatMap((id) => {
        const ticket = copies.get(id) ?? before.get(id)?.ticket;
        return ticket === undefined ? [] : [[id, truncateTicket(ticket)] as const];
      }),
    ),
    notes: new Map(),
  };
}

/** The items without a mark, in order. */
export function unreviewedItems(meeting: Meeting): readonly Item[] {
  return itemsOf(meeting).filter(({ note }) => note.mark === null);
}

/** `carried over, 2nd time`; '' for a ticket that no earlier meeting had. */
export function carriedOverLabel(times: number): string {
  if (times === 0) return '';
  return times === 1 ? 'carried over' : `carried over, ${ordinal(times)} time`;
}

function ordinal(value: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', many: 'th', zero: 'th' };
  return `${value}${ending[ordinals.select(value)]}`;
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
