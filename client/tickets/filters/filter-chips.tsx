import { X } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { useQueue } from '../queue-context.ts';
import { activeFilters, NO_FILTERS } from './active-filters.ts';
import styles from './filter-chips.module.css';

/** What narrows the list, each part removable by itself, and all at once. Nothing when nothing does. */
export function FilterChips() {
  const { view, list } = useQueue();
  const filters = activeFilters(view.query, list?.facets ?? null);
  if (filters.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label="Filters that are on">
      {filters.map(({ id, title, value, without }) => (
        <li key={id} className={styles.chip}>
          <span className={styles.title}>{title}</span>
          {title !== value && <bdi className={styles.value}>{value}</bdi>}
          <button
            type="button"
            className={styles.remove}
            aria-label={`Remove the filter ${title} ${value}`}
            onClick={() => view.ask(without)}
          >
            <X aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <Button look="plain" onClick={() => view.ask(NO_FILTERS)}>
          Clear all
        </Button>
      </li>
    </ul>
  );
}
