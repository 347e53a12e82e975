/** An estimate of the storage in use, and its safety. */
export interface StorageEstimate {
  /** Bytes of everything that Loopdesk keeps here; null where the browser does not tell. */
  readonly bytes: number | null;
  /** Whether the browser has promised not to remove it by itself when the disk is full; null where it does not tell. */
  readonly promised: boolean | null;
}

/** Estimates the storage in use. */
export async function estimateStorage(): Promise<StorageEstimate> {
  const { storage } = navigator as Partial<Navigator>;
  if (storage === undefined) return { bytes: null, promised: null };
  const [{ usage = null }, promised] = await Promise.all([storage.estimate(), storage.persisted()]);
  return { bytes: usage, promised };
}

let isRequested = false;

/** Asks the browser, once a page, not to remove meetings by itself. It may refuse; {@link estimateStorage} tells. */
export function requestPersistence(): void {
  const { storage } = navigator as Partial<Navigator>;
  if (isRequested || storage === undefined) return;
  isRequested = true;
  void storage.persist();
}
