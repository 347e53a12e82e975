import { useQuery } from '@tanstack/react-query';
import { Presentation } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { dayIn, type TicketList, type TicketQuery, type Workspace } from '../../../contract/index.ts';
import type { Meeting } from '../../../contract/meeting/index.ts';
import { MAX_AT_START, MAX_TEXT } from '../../../contract/meeting/index.ts';
import { useApiQuery } from '../../address/api-query.ts';
import { ticketsQuery } from '../../api/tickets.ts';
import { serverNow } from '../../clock/server-clock.ts';
import { formatCountOf } from '../../format/numbers.ts';
import { useZone } from '../../settings/settings.ts';
import { Button } from '../../ui/button.tsx';
import { useViews } from '../../views/use-views.ts';
import { PAGE_SIZE } from '../live/fetch-live-state.ts';
import { suggestTitle, untakenTitle } from '../model/suggest-title.ts';
import type { StoredMeetings } from '../store/meetings-query.ts';
import { CarryOver, useCarryOver } from './carry-over.tsx';
import styles from './meetings-screen.module.css';
import { isBare, startingQuery } from './starting-query.ts';
import { FirstTickets, TicketCount, TicketSelection } from './ticket-selection.tsx';
import { useStartMeeting } from './use-start-meeting.ts';

/** The number of tickets that an hour is enough for. */
const USUAL_COUNT = 25;

/** Between two counts, in milliseconds: while it could not be had or tickets are still read, and otherwise. */
const SOON = 2_000;
const LATER = 30_000;

interface NewMeetingFormProps {
  readonly workspace: Workspace;
  readonly urlQuery: TicketQuery;
  readonly stored: StoredMeetings;
}

/** The form for a new meeting: its tickets, order and title. */
export function NewMeetingForm({ workspace, urlQuery, stored }: NewMeetingFormProps) {
  const zone = useZone();
  const [withResolved, setWithResolved] = useState(false);
  const query = startingQuery(urlQuery, withResolved);
  const apiQuery = useApiQuery(query);
  const {
    data: list,
    error,
    isPlaceholderData: isStale,
  } = useQuery({
    ...ticketsQuery(workspace.id, { ...apiQuery, page: 1, perPage: PAGE_SIZE }),
    refetchInterval: ({ state: { error: failed, data } }) =>
      failed !== null || data?.snapshot.whole === false ? SOON : LATER,
  });
  const [typed, setTyped] = useState<string | null>(null);
  const [limit, setLimit] = useState(USUAL_COUNT);
  const carryOver = useCarryOver(workspace.id, stored);
  const { start, busy, failure } = useStartMeeting(workspace);
  const { all, findActiveView } = useViews(workspace.id);
  const viewName = all.find(({ id }) => id === findActiveView(query, null))?.name ?? null;
  const about = { query, name: viewName, facets: list?.facets ?? null };
  const now = serverNow();
  const today = stored.meetings
    .filter(
      ({ head }) =>
        head.workspace === workspace.id && dayIn(Date.parse(head.startedAt), zone) === dayIn(now, zone),
    )
    .map(({ head }) => head.title);
  const title = typed ?? untakenTitle(suggestTitle(about, { now, zone }), today);
  const total = list?.page.total ?? 0;
  const wanted = Math.min(limit, total, MAX_AT_START);
  // Until the tickets are counted, those of the filters before are shown: a meeting would take no more than they were.
  const mayStart = !busy && !isStale && canStart(list, carryOver.selected);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (list === undefined || !mayStart) return;
    const view = total === 0 ? null : { query, apiQuery, limit: wanted };
    start({ title, view, at: list.snapshot.number, follows: carryOver.selected });
  };

  return (
    <section className={styles.panel} aria-labelledby="new-meeting">
      <h2 id="new-meeting" className={styles.heading}>
        Start a meeting
      </h2>
      <form className={styles.form} data-stale={isStale} onSubmit={submit}>
        <label className={styles.field}>
          Name
          <input
            value={title}
            maxLength={MAX_TEXT.title}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <TicketSelection workspace={workspace.id} query={query} urlQuery={urlQuery} />
        {isBare(urlQuery) && (
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={withResolved}
              onChange={({ target }) => setWithResolved(target.checked)}
            />
            Resolved tickets too
          </label>
        )}
        <TicketCount list={list} error={error} />
        {total > USUAL_COUNT && <FirstTickets total={total} wanted={wanted} onWanted={setLimit} />}
        <CarryOver {...carryOver} />
        {failure !== null && (
          <p role="alert" className={styles.failure}>
            {failure}
          </p>
        )}
        <Button type="submit" variant="primary" disabled={!mayStart}>
          <Presentation aria-hidden />
          {busy ? 'Copying the tickets…' : startLabel(wanted, carryOver.selected)}
        </Button>
      </form>
    </section>
  );
}

function canStart(list: TicketList | undefined, follows: Meeting | null): boolean {
  return list !== undefined && (list.page.total > 0 || follows !== null);
}

function startLabel(wanted: number, follows: Meeting | null): string {
  if (wanted === 0 && follows === null) return 'Start';
  if (wanted === 0) return 'Start with the ones carried over';
  return `Start with ${formatCountOf(wanted, 'ticket')}${follows === null ? '' : ' and the ones carried over'}`;
}
