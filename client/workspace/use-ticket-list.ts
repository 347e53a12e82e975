import { useEffect, useState } from 'react';
import type { SnapshotStatus, TicketList } from '../../contract/index.ts';
import { formatAddress } from '../address/address.ts';
import type { ListState } from '../address/use-list-state.ts';
import { isFaultOfQuestion, isGone, isOnItsWay } from '../api/retry.ts';
import { snapshotQuery } from '../api/snapshot.ts';
import { ticketsQuery } from '../api/tickets.ts';
import { type Steady, useSteadyQuery } from '../api/use-steady-query.ts';
import { useSettings } from '../settings/settings.ts';
import { afterPaint } from './after-paint.ts';
import { useMasked } from './use-masked.ts';
import { type Outage, useOutage } from './use-outage.ts';
import { useSustained } from './use-sustained.ts';

/** How long a list may be on its way before the server is asked whether it is still there, in milliseconds. */
const LONG = 2_000;

/** How long a notice stays, in milliseconds. */
const NOTICE_TIME = 10_000;

interface Tickets {
  readonly list: TicketList | null;
  /** The address that `list` answers: the view's own, but for while the list is still the one before. */
  readonly address: string;
  /** Whether `list` is to be taken for an old one: its successor is on its way, or cannot be had. */
  readonly isStale: boolean;
  readonly status: SnapshotStatus | null;
  /** Why there is no list; null while there is one or the first tickets are on their way. */
  readonly error: Error | null;
  readonly outage: Outage | null;
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
 * read from; it goes on by itself only where no row can move: while the first tickets come in, when it has no rows or the
 * newer snapshot is the same under this query, when the pinned one is gone, and where the reader has asked to
 * follow. A list that cannot be had leaves the one before on screen.
 */
export function useTickets(view: ListState): Tickets {
  const { workspace, apiQuery: query } = view;
  const { following, masked } = useSettings();
  const page = useSteadyQuery(ticketsQuery(workspace, query));
  const address = formatAddress(workspace, view.query);
  const question = formatAddress(workspace, query);
  const answered = useAnswered(page, address, question);
  const list = isRefused(page.error) ? null : (answered?.list ?? null);
  const arrived = page.data && !page.isStale ? page.data : null;
  const isNew = query.at === null && arrived !== null;
  const isTold = useIsTold(page, isNew);
  const poll = useSteadyQuery({ ...snapshotQuery(workspace, query), enabled: !isTold });
  const polled = poll.isStale ? undefined : poll.data;
  const isLost = isGone(page.error) || isGone(poll.error);
  const notice = useSteps(view, nextStep({ at: query.at, arrived, polled, following, isLost }), arrived);
  const differs = isAnother(answered, question);
  const outage = useOutage(page, poll, list !== null && differs);
  return {
    list: useMasked(list, masked),
    address: answered?.address ?? address,
    // What answers this very question is no old list, though a newer one cannot be had.
    isStale: page.isStale && (page.error === null || differs),
    status: poll.data ?? list?.snapshot ?? null,
    error: list === null ? failureIn(page.error) : null,
    outage,
    notice,
  };
}

function isAnother(answered: Answered | null, question: string): boolean {
  return answered !== null && answered.question !== question;
}

/**
 * Whether the list tells of its snapshot itself, being on its way or just here: then the server need not be asked about
 * that as well. One that takes long may never come.
 */
function useIsTold({ isStale, error }: Steady<TicketList>, isNew: boolean): boolean {
  const isComing = isStale && error === null;
  const isLate = useSustained(isComing, LONG);
  return (isComing && !isLate) || isNew;
}

/** What there is to say of a list that is not there: nothing while it is on its way. */
function failureIn(error: Error | null): Error | null {
  return isOnItsWay(error) || isGone(error) ? null : error;
}

/** Whether the server takes the question for none of its own: then no list is an answer to it. */
function isRefused(error: Error | null): boolean {
  return error !== null && !isGone(error) && isFaultOfQuestion(error);
}

/** What a list does by itself: note its snapshot, go on to the newest, mark what is new in it, or give its own up. */
type Step = 'pin' | 'go on' | 'follow' | 'give up' | null;

interface Situation {
  /** The snapshot that the list is asked of; null for the newest. */
  readonly at: number | null;
  /** The list, if it is what was asked for. */
  readonly arrived: TicketList | null;
  readonly polled: SnapshotStatus | undefined;
  readonly following: boolean;
  /** Whether its snapshot is no longer kept. */
  readonly isLost: boolean;
}

function nextStep({ at, arrived, polled, following, isLost }: Situation): Step {
  if (at === null) return arrived === null ? null : 'pin';
  if (arrived !== null && at === arrived.snapshot.number && canMoveOn(arrived, polled)) return 'go on';
  if (arrived !== null && following && isBehind(arrived.snapshot, polled)) return 'follow';
  return isLost ? 'give up' : null;
}

/** Takes the next step, and tells of one that needs words. */
function useSteps({ pin, showNewest }: ListState, step: Step, arrived: TicketList | null): string | null {
  const [notice, setNotice] = useNotice();
  const number = arrived?.snapshot.number ?? null;
  useEffect(() => {
    if (step === 'pin') return afterPaint(() => pin(number));
    if (step === 'go on') pin(null);
    else if (step === 'follow') showNewest();
    else if (step === 'give up') {
      pin(null);
      setNotice('The data that this list was read from is no longer kept: it now shows the newest.');
    }
  }, [step, number, pin, showNewest, setNotice]);
  return notice;
}

/** The last list that has come, and what it answers: an old one is better than none. */
function useAnswered(
  { data, isStale }: Steady<TicketList>,
  address: string,
  question: string,
): Answered | null {
  const [last, setLast] = useState<Answered | null>(null);
  if (data === undefined || isStale) return last;
  if (data === last?.list && address === last.address) return last;
  const answered = { address, question, list: data };
  setLast(answered);
  return answered;
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
function canMoveOn({ snapshot, tickets }: TicketList, polled: SnapshotStatus | undefined): boolean {
  if (!isBehind(snapshot, polled)) return false;
  const { added, changed, gone } = polled.changes;
  return tickets.length === 0 || !snapshot.whole || added + changed + gone === 0;
}

/** Whether the poll, asked about the snapshot on screen, knows of a newer one. */
export function isBehind(
  shown: SnapshotStatus,
  polled: SnapshotStatus | null | undefined,
): polled is SnapshotStatus {
  return polled != null && polled.number === shown.number && polled.newest !== shown.number;
}
