import { useQuery } from '@tanstack/react-query';
import { Presentation } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { sortTerms, type TicketList, type TicketQuery, type Workspace } from '../../../contract/index.ts';
import type { Meeting } from '../../../contract/meeting/index.ts';
import { MAX_AT_START, MAX_TEXT } from '../../../contract/meeting/index.ts';
import { formatAddress } from '../../address/address.ts';
import { useApiQuery } from '../../address/api-query.ts';
import { ticketsQuery } from '../../api/tickets.ts';
import { serverNow } from '../../clock/server-clock.ts';
import { activeFilters, filterLabels } from '../../filters/active-filters.ts';
import { formatMoment } from '../../format/dates.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { useZone } from '../../settings/settings.ts';
import { Button } from '../../ui/button.tsx';
import { useViews } from '../../views/use-views.ts';
import { PAGE_SIZE } from '../live/fetch-live-state.ts';
import { suggestTitle } from '../model/suggest-title.ts';
import type { StoredMeetings } from '../store/meetings-query.ts';
import { CarryOver, useCarryOver } from './carry-over.tsx';
import styles from './meetings-screen.module.css';
import { useStartMeeting } from './use-start-meeting.ts';

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
  const apiQuery = useApiQuery(urlQuery);
  const { data: list, error } = useQuery({
    ...ticketsQuery(workspace.id, { ...apiQuery, page: 1, perPage: PAGE_SIZE }),
    refetchInterval: ({ state: { error: failed, data } }) =>
      failed !== null || data?.snapshot.whole === false ? SOON : LATER,
  });
  const [typed, setTyped] = useState<string | null>(null);
  const [limit, setLimit] = useState(MAX_AT_START);
  const carryOver = useCarryOver(workspace.id, stored);
  const { start, busy, failure } = useStartMeeting(workspace);
  const { all, findActiveView } = useViews(workspace.id);
  const viewName = all.find(({ id }) => id === findActiveView(urlQuery, null))?.name ?? null;
  const about = { query: urlQuery, name: viewName, facets: list?.facets ?? null };
  const title = typed ?? suggestTitle(about, { now: serverNow(), zone });
  const total = list?.page.total ?? 0;
  const wanted = Math.min(limit, total, MAX_AT_START);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (list === undefined || busy) return;
    const view = total === 0 ? null : { query: urlQuery, apiQuery, limit: wanted };
    start({ title, view, at: list.snapshot.number, follows: carryOver.selected });
  };

  return (
    <section className={styles.panel} aria-labelledby="new-meeting">
      <h2 id="new-meeting" className={styles.heading}>
        Start a meeting
      </h2>
      <form className={styles.form} onSubmit={submit}>
        <label className={styles.field}>
          Name
          <input
            value={title}
            maxLength={MAX_TEXT.title}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <TicketSelection workspace={workspace.id} urlQuery={urlQuery} />
        <Count list={list} error={error} />
        {total > MAX_AT_START && (
          <label className={styles.limit}>
            A meeting takes up to {MAX_AT_START}: it takes the first
            <input
              type="number"
              min={1}
              max={MAX_AT_START}
              value={limit}
              onChange={({ target: { valueAsNumber } }) =>
                setLimit(Math.min(Math.max(Math.trunc(valueAsNumber) || 1, 1), MAX_AT_START))
              }
            />
            in this order.
          </label>
        )}
        <CarryOver {...carryOver} />
        {failure !== null && (
          <p role="alert" className={styles.failure}>
            {failure}
          </p>
        )}
        <Button type="submit" variant="primary" disabled={busy || !canStart(list, carryOver.selected)}>
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

/** The tickets and order of the new meeting, with a way to change both. */
function TicketSelection({
  workspace,
  urlQuery,
}: {
  readonly workspace: string;
  readonly urlQuery: TicketQuery;
}) {
  const filters = activeFilters(urlQuery, null, useZone());
  return (
    <dl className={styles.view}>
      <dt>Tickets</dt>
      <dd>
        {filters.length === 0 ? (
          'All of the workspace'
        ) : (
          <ul className={styles.filters}>
            {filters.map((filter) => (
              <li key={filter.id}>
                <bdi>{filterLabels(filter)}</bdi>
              </li>
            ))}
          </ul>
        )}
        <Link href={formatAddress(workspace, urlQuery)}>Choose others</Link>
      </dd>
      <dt>Order</dt>
      <dd>{sortTerms(urlQuery.sort)}</dd>
    </dl>
  );
}

/** The number of tickets, and the age of the data. */
function Count({ list, error }: { readonly list: TicketList | undefined; readonly error: Error | null }) {
  const zone = useZone();
  if (list === undefined) {
    return (
      <p role="status">
        {error === null ? 'Counting the tickets…' : `The tickets could not be counted yet: ${error.message}`}
      </p>
    );
  }
  const { page, snapshot } = list;
  const when =
    snapshot.takenAt === null ? '' : `, as of ${formatMoment(snapshot.takenAt, serverNow(), zone)}`;
  const partial =
    !snapshot.whole && snapshot.total !== null
      ? ` Only ${formatCount(snapshot.loaded)} of ${formatCountOf(snapshot.total, 'ticket')} have been read so far.`
      : '';
  return (
    <p role="status">
      <strong>{formatCountOf(page.total, 'ticket')}</strong> {page.total === 1 ? 'matches' : 'match'}
      {when}.{partial}
    </p>
  );
}
