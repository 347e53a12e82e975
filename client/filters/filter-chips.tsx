import { X } from 'lucide-react';
import { formatCount } from '../format/numbers.ts';
import { useZone } from '../settings/settings.ts';
import { Button } from '../ui/button.tsx';
import { useListState, useShownList } from '../workspace/workspace-context.ts';
import { type ActiveFilter, activeFilters, filterLabels } from './active-filters.ts';
import { countWithout } from './count-without.ts';
import styles from './filter-chips.module.css';
import { useClearFilters } from './use-clear-filters.ts';

/** The active filters in the place of a list without tickets, each with how many there would be without it. */
export function FilterChips() {
  const clearFilters = useClearFilters();
  const listState = useListState();
  const { list, isStale } = useShownList();
  const filters = activeFilters(listState.query, list?.facets ?? null, useZone());
  return (
    <div className={styles.filters}>
      <ul className={styles.chips} aria-label="Filters to do without">
        {filters.map((filter) => (
          <FilterChip
            key={filter.id}
            filter={filter}
            // While the list is stale, its counts are those of another query.
            gain={list !== null && !isStale ? countWithout(filter, listState.query, list) : null}
            onRemove={() => listState.updateQuery(filter.without)}
          />
        ))}
      </ul>
      <Button variant="plain" className={styles.clear ?? ''} onClick={clearFilters}>
        Clear all
      </Button>
    </div>
  );
}

interface FilterChipProps {
  readonly filter: ActiveFilter;
  readonly gain: number | null;
  readonly onRemove: () => void;
}

function FilterChip({ filter, gain, onRemove }: FilterChipProps) {
  const { title, value, excludes } = filter;
  const label = filterLabels(filter);
  return (
    <li className={styles.chip} title={label}>
      <span className={styles.title}>{title}</span>
      {excludes && <strong className={styles.not}>not</strong>}
      {title !== value && <bdi className={styles.value}>{value}</bdi>}
      {gain !== null && <span className={styles.gain}>· {formatCount(gain)} without it</span>}
      <button
        type="button"
        className={styles.remove}
        aria-label={`Without the filter ${label}`}
        onClick={onRemove}
      >
        <X aria-hidden />
      </button>
    </li>
  );
}
