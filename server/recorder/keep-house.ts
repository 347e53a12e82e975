import { DAY_MS } from '../../contract/index.ts';
import { ticketsGone } from '../history/gone-tickets.ts';
import { planPruning } from '../history/plan-pruning.ts';
import type { RecordedHistory } from '../history/recorded-history.ts';
import type { RecordedSource, TicketStore } from '../history/stored.ts';

/** For how long things are kept, in days. */
export interface Keeping {
  /** States of tickets. */
  readonly retentionDays: number;
  /** The words, names and addresses of a ticket that is listed no longer. */
  readonly eraseAfterDays: number;
}

/** Forgets once a day what has been kept for long enough. */
export interface HouseKeeper {
  /** @param now epoch milliseconds */
  keep(store: TicketStore, history: RecordedHistory, now: number): Promise<void>;
}

export function createHouseKeeper(
  source: RecordedSource,
  { retentionDays, eraseAfterDays }: Keeping,
): HouseKeeper {
  let keptAt = Number.NEGATIVE_INFINITY;
  /** Tickets that left up to then have been erased by this process. */
  let erasedUntil = Number.NEGATIVE_INFINITY;

  return {
    async keep(store, history, now) {
      if (Math.abs(now - keptAt) < DAY_MS) return;
      const pruning = planPruning(history, now - retentionDays * DAY_MS);
      if (pruning !== null) {
        await store.prune(source, pruning);
        history.prune(pruning);
      }
      const until = now - eraseAfterDays * DAY_MS;
      const gone = ticketsGone(history, { after: erasedUntil, until });
      if (gone.length > 0) await store.erase(source, gone);
      erasedUntil = until;
      keptAt = now;
    },
  };
}
