import { formatCountOf } from '../format/numbers.ts';
import { useZone } from '../settings/settings.ts';
import { showToast } from '../ui/toasts.ts';
import { useListState } from '../workspace/workspace-context.ts';
import { activeFilters } from './active-filters.ts';
import { type Filters, NO_FILTERS } from './change-filters.ts';

/** Clears all filters of the list, and offers the way back. */
export function useClearFilters(): () => void {
  const { query, updateQuery } = useListState();
  const zone = useZone();
  return () => {
    const { page, perPage, sort, columns, at, since, ...before } = query;
    const count = activeFilters(query, null, zone).length;
    updateQuery(NO_FILTERS);
    if (count > 0) offerUndo(count, before, updateQuery);
  };
}

function offerUndo(count: number, before: Filters, updateQuery: (change: Filters) => void): void {
  const run = () => {
    updateQuery(before);
    return null;
  };
  showToast({
    id: 'filters-cleared',
    text: `${formatCountOf(count, 'filter')} cleared.`,
    action: { label: 'Undo', run },
  });
}
