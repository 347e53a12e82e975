import { useId } from 'react';
import { DELETED, type Facet } from '../../contract/index.ts';
import { useDesk } from '../desk/desk-context.ts';
import { Select } from '../ui/select.tsx';
import { FacetGroup } from './facet-group.tsx';
import styles from './filter-panel.module.css';

/** What is asked most first: late, urgent, where it stands, how old, whose. */
const ORDER: readonly Facet[] = [
  'overdue',
  'priority',
  'status',
  'age',
  'assignee',
  'segment',
  'originSegment',
  'type',
];

const DELETED_LABELS: Readonly<Record<(typeof DELETED)[number], string>> = {
  exclude: 'Leave out',
  include: 'Include',
  only: 'Show only these',
};

/** All the ways to narrow the list. Counts are over the whole snapshot, each under the other filters. */
export function FilterPanel() {
  const { view, list } = useDesk();
  const id = useId();
  return (
    <div className={styles.panel}>
      {list === null ? (
        <p className={styles.waiting}>The filters come with the first tickets.</p>
      ) : (
        ORDER.map((facet) => <FacetGroup key={facet} facet={facet} values={list.facets[facet]} />)
      )}
      <div className={styles.deleted}>
        <label htmlFor={id}>Deleted tickets</label>
        <Select
          id={id}
          value={view.query.deleted}
          onChange={(event) => {
            const deleted = DELETED.find((known) => known === event.target.value);
            if (deleted) view.ask({ deleted });
          }}
        >
          {DELETED.map((value) => (
            <option key={value} value={value}>
              {DELETED_LABELS[value]}
            </option>
          ))}
        </Select>
      </div>
    </div>
  );
}
