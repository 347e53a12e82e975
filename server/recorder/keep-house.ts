import { DAY_MS } from '../../contract/index.ts';
import { ticketsGone } from '../history/gone-tickets.ts';
import { planPruning } from '../history/plan-pruning.ts';
import type { RecordedHistory } from '../history/recorded-history.ts';
import type { RecordedSource, TicketStore } from '../history/stored.ts';
import { unusedValues } from '../history/unused-values.ts';
import { type Clocks, createClockGuard } from './clock-guard.ts';

/** The log, which is told nothing of any ticket's content. */
export interface RecorderLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** For how long things are kept, in days. */
export interface Keeping {
  /** States of tickets. */
  readonly retentionDays: number;
  /** The words, names and addresses of a ticket that is listed no longer. */
  readonly eraseAfterDays: number;
  /** All workspaces of the settings. What is stored of others is cleared as well, as no recorder looks after them. */
  readonly configured: readonly RecordedSource[];
}

/** Forgets once a day what has been kept for long enough, when the machine's clock can be believed. */
export interface HouseKeeper {
  /** Takes notice of a read of the upstream: before the first one nothing is forgotten. */
  noteRead(): void;
  keep(store: TicketStore, history: RecordedHistory): Promise<void>;
}

export interface HouseKeeperOptions extends Keeping, Clocks {
  readonly source: RecordedSource;
  readonly logger: Pick<RecorderLog, 'info' | 'warn'>;
}

export function createHouseKeeper(options: HouseKeeperOptions): HouseKeeper {
  const { source, retentionDays, eraseAfterDays, configured, logger } = options;
  const clock = createClockGuard(options);
  let keptAt = Number.NEGATIVE_INFINITY;
  /** Tickets that left up to then have been erased by this process. */
  let erasedUntil = Number.NEGATIVE_INFINITY;

  async function clearOthers(store: TicketStore, now: number): Promise<void> {
    const { erased, removed } = await store.clearUnconfigured(configured, {
      eraseBefore: now - eraseAfterDays * DAY_MS,
      removeBefore: now - retentionDays * DAY_MS,
    });
    for (const other of erased)
      logger.info(other, 'the tickets of a workspace not in the settings are erased');
    for (const other of removed) logger.info(other, 'all of a workspace not in the settings is removed');
  }

  async function forget(store: TicketStore, history: RecordedHistory, now: number): Promise<void> {
    const pruning = planPruning(history, now - retentionDays * DAY_MS);
    if (pruning !== null) {
      await store.prune(source, pruning);
      history.prune(pruning);
    }
    const unused = unusedValues(history);
    if (unused.length > 0) {
      await store.dropValues(source, history.seq + 1, unused);
      history.dropValues(unused);
    }
    const until = now - eraseAfterDays * DAY_MS;
    const gone = ticketsGone(history, { after: erasedUntil, until });
    if (gone.length > 0) await store.erase(source, gone);
    erasedUntil = until;
    await clearOthers(store, now);
  }

  return {
    noteRead: clock.noteRead,
    async keep(store, history) {
      const state = clock.check();
      if (state === 'parted') {
        const { workspace } = source;
        logger.warn(
          { workspace },
          'the clock was set, or the machine slept: nothing is erased by age for now',
        );
      }
      const now = options.now();
      if (state !== 'trusted' || Math.abs(now - keptAt) < DAY_MS) return;
      await forget(store, history, now);
      keptAt = now;
      clock.restart();
    },
  };
}
