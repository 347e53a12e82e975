import type { Summary } from '../../contract/index.ts';
import { type AssigneeCounts, listPeople, PEOPLE_COLUMNS, type PeopleSort } from './people.ts';
import styles from './people-table.module.css';
import { PersonRow } from './person-row.tsx';
import { SortHead } from './sort-head.tsx';

interface PeopleTableProps {
  /** In the order to show. */
  readonly people: readonly AssigneeCounts[];
  readonly summary: Summary;
  readonly sort: PeopleSort;
  readonly onSort: (sort: PeopleSort) => void;
}

/** A row for each assignee, and one for all tickets, whoever is shown. */
export function PeopleTable({ people, summary, sort, onSort }: PeopleTableProps) {
  const { total, snapshot } = summary;
  const most = mostOf(summary);
  const takenAt = snapshot.takenAt === null ? null : Date.parse(snapshot.takenAt);
  return (
    <table className={styles.table} aria-label="Open tickets by assignee">
      <thead>
        <tr>
          {PEOPLE_COLUMNS.map((column) => (
            <SortHead key={column} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.value} person={person} most={most} takenAt={takenAt} />
        ))}
      </tbody>
      <tfoot>
        <PersonRow
          person={{ ...total, value: null, name: 'Total', open: total.count }}
          most={null}
          takenAt={takenAt}
        />
      </tfoot>
    </table>
  );
}

/** The highest number of each column: the longest bar. The total's oldest is the oldest of all. */
function mostOf(summary: Summary): Omit<AssigneeCounts, 'value' | 'name'> {
  const people = listPeople(summary);
  return {
    open: Math.max(...people.map(({ open }) => open)),
    overdue: Math.max(...people.map(({ overdue }) => overdue)),
    urgent: Math.max(...people.map(({ urgent }) => urgent)),
    oldest: summary.total.oldest,
  };
}
