import { useQuery } from '@tanstack/react-query';
import { Presentation } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { TicketList, TicketQuery, Workspace } from '../../../contract/index.ts';
import { formatAddress } from '../../address/address.ts';
import { useApiQuery } from '../../address/api-query.ts';
import { ticketsQuery } from '../../api/tickets.ts';
import { serverNow } from '../../clock/server-clock.ts';
import { activeFilters, filterLabels } from '../../filters/active-filters.ts';
import { formatMoment } from '../../format/dates.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { sortTerms } from '../../format/sort-label.ts';
import { useZone } from '../../settings/settings.ts';
import { Button } from '../../ui/button.tsx';
import { useViews } from '../../views/use-views.ts';
import { PAGE } from '../live/look.ts';
import { MAX_AT_START, MAX_TEXT } from '../record/limits.ts';
import type { Meeting } from '../record/meeting.ts';
import { suggestName } from '../record/name.ts';
import type { Kept } from '../store/kept.ts';
import { CarryOver, useCarryOver } from './carry-over.tsx';
import styles from './home-screen.module.css';
import { useStart } from './use-start.ts';

/** Between two counts, in milliseconds: while it could not be had or tickets are still read, and otherwise. */
const SOON = 2_000;
const LATER = 30_000;

interface NewMeetingProps {
  readonly workspace: Workspace;
  readonly asked: TicketQuery;
  readonly kept: Kept;
}

/** The next meeting: about which tickets, in which order, under which name. */
export function NewMeeting({ workspace, asked, kept }: NewMeetingProps) {
  const zone = useZone();
  const question = useApiQuery(asked);
  const { data: list, error } = useQuery({
    ...ticketsQuery(workspace.id, { ...question, page: 1, perPage: PAGE }),
    refetchInterval: ({ state: { error: failed, data } }) =>
      failed !== null || data?.snapshot.whole === false ? SOON : LATER,
  });
  const [typed, setTyped] = useState<string | null>(null);
  const [limit, setLimit] = useState(MAX_AT_START);
  const carryOver = useCarryOver(workspace.id, kept);
  const { start, busy, failure } = useStart(workspace);
  const { all, findActiveView } = useViews(workspace.id);
  const viewName = all.find(({ id }) => id === findActiveView(asked, null))?.name ?? null;
  const about = { query: asked, name: viewName, facets: list?.facets ?? null };
  const name = typed ?? suggestName(about, { now: serverNow(), zone });
  const total = list?.page.total ?? 0;
  const wanted = Math.min(limit, total, MAX_AT_START);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (list === undefined || busy) return;
    const view = total === 0 ? null : { query: asked, question, limit: wanted };
    start({ name, view, at: list.snapshot.number, follows: carryOver.chosen });
  };

  return (
    <section className={styles.panel} aria-labelledby="new-meeting">
      <h2 id="new-meeting" className={styles.heading}>
        Start a meeting
      </h2>
      <form className={styles.form} onSubmit={submit}>
        <label className={styles.field}>
          Name
          <input value={name} maxLength={MAX_TEXT.name} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <ViewWords workspace={workspace.id} asked={asked} />
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
        <Button type="submit" look="primary" disabled={busy || !canStart(list, carryOver.chosen)}>
          <Presentation aria-hidden />
          {busy ? 'Copying the tickets…' : startWords(wanted, carryOver.chosen)}
        </Button>
      </form>
    </section>
  );
}

function canStart(list: TicketList | undefined, follows: Meeting | null): boolean {
  return list !== undefined && (list.page.total > 0 || follows !== null);
}

function startWords(wanted: number, follows: Meeting | null): string {
  if (wanted === 0 && follows === null) return 'Start';
  if (wanted === 0) return 'Start with the ones carried over';
  return `Start with ${formatCountOf(wanted, 'ticket')}${follows === null ? '' : ' and the ones carried over'}`;
}

/** Which tickets, and in which order, with the way to change both. */
function ViewWords({ workspace, asked }: { readonly workspace: string; readonly asked: TicketQuery }) {
  const filters = activeFilters(asked, null, useZone());
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
        <Link href={formatAddress(workspace, asked)}>Choose others</Link>
      </dd>
      <dt>Order</dt>
      <dd>{sortTerms(asked.sort)}</dd>
    </dl>
  );
}

/** How many tickets that are, and as of when. */
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
