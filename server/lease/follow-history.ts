import { setImmediate } from 'node:timers/promises';
import { createHistory, type RecordedHistory } from '../history/recorded-history.ts';
import type { RecordedSource, TicketStore } from '../history/stored.ts';
import type { LeaseRow } from './lease-store.ts';
import type { SharedRecordings } from './shared-recordings.ts';

/** Follows what another process records of a workspace. */
export interface HistoryFollower {
  /** Gets what was recorded since the last time, as a row tells it. Rejects with a `StoreError` when the database fails. */
  catchUp(row: LeaseRow): Promise<void>;
  /** Null until it has been read. */
  history(): RecordedHistory | null;
  /** Goes on from a history of this process; null to forget what there is. */
  adopt(history: RecordedHistory | null): void;
}

export function createHistoryFollower(
  source: RecordedSource,
  store: Pick<TicketStore, 'load'>,
  recordings: SharedRecordings,
): HistoryFollower {
  let history: RecordedHistory | null = null;

  async function load(): Promise<RecordedHistory> {
    const stored = await store.load(source);
    if (stored === null) return createHistory();
    const loaded = createHistory(stored);
    for await (const chunk of stored.history()) {
      loaded.load(chunk);
      await setImmediate();
    }
    return loaded;
  }

  /** Whether nothing else is to be done than to apply what has come. */
  async function goOn(known: RecordedHistory, { id, seq, since }: LeaseRow): Promise<boolean> {
    const missing = await recordings.between(id, known.seq, seq ?? 0);
    for (const recording of missing ?? []) known.apply(recording);
    // It begins later when what was kept for long enough has been dropped, which no recording tells.
    return missing !== null && known.since === since;
  }

  return {
    async catchUp(row) {
      const isCurrent = history?.seq === (row.seq ?? 0) && history.since === row.since;
      if (isCurrent || (history !== null && (await goOn(history, row)))) return;
      history = await load();
    },
    history: () => history,
    adopt(own) {
      history = own;
    },
  };
}
