import { useState } from 'react';
import type { Summary, TicketQuery } from '../../contract/index.ts';
import { DeletedNote } from '../filters/deleted-note.tsx';
import { formatCountOf } from '../format/numbers.ts';
import { Button } from '../ui/button.tsx';
import { findPeople, listPeople, type PeopleSort, sortPeople } from './people.ts';
import styles from './people-list.module.css';
import { PeopleTable } from './people-table.tsx';

/** Number of people beyond which there is a search. */
const LONG = 10;

interface PeopleProps {
  /** The open tickets by assignee, and the query that they were counted by. */
  readonly summary: Summary;
  readonly query: TicketQuery;
  readonly sort: PeopleSort;
  readonly onSort: (sort: PeopleSort) => void;
}

/** Table of the assignees, with its search. Those without open tickets are shown on request. */
export function People({ summary, query, sort, onSort }: PeopleProps) {
  const [needle, setNeedle] = useState('');
  const [idle, setIdle] = useState(false);
  const people = listPeople(summary);
  const busy = people.filter(({ open }) => open > 0);
  const searching = needle.trim() !== '';
  const shown = searching ? findPeople(people, needle) : idle ? people : busy;
  const idlers = people.length - busy.length;

  return (
    <div className={styles.people}>
      <div className={styles.head}>
        <h2 className={styles.title}>Open tickets by assignee</h2>
        <DeletedNote query={query} />
        {people.length > LONG && (
          <input
            type="text"
            className={styles.search}
            aria-label="Find a person"
            placeholder={`Search ${formatCountOf(people.length, 'assignee')}`}
            value={needle}
            onChange={(event) => setNeedle(event.target.value)}
          />
        )}
      </div>
      <PeopleTable people={sortPeople(shown, sort)} summary={summary} sort={sort} onSort={onSort} />
      {shown.length === 0 && (
        <p className={styles.note}>
          Nobody is called that.{' '}
          <Button variant="plain" onClick={() => setNeedle('')}>
            Show everybody
          </Button>
        </p>
      )}
      {!searching && idlers > 0 && (
        <Button variant="plain" className={styles.more} aria-expanded={idle} onClick={() => setIdle(!idle)}>
          {idle ? 'Hide' : 'Show'} {formatCountOf(idlers, 'person', 'people')} without open tickets
        </Button>
      )}
    </div>
  );
}
