const listeners = new Set<() => void>();

/** Calls back before the page is loaded anew by `reloadPage`, for what would not come back by itself. */
export function beforeReload(keep: () => void): () => void {
  listeners.add(keep);
  return () => {
    listeners.delete(keep);
  };
}

/** Loads the page anew. The address and the history entry stay, and with them the list's filters and its snapshot. */
export function reloadPage(): void {
  for (const keep of listeners) keep();
  location.reload();
}
