import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { DEFAULT_QUERY, encodeQuery, type TicketQuery, type Workspace } from '../../../contract/index.ts';
import { trackNavigation } from '../../address/track-navigation.ts';
import { ApiProblem } from '../../api/request.ts';
import { serverNow } from '../../clock/server-clock.ts';
import { addressOf } from '../frame/address-of.ts';
import type { Ask } from '../live/look.ts';
import { useAsk } from '../live/use-ask.ts';
import { beginMeeting, notReached } from '../record/begin.ts';
import type { Meeting } from '../record/meeting.ts';
import { openStore } from '../store/open-store.ts';
import { type Frozen, fetchTickets } from './fetch-tickets.ts';

/** What a meeting is to be about. */
interface Wish {
  readonly name: string;
  /** The view as its address has it; null for no tickets but carried ones. */
  readonly view: {
    readonly query: TicketQuery;
    /** The same as the server is asked it. */
    readonly question: TicketQuery;
    readonly limit: number;
  } | null;
  /** The snapshot to copy tickets from; null for the newest. */
  readonly at: number | null;
  /** An earlier meeting whose unreached tickets come first; null for none. */
  readonly follows: Meeting | null;
}

interface Start {
  readonly start: (wish: Wish) => void;
  readonly busy: boolean;
  /** Why the last try came to nothing, in a sentence; null for nothing of the kind. */
  readonly failure: string | null;
}

/** Begins a meeting and goes to its walk. */
export function useStart(workspace: Workspace): Start {
  const ask = useAsk(workspace.id);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const start = async (wish: Wish) => {
    setBusy(true);
    setFailure(null);
    const isWanted = trackNavigation();
    try {
      const meeting = await begin(ask, workspace, wish);
      await (await openStore()).write(meeting);
      // Who has gone elsewhere meanwhile finds it among the past ones.
      if (isWanted()) navigate(addressOf(workspace.id, meeting.head.id));
    } catch (error) {
      setFailure(failureWords(error));
      setBusy(false);
    }
  };
  return { start: (wish) => void start(wish), busy, failure };
}

async function begin(ask: Ask, workspace: Workspace, { name, view, at, follows }: Wish): Promise<Meeting> {
  const carried = follows === null ? [] : notReached(follows).map(({ entry }) => entry.id);
  const ofCarried = { ...DEFAULT_QUERY, ids: carried, deleted: 'include' } as const;
  const [own, others] = await Promise.all([
    // Carried tickets as they are now, in case they have changed since the last meeting.
    carried.length === 0 ? null : fetchTickets(ask, ofCarried, at, carried.length),
    view === null ? null : fetchTickets(ask, view.question, at, view.limit),
  ]);
  const frozen = others?.frozen ?? own?.frozen;
  if (frozen === undefined) throw new RangeError('There is no ticket to talk about.');
  return beginMeeting({
    workspace: workspace.id,
    workspaceName: workspace.name,
    name: name.trim() || 'Triage',
    search: searchOf(view?.query ?? ofCarried),
    frozen: others === null ? { ...frozen, matching: 0 } : frozen,
    tickets: ticketsOf(others, own),
    follows,
    now: serverNow(),
  });
}

/** Of both the same copies, since both are from one snapshot. */
function ticketsOf(...parts: readonly (Frozen | null)[]) {
  return parts.flatMap((part) => part?.tickets ?? []);
}

function searchOf(query: TicketQuery): string {
  const pairs = encodeQuery({
    ...query,
    page: 1,
    perPage: DEFAULT_QUERY.perPage,
    columns: null,
    at: null,
    since: null,
  });
  return new URLSearchParams(pairs).toString();
}

function failureWords(error: unknown): string {
  if (error instanceof ApiProblem && error.problem.code === 'snapshot-gone')
    return 'Newer data has come in meanwhile. Look at the count again, and start once more.';
  return `The meeting could not be started: ${error instanceof Error ? error.message : String(error)}`;
}
