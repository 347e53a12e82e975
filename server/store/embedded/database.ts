import { codeOf } from '../../error-code.ts';
import { StoreError } from '../../history/stored.ts';
import type { Database } from '../database.ts';
import { toStoreError } from '../sql-failure.ts';
import { requireSpace } from './directory.ts';
import type { SerialDatabase } from './serial-database.ts';
import { type EmbeddedLog, type Started, startEmbedded } from './start.ts';

/** The longest that something stays unsettled, in milliseconds: a power cut may lose it. */
const SETTLE_MS = 10 * 60_000;

/**
 * Makes the embedded database below a folder that is locked. It starts when it is first asked; one that has crashed, as it
 * does when the disk is full, starts again when it is asked for the next time.
 *
 * @param mayBegin whether a new one may be begun in the place of one that is damaged
 */
export function createEmbedded(directory: string, log: EmbeddedLog, mayBegin = true): Database {
  let starting: Promise<SerialDatabase> | null = null;
  let running: Started | null = null;
  let settling: NodeJS.Timeout | null = null;
  let closed = false;

  function current(): Promise<SerialDatabase> {
    if (closed) return Promise.reject(new StoreError('away', 'The store has been closed.'));
    if (running?.connection.ended) starting = null;
    starting ??= start();
    return starting;
  }

  async function start(): Promise<SerialDatabase> {
    running = null;
    try {
      running = await startEmbedded(directory, log, { mayBegin });
      return running.database;
    } catch (error) {
      starting = null;
      throw toStoreError(error);
    }
  }

  function requireRoomLeft(): void {
    try {
      requireSpace(directory);
    } catch (error) {
      throw toStoreError(error);
    }
  }

  /** What one transaction wrote is settled with that of others. */
  function settleLater(): void {
    settling ??= setTimeout(() => void settle(), SETTLE_MS).unref();
  }

  async function settle(): Promise<void> {
    settling = null;
    try {
      if (running !== null && !closed) await running.database.alone(running.connection.settle);
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'what was stored is not safe from a power cut yet');
      settleLater();
    }
  }

  return {
    query: async (sql, values) => (await current()).query(sql, values),
    async transaction(work) {
      requireRoomLeft();
      const result = await (await current()).transaction(work);
      settleLater();
      return result;
    },
    async close() {
      closed = true;
      if (settling !== null) clearTimeout(settling);
      // One that could not start has nothing to be closed.
      await starting?.catch(() => undefined);
      if (running?.connection.ended === false) await running.database.close();
    },
  };
}
