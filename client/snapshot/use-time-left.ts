import { useState } from 'react';
import type { SnapshotStatus } from '../../contract/index.ts';
import { formatElapsed } from '../format/dates.ts';

interface Sighting {
  readonly at: number;
  readonly loaded: number;
}

/** Time left to read everything at the pace seen so far, in words; null before the pace is known. */
export function useTimeLeft(status: SnapshotStatus, now: number): string | null {
  const [first, setFirst] = useState<Sighting | null>(null);
  const { state, loaded, total } = status;
  if (state !== 'loading' || total === null) {
    if (first !== null) setFirst(null);
    return null;
  }
  if (first === null || loaded < first.loaded) {
    setFirst({ at: now, loaded });
    return null;
  }
  const elapsed = now - first.at;
  const read = loaded - first.loaded;
  if (elapsed < 2000 || read === 0) return null;
  return `about ${formatElapsed(((total - loaded) * elapsed) / read)} left at this pace`;
}
