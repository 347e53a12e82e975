import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import {
  DEFAULT_QUERY,
  encodeQuery,
  plainName,
  type TicketQuery,
  type Workspace,
} from '../../../contract/index.ts';
import type { Meeting } from '../../../contract/meeting/index.ts';
import { trackNavigation } from '../../address/track-navigation.ts';
import { ApiProblem } from '../../api/request.ts';
import { serverNow } from '../../clock/server-clock.ts';
import { noteFirstStep } from '../../settings/settings.ts';
import { meetingAddress } from '../layout/meeting-address.ts';
import type { FetchPage } from '../live/fetch-live-state.ts';
import { useFetchPage } from '../live/use-fetch-page.ts';
import { createMeeting } from '../model/create-meeting.ts';
import type { LocalMeeting } from '../model/local-meeting.ts';
import { unreviewedEntries } from '../model/meeting-entries.ts';
import { openStore } from '../store/open-store.ts';
import { fetchTickets, type TicketsOfSnapshot } from './fetch-tickets.ts';

/** The request for a new meeting. */
interface MeetingRequest {
  readonly title: string;
  /** The list as its address has it; null for none but the tickets carried over. */
  readonly view: {
    readonly query: TicketQuery;
    /** The same query as sent to the server. */
    readonly apiQuery: TicketQuery;
    readonly limit: number;
  } | null;
  /** The snapshot to copy tickets from; null for the newest. */
  readonly at: number | null;
  /** An earlier meeting whose unreviewed tickets come first; null for none. */
  readonly follows: Meeting | null;
}

interface Start {
  readonly start: (request: MeetingRequest) => void;
  readonly busy: boolean;
  /** The reason for which the last attempt failed, in a sentence; null if it did not. */
  readonly failure: string | null;
}

/** Creates a meeting and opens it in the presenter's screen. */
export function useStartMeeting(workspace: Workspace): Start {
  const fetchPage = useFetchPage(workspace.id);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const start = async (request: MeetingRequest) => {
    setBusy(true);
    setFailure(null);
    const isWanted = trackNavigation();
    try {
      const meeting = await createFrom(fetchPage, workspace, request);
      await (await openStore()).create(meeting);
      noteFirstStep('meeting');
      // Who has gone elsewhere meanwhile finds it among the past ones.
      if (isWanted()) navigate(meetingAddress(workspace.id, meeting.head.id));
    } catch (error) {
      setFailure(failureLabel(error));
      setBusy(false);
    }
  };
  return { start: (request) => void start(request), busy, failure };
}

async function createFrom(
  fetchPage: FetchPage,
  workspace: Workspace,
  { title, view, at, follows }: MeetingRequest,
): Promise<LocalMeeting> {
  const carriedOver = follows === null ? [] : unreviewedEntries(follows).map(({ item }) => item.id);
  const carriedOverQuery = { ...DEFAULT_QUERY, ids: carriedOver, deleted: 'include' } as const;
  const [own, others] = await Promise.all([
    // Carried tickets as they are now, in case they have changed since the last meeting.
    carriedOver.length === 0 ? null : fetchTickets(fetchPage, carriedOverQuery, at, carriedOver.length),
    view === null ? null : fetchTickets(fetchPage, view.apiQuery, at, view.limit),
  ]);
  const snapshot = others?.snapshot ?? own?.snapshot;
  if (snapshot === undefined) throw new RangeError('There is no ticket to talk about.');
  return createMeeting({
    workspace: workspace.id,
    workspaceName: workspace.name,
    title: plainName(title) || 'Triage',
    search: searchOf(view?.query ?? carriedOverQuery),
    snapshot: others === null ? { ...snapshot, matching: 0 } : snapshot,
    tickets: ticketsOf(others, own),
    follows,
    now: serverNow(),
  });
}

/** Of both the same copies, since both are from one snapshot. */
function ticketsOf(...parts: readonly (TicketsOfSnapshot | null)[]) {
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

function failureLabel(error: unknown): string {
  if (error instanceof ApiProblem && error.problem.code === 'snapshot-gone')
    return 'Newer data has come in meanwhile. Look at the count again, and start once more.';
  return `The meeting could not be started: ${error instanceof Error ? error.message : String(error)}`;
}
