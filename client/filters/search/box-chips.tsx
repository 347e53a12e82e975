import { X } from 'lucide-react';
import { useZone } from '../../settings/settings.ts';
import { useListState, useShownList } from '../../workspace/workspace-context.ts';
import { type ActiveFilter, activeFilters, filterLabels } from '../active-filters.ts';
import styles from './box-chips.module.css';
import { useHiddenCount } from './use-hidden-count.ts';

interface BoxChipsProps {
  /** Opens the filters as a text to edit. */
  readonly onEdit: () => void;
}

/**
 * The active filters on the search box, each removable by itself. They are pushed sideways where there are many, and a
 * number says how many are out of sight.
 */
export function BoxChips({ onEdit }: BoxChipsProps) {
  const listState = useListState();
  const { list } = useShownList();
  const filters = activeFilters(listState.query, list?.facets ?? null, useZone());
  const { row, hidden } = useHiddenCount<HTMLUListElement>(filters.length);

  const remove = (filter: ActiveFilter, button: HTMLElement) => {
    focusNeighbour(button);
    listState.updateQuery(filter.without);
  };
  return (
    <>
      <ul ref={row} className={styles.row} data-more={hidden > 0} aria-label="Filters that are on">
        {filters.map((filter) => (
          <Chip key={filter.id} filter={filter} onRemove={(button) => remove(filter, button)} />
        ))}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          className={styles.more}
          aria-label={`${hidden} more: edit all filters`}
          title="Edit all filters"
          onClick={onEdit}
        >
          +{hidden}
        </button>
      )}
    </>
  );
}

interface ChipProps {
  readonly filter: ActiveFilter;
  readonly onRemove: (button: HTMLElement) => void;
}

function Chip({ filter, onRemove }: ChipProps) {
  const { title, value, excludes } = filter;
  const label = filterLabels(filter);
  const isWord = title === 'Search';
  return (
    <li className={styles.chip} data-word={isWord} title={label}>
      {!isWord && <span className={styles.title}>{title}</span>}
      {excludes && <strong className={styles.not}>not</strong>}
      {title !== value && <bdi className={styles.value}>{value}</bdi>}
      <button
        type="button"
        className={styles.remove}
        aria-label={`Remove the filter ${label}`}
        onClick={({ currentTarget }) => onRemove(currentTarget)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Delete' || key === 'Backspace') onRemove(currentTarget);
        }}
      >
        <X aria-hidden />
      </button>
    </li>
  );
}

/** The button goes with its chip: a focus on it moves to the chip beside it, or into the box. */
function focusNeighbour(button: HTMLElement): void {
  if (document.activeElement !== button) return;
  const chip = button.closest('li');
  const neighbour = chip?.nextElementSibling ?? chip?.previousElementSibling;
  const box = button.closest('form')?.querySelector<HTMLElement>('[role="combobox"]');
  (neighbour?.querySelector('button') ?? box)?.focus();
}
