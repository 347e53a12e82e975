import { useEffect } from 'react';
import { showToast } from '../../ui/toasts.ts';
import type { SelectionOfList } from './use-selection.ts';

/** Tells that the selection is gone, which the reader did not clear. */
export function useTellOfCleared({ notice, change }: SelectionOfList): void {
  const isCleared = notice === 'cleared';
  useEffect(() => {
    if (!isCleared) return;
    showToast({ id: 'selection', text: 'The selection is cleared: the list’s filters have changed.' });
    change({ do: 'clear' });
  }, [isCleared, change]);
}
