/** Erases what the tab keeps for its own reloads, such as which tickets are selected. */
export function clearPageStorage(): void {
  try {
    for (const key of Object.keys({ ...sessionStorage }))
      if (key.startsWith('loopdesk.')) sessionStorage.removeItem(key);
  } catch {
    // Storage is switched off: nothing is kept.
  }
}
