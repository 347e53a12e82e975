import { Link } from 'wouter';
import { sortTerms, type TicketList, type TicketQuery } from '../../../contract/index.ts';
import { MAX_AT_START } from '../../../contract/meeting/index.ts';
import { formatAddress } from '../../address/address.ts';
import { serverNow } from '../../clock/server-clock.ts';
import { activeFilters, filterLabels } from '../../filters/active-filters.ts';
import { formatMoment } from '../../format/dates.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { useZone } from '../../settings/settings.ts';
import styles from './meetings-screen.module.css';

interface TicketSelectionProps {
  readonly workspace: string;
  /** The query of the meeting. */
  readonly query: TicketQuery;
  /** The query of the list to choose others in. */
  readonly urlQuery: TicketQuery;
}

/** The tickets and order of the new meeting, with a way to change both. */
export function TicketSelection({ workspace, query, urlQuery }: TicketSelectionProps) {
  const filters = activeFilters(query, null, useZone());
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
        <Link href={formatAddress(workspace, urlQuery)} data-pressed-only>
          Choose others
        </Link>
      </dd>
      <dt>Order</dt>
      <dd>{sortTerms(query.sort)}</dd>
    </dl>
  );
}

interface TicketCountProps {
  readonly list: TicketList | undefined;
  readonly error: Error | null;
}

/** The number of tickets, and the age of the data. */
export function TicketCount({ list, error }: TicketCountProps) {
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

interface FirstTicketsProps {
  readonly total: number;
  readonly wanted: number;
  readonly onWanted: (wanted: number) => void;
}

/** The number of tickets that the meeting takes from the beginning of the list. */
export function FirstTickets({ total, wanted, onWanted }: FirstTicketsProps) {
  const most = Math.min(total, MAX_AT_START);
  return (
    <label className={styles.limit}>
      Take the first
      <input
        type="number"
        min={1}
        max={most}
        value={wanted}
        onChange={({ target: { valueAsNumber } }) =>
          onWanted(Math.min(Math.max(Math.trunc(valueAsNumber) || 1, 1), most))
        }
      />
      of {formatCount(total)}
      {wanted === MAX_AT_START && total > MAX_AT_START && (
        <span className={styles.most}>A meeting starts with at most {MAX_AT_START}.</span>
      )}
    </label>
  );
}
