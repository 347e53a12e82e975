import { list, nullable, number, object, text } from '../../storage/checks.ts';
import type { Selection } from './selection.ts';

/** Storage key of the selection while the page reloads: in this tab alone, and until it is taken up. */
const KEY = 'loopdesk.selection';

interface StoredSelection {
  readonly filters: string;
  /** The tickets' ids; null for all that match. */
  readonly ids: readonly number[] | null;
}

const checkStored = object<StoredSelection>({ filters: text, ids: nullable(list(number)) });

/** Keeps a selection over a reload. What was kept before is forgotten when nothing is selected. */
export function storeSelection(filters: string, selection: Selection): void {
  const ids = selection.kind === 'all' ? null : [...selection.ids];
  try {
    if (ids?.length === 0) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify({ filters, ids }));
  } catch {
    // Storage is switched off: the reload costs the selection, as any other reload does.
  }
}

/** Takes up the selection that was kept for these filters; null when there is none. It is there once. */
export function takeStoredSelection(filters: string): Selection | null {
  try {
    const taken = checkStored(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    sessionStorage.removeItem(KEY);
    if (taken?.filters !== filters) return null;
    const { ids } = taken;
    return ids === null ? { kind: 'all' } : { kind: 'picked', ids: new Set(ids), anchor: null };
  } catch {
    // Storage is switched off, or another hand has written there.
    return null;
  }
}
