import type { CSSProperties, ReactNode } from 'react';
import { NONE, type TicketQuery } from '../../contract/index.ts';
import { urgentFilter, withFilters } from '../filters/with-filters.ts';
import { formatAge, formatExact } from '../format/dates.ts';
import { formatCount, formatCountOf } from '../format/numbers.ts';
import { formatFacetLabel } from '../format/value-labels.ts';
import { useZone } from '../settings/settings.ts';
import { ListLink } from '../workspace/list-link.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import { type AssigneeCounts, MEASURES, type Measure, shareOfAge } from './people.ts';
import styles from './person-row.module.css';

/** A person, or with a null value all of them together. */
type Row = Omit<AssigneeCounts, 'value'> & { readonly value: string | null };

interface PersonRowProps {
  readonly person: Row;
  /** Values of the longest bar of each column; null for a row without bars. */
  readonly most: Omit<AssigneeCounts, 'value' | 'name'> | null;
  /** Instant at which the data was taken, in epoch milliseconds; null while it is not known. */
  readonly takenAt: number | null;
}

const LABELS: Readonly<Record<Measure, string>> = {
  open: 'open',
  overdue: 'overdue',
  urgent: 'critical or high',
};

export function PersonRow({ person, most, takenAt }: PersonRowProps) {
  const listState = useListState();
  const name = formatFacetLabel('assignee', person.name);
  const email = person.value === NONE || person.value === person.name ? null : person.value;
  const lists = listsOf(listState.query, person.value);
  return (
    <tr>
      <th scope="row" className={styles.person} data-none={person.value === NONE}>
        <span className={styles.who} title={email === null ? name : `${name} ${email}`}>
          <bdi className={styles.name}>{name}</bdi>
          {email !== null && <bdi className={styles.email}>{email}</bdi>}
        </span>
      </th>
      {MEASURES.map((measure) => (
        <td key={measure} data-column={measure}>
          <Bar share={most === null || most[measure] === 0 ? 0 : person[measure] / most[measure]}>
            {person[measure] === 0 ? (
              <span className={styles.zero}>0</span>
            ) : (
              <ListLink
                className={styles.number}
                query={lists[measure]}
                label={`${name}: ${formatCountOf(person[measure], `${LABELS[measure]} ticket`)}`}
              >
                {formatCount(person[measure])}
              </ListLink>
            )}
          </Bar>
        </td>
      ))}
      <td data-column="oldest">
        <Bar share={takenAt === null || most === null ? 0 : shareOfAge(person.oldest, most.oldest, takenAt)}>
          <Oldest person={person} name={name} query={lists.oldest} takenAt={takenAt} />
        </Bar>
      </td>
    </tr>
  );
}

interface OldestProps {
  readonly person: Row;
  readonly name: string;
  readonly query: TicketQuery;
  readonly takenAt: number | null;
}

/** Age of the oldest ticket, with a link to the list that begins with it. */
function Oldest({ person: { oldest }, name, query, takenAt }: OldestProps) {
  const zone = useZone();
  if (oldest === null || takenAt === null) return <span className={styles.zero}>–</span>;
  const age = formatAge(oldest, takenAt);
  return (
    <ListLink
      className={styles.number}
      query={query}
      title={formatExact(oldest, zone)}
      label={`${name}: the oldest, ${age}, issued ${formatExact(oldest, zone)}`}
    >
      {age}
    </ListLink>
  );
}

function Bar({ share, children }: { readonly share: number; readonly children: ReactNode }) {
  return (
    <span className={styles.cell} style={{ '--share': share.toFixed(3) } as CSSProperties}>
      <span className={styles.bar} />
      {children}
    </span>
  );
}

/** The lists that a row's numbers count. */
function listsOf(query: TicketQuery, assignee: string | null): Record<Measure | 'oldest', TicketQuery> {
  const open = withFilters(query, { open: true, ...(assignee !== null && { assignee: [assignee] }) });
  return {
    open,
    overdue: withFilters(open, { overdue: true }),
    urgent: withFilters(open, urgentFilter(query)),
    oldest: withFilters(open, { sort: [{ key: 'issueDate', descending: false }] }),
  };
}
