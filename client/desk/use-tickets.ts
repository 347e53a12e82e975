import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { maskTicket, type SnapshotStatus, type TicketList } from '../../contract/index.ts';
import { formatAddress } from '../address/address.ts';
import type { View } from '../address/use-view.ts';
import { ApiProblem, ConnectionLost } from '../api/request.ts';
import { snapshotQuery } from '../api/snapshot.ts';
import { ticketsQuery } from '../api/tickets.ts';
import { useSettings } from '../settings/settings.ts';
import { afterPaint } from './after-paint.ts';

/** How long to wait before a list that could not be had is asked for again, in milliseconds. */
const FIRST_TICKETS = 1_000;
const ANOTHER_TRY = 4_000;

/** How long a notice stays, in milliseconds. */
const NOTICE_TIME = 10_000;

interface Tickets {
  readonly list: TicketList | null;
  /** The address that `list` answers: the view's own, but for while the list is still the one before. */
  readonly address: string;
  readonly turning: boolean;
  readonly status: SnapshotStatus | null;
  /** Why there is no list; null while there is one or the first tickets are on their way. */
  readonly error: Error | null;
  /** When Loopdesk's server was last heard of, in epoch milliseconds; null while it answers. */
  readonly silentSince: number | null;
  /** Something that happened to the list by itself, in a sentence. */
  readonly notice: string | null;
}

/** A list, the address that asked for it, and the question that it answers, as an address without its snapshot. */
interface Answered {
  readonly address: string;
  readonly question: string;
  readonly list: TicketList;
}

/**
 * The list of a view with the state of its data. The list stays pinned to the snapshot that it was first
 * read from; it goes on by itself only where no row can move: while the first tickets come in, when the
 * newer snapshot is the same under this query, when the pinned one is gone, and where the reader has asked to
 * follow.
 */
export function useTickets(view: View): Tickets {
  const { workspace, question: query, pin, showNewest } = view;
  const { following, masked } = useSettings();
  const page = useQuery({
    ...ticketsQuery(workspace, query),
    refetchInterval: ({ state }) => (state.error === null ? false : retryDelay(state.error)),
  });
  const address = formatAddress(workspace, view.query);
  const answered = useAnswered(page, address, formatAddress(workspace, query));
  const list = answered?.list ?? null;
  const arrived = page.data && !page.isPlaceholderData ? page.data.snapshot : null;
  const pinNow = query.at === null && arrived !== null ? arrived.number : null;
  // A list that is on its way, or just here, tells of its snapshot: the server need not be asked about that as well.
  const isTold = page.isPlaceholderData || pinNow !== null;
  const poll = useQuery({ ...snapshotQuery(workspace, query), enabled: !isTold });
  const status = poll.data ?? list?.snapshot ?? null;

  const moveOn = arrived !== null && query.at === arrived.number && canMoveOn(arrived, poll.data);
  const follow = following && arrived !== null && isBehind(arrived, poll.data);
  const gone = query.at !== null && (isGone(page.error) || isGone(poll.error));

  const silentSince = useSilentSince(page, poll);
  const [notice, setNotice] = useNotice();

  useEffect(() => {
    if (pinNow !== null) return afterPaint(() => pin(pinNow));
    if (moveOn) pin(null);
    else if (follow) showNewest();
    else if (gone) {
      pin(null);
      setNotice('The data that this list was read from is no longer kept: it now shows the newest.');
    }
  }, [pinNow, moveOn, follow, gone, pin, showNewest, setNotice]);

  return {
    list: useMasked(list, masked),
    address: answered?.address ?? address,
    turning: page.isPlaceholderData,
    status,
    error: list !== null || isOnItsWay(page.error) || gone ? null : page.error,
    silentSince,
    notice,
  };
}

/** What every part of the screen gets, so that none of them can forget to hide anything. */
function useMasked(list: TicketList | null, masked: boolean): TicketList | null {
  return useMemo(
    () => (list !== null && masked ? { ...list, tickets: list.tickets.map(maskTicket) } : list),
    [list, masked],
  );
}

/**
 * The list on screen, and what it answers. When the newest cannot be had, what answered the same question before is
 * still better than nothing; what answered another question is not.
 */
function useAnswered(
  { data, isPlaceholderData }: UseQueryResult<TicketList>,
  address: string,
  question: string,
): Answered | null {
  const [last, setLast] = useState<Answered | null>(null);
  if (data && !isPlaceholderData) {
    if (data === last?.list && address === last.address) return last;
    const answered = { address, question, list: data };
    setLast(answered);
    return answered;
  }
  return data === last?.list || last?.question === question ? last : null;
}

/**
 * Since when Loopdesk's server has been silent; null while it answers. The answers to earlier questions
 * count as signs of life: the question that is asked now may never have been answered.
 */
function useSilentSince(
  page: UseQueryResult<TicketList>,
  poll: UseQueryResult<SnapshotStatus>,
): number | null {
  const [heardAt, setHeardAt] = useState(Date.now);
  const lastSign = Math.max(page.dataUpdatedAt, poll.dataUpdatedAt);
  if (lastSign > heardAt) setHeardAt(lastSign);
  return poll.error instanceof ConnectionLost ? heardAt : null;
}

/** A sentence that goes away by itself. */
function useNotice() {
  const [notice, setNotice] = useState<string | null>(null);
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(() => setNotice(null), NOTICE_TIME);
    return () => clearTimeout(timer);
  }, [notice]);
  return [notice, setNotice] as const;
}

/** A newer snapshot may be shown unasked when nothing under the reader's eyes can move by it. */
function canMoveOn(shown: SnapshotStatus, polled: SnapshotStatus | undefined): boolean {
  if (!isBehind(shown, polled)) return false;
  const { added, changed, gone } = polled.changes;
  return !shown.whole || added + changed + gone === 0;
}

/** Whether the poll, asked about the snapshot on screen, knows of a newer one. */
function isBehind(shown: SnapshotStatus, polled: SnapshotStatus | undefined): polled is SnapshotStatus {
  return polled !== undefined && polled.number === shown.number && polled.newest !== shown.number;
}

function isGone(error: Error | null): boolean {
  return error instanceof ApiProblem && error.problem.code === 'snapshot-gone';
}

function isOnItsWay(error: Error | null): boolean {
  return error instanceof ApiProblem && error.problem.code === 'not-loaded-yet';
}

/** A fault of the question does not mend itself; everything else may, too many requests among it. */
function retryDelay(error: Error): number | false {
  if (isOnItsWay(error)) return FIRST_TICKETS;
  if (error instanceof ApiProblem && isFaultOfQuestion(error.problem.status)) return false;
  return ANOTHER_TRY;
}

function isFaultOfQuestion(status: number): boolean {
  return status < 500 && status !== 429;
}
