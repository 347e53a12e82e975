/**
 * The part of the view that the history keeps beside the address. Back and reload give the same rows by its snapshot,
 * while a link that is sent to somebody shows them the newest.
 */
export interface HistoryEntry {
  /** The snapshot that the list was read from; null for the newest. */
  readonly at: number | null;
  /** The snapshot that was on screen before newer data was shown: what has changed since is marked. */
  readonly since: number | null;
  /** The saved view that was in use: what differs from it later is a change of it. */
  readonly activeViewId: string | null;
}

/** The entry as the browser stores it. What is null is left out. */
interface StoredEntry {
  readonly snapshot?: number;
  readonly since?: number;
  readonly activeViewId?: string;
}

/** Reads the state of a history entry that {@link storeEntry} has made; null for one without. */
export function readEntry(state: unknown): HistoryEntry {
  const { snapshot = null, since = null, activeViewId = null } = (state ?? {}) as StoredEntry;
  return { at: snapshot, since, activeViewId };
}

/** Turns an entry into the state that the history stores. */
export function storeEntry({
  at = null,
  since = null,
  activeViewId = null,
}: Partial<HistoryEntry>): StoredEntry {
  return {
    ...(at !== null && { snapshot: at }),
    ...(since !== null && { since }),
    ...(activeViewId !== null && { activeViewId }),
  };
}
