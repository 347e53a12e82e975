import { useEffect } from 'react';
import { useStable } from '../../filters/facets/use-stable.ts';
import { showToast } from '../../ui/toasts.ts';
import { useListState } from '../../workspace/workspace-context.ts';
import type { SelectionOfList } from './use-selection.ts';

/** Tells that the selection is gone, which the reader did not clear, and offers it back with its filters. */
export function useTellOfCleared({ ended }: SelectionOfList): void {
  const listState = useListState();
  const updateQuery = useStable(listState.updateQuery);
  useEffect(() => {
    if (ended === null) return;
    const { page, perPage, sort, columns, at, since, ...filters } = ended.query;
    const run = () => {
      updateQuery(filters);
      return null;
    };
    showToast({
      id: 'selection',
      text: 'The selection is cleared: the list’s filters have changed.',
      action: { label: 'Undo', run },
    });
  }, [ended, updateQuery]);
}
