import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../../error-code.ts';
import { StoreError } from '../../history/stored.ts';
import { migrate } from '../migrate.ts';
import { toStoreError } from '../sql-failure.ts';
import { type Connection, connect, EmbeddedFailure } from './connection.ts';
import { moveAside, prepareDatabase, putBack, requireRoom } from './directory.ts';
import { createSerialDatabase, type SerialDatabase } from './serial-database.ts';

/** Codes of failures by which PostgreSQL tells that its files are damaged. */
const DAMAGED = /^XX00[12]$/;

/** The log of what happens to the embedded database. */
export interface EmbeddedLog {
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Opens the database in a folder. */
type Open = (directory: string) => Promise<Connection>;

interface StartOptions {
  readonly open?: Open;
  /** Whether a new database may be begun in the place of a damaged one. */
  readonly mayBegin: boolean;
}

const DAMAGE_REMEDY =
  'Import a backup (npm run store -- import FILE), or start Loopdesk: each moves the damaged one aside and begins a new one.';

/** The embedded database from one start to its end, which comes when it crashes or is damaged. */
export interface Started {
  readonly connection: Connection;
  readonly database: SerialDatabase;
}

/**
 * Starts the embedded database below a folder that is locked. One that is damaged is moved aside, and begun anew, where that
 * may be.
 *
 * @throws StoreError, or the system's error
 */
export async function startEmbedded(
  directory: string,
  log: EmbeddedLog,
  { open = connect, mayBegin }: StartOptions,
): Promise<Started> {
  requireRoom(directory);
  try {
    return await tryToStart(directory, log, open);
  } catch (error) {
    if (!isDamage(error, directory)) throw error;
    log.warn({ directory, code: codeOf(error) }, 'the store could not be opened: it is tried once more');
  }
  try {
    return await tryToStart(directory, log, open);
  } catch (error) {
    if (!isDamage(error, directory)) throw error;
    // Without room nothing opens, whatever state it is in.
    requireRoom(directory);
    if (!mayBegin)
      throw new StoreError('broken', `The store is damaged (${codeOf(error)}). ${DAMAGE_REMEDY}`);
    return await startAnew(directory, log, open, error);
  }
}

/** Begins a new database in the place of a damaged one. Where not even that opens it is no damage, and the old one stays. */
async function startAnew(directory: string, log: EmbeddedLog, open: Open, damage: unknown): Promise<Started> {
  const aside = moveAside(directory, new Date());
  try {
    const started = await tryToStart(directory, log, open);
    tellDamage(log, aside, damage);
    return started;
  } catch (error) {
    putBack(directory, aside);
    throw error;
  }
}

async function tryToStart(directory: string, log: EmbeddedLog, open: Open): Promise<Started> {
  const connection = await open(await prepareDatabase(directory));
  try {
    await migrate(createSerialDatabase(connection));
  } catch (error) {
    await connection.end();
    throw error;
  }
  const query: Connection['query'] = async (sql, values) => {
    try {
      return await connection.query(sql, values);
    } catch (error) {
      if (DAMAGED.test(codeOf(error)) && !connection.ended) {
        await connection.end();
        tellDamage(log, moveAside(directory, new Date()), error);
      }
      throw toStoreError(error);
    }
  };
  return { connection, database: createSerialDatabase({ query, close: connection.close }) };
}

/** Whether it failed by the state of its files, as far as can be told: not for want of room, or of rights. */
function isDamage(error: unknown, directory: string): boolean {
  const failed = error instanceof EmbeddedFailure && !/^(53|E[A-Z]+$)/.test(error.code);
  return failed && existsSync(join(directory, 'postgres'));
}

function tellDamage(log: EmbeddedLog, path: string, error: unknown): void {
  log.error(
    { path, code: codeOf(error) },
    'the store was damaged: it was moved aside, and a new one is begun. A backup can be restored (npm run store -- import FILE)',
  );
}
