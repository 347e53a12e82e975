import type { LeaseRow, LeaseStore } from './lease-store.ts';

/** A workspace that is looked at counts as watched for two minutes; so it need not be told each time. */
const TELL_MS = 30_000;

/** The age of a wish from which on nobody is watching any more, in milliseconds. */
const WATCHED_MS = 120_000;

/** The wishes of readers whom a process serves that does not read, on their way to the one that does. */
export interface FollowerWishes {
  watch(): void;
  refresh(): void;
  /** Tells those that could not be told when they came. */
  tell(): void;
}

interface WishesOptions {
  readonly leases: Pick<LeaseStore, 'wish'>;
  /** The lease's id; null while none is known. */
  readonly lease: () => number | null;
  /** The moment that it is. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

export function createFollowerWishes({ leases, lease, now, onError }: WishesOptions): FollowerWishes {
  let toldAt = Number.NEGATIVE_INFINITY;
  let isWatched = false;
  let isRefreshAsked = false;

  function tell(): void {
    const id = lease();
    const isDue = isRefreshAsked || (isWatched && now() - toldAt >= TELL_MS);
    if (id === null || !isDue) return;
    const refresh = isRefreshAsked;
    [isWatched, isRefreshAsked, toldAt] = [false, false, now()];
    leases.wish(id, refresh).catch((error: unknown) => {
      isWatched = true;
      isRefreshAsked ||= refresh;
      toldAt = Number.NEGATIVE_INFINITY;
      onError(error);
    });
  }

  return {
    watch() {
      isWatched = true;
      tell();
    },
    refresh() {
      isRefreshAsked = true;
      tell();
    },
    tell,
  };
}

/** The wishes of other processes' readers, as the holder takes them up. */
export interface GrantedWishes {
  /** Refreshes that were taken up so far. */
  taken(): number;
  /** Takes up what a row has that the one before had not. */
  grant(row: LeaseRow, reader: { watch(): void; refresh(): void }): void;
}

export function createGrantedWishes(): GrantedWishes {
  let taken = 0;
  let watchedAt: number | null = null;
  return {
    taken: () => taken,
    grant(row, reader) {
      const isWatched = row.watchedAgo !== null && row.watchedAgo < WATCHED_MS;
      if (isWatched && row.watchedAt !== watchedAt) reader.watch();
      watchedAt = row.watchedAt;
      const isAsked = row.refreshAsked > Math.max(taken, row.refreshTaken);
      taken = row.refreshAsked;
      if (isAsked) reader.refresh();
    },
  };
}
