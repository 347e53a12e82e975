import { X } from 'lucide-react';
import { useDesk } from '../desk/desk-context.ts';
import { useZone } from '../settings/settings.ts';
import { Button } from '../ui/button.tsx';
import { activeFilters, filterWords } from './active-filters.ts';
import { NO_FILTERS } from './change-filters.ts';
import styles from './filter-chips.module.css';

/** What narrows the list, each part removable by itself, and all at once. Nothing when nothing does. */
export function FilterChips() {
  const { view, list } = useDesk();
  const filters = activeFilters(view.query, list?.facets ?? null, useZone());
  if (filters.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label="Filters that are on">
      {filters.map((filter) => (
        <li key={filter.id} className={styles.chip} data-excludes={filter.excludes}>
          <span className={styles.title}>{filter.title}</span>
          {filter.excludes && <strong className={styles.not}>not</strong>}
          {filter.title !== filter.value && <bdi className={styles.value}>{filter.value}</bdi>}
          <button
            type="button"
            className={styles.remove}
            aria-label={`Remove the filter ${filterWords(filter)}`}
            onClick={() => view.ask(filter.without)}
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
