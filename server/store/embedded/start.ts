import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../../error-code.ts';
import { migrate } from '../migrate.ts';
import { toStoreError } from '../sql-failure.ts';
import { type Connection, connect, EmbeddedFailure } from './connection.ts';
import { moveAside, prepareDatabase, requireRoom } from './directory.ts';
import { createSerialDatabase, type SerialDatabase } from './serial-database.ts';

/** Codes of failures by which PostgreSQL tells that its files are damaged. */
const DAMAGED = /^XX00[12]$/;

/** The log of what happens to the embedded database. */
export interface EmbeddedLog {
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** The embedded database from one start to its end, which comes when it crashes or is damaged. */
export interface Started {
  readonly connection: Connection;
  readonly database: SerialDatabase;
}

/**
 * Starts the embedded database below a folder that is locked. One that is damaged is moved aside, and begun anew.
 *
 * @throws StoreError, or the system's error
 */
export async function startEmbedded(directory: string, log: EmbeddedLog): Promise<Started> {
  requireRoom(directory);
  try {
    return await tryToStart(directory, log);
  } catch (error) {
    if (!isDamage(error, directory)) throw error;
    log.warn({ directory, code: codeOf(error) }, 'the store could not be opened: it is tried once more');
  }
  try {
    return await tryToStart(directory, log);
  } catch (error) {
    if (!isDamage(error, directory)) throw error;
    // Without room nothing opens, whatever state it is in.
    requireRoom(directory);
    removeDamaged(directory, log, error);
    return await tryToStart(directory, log);
  }
}

async function tryToStart(directory: string, log: EmbeddedLog): Promise<Started> {
  const connection = await connect(await prepareDatabase(directory));
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
        removeDamaged(directory, log, error);
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

function removeDamaged(directory: string, log: EmbeddedLog, error: unknown): void {
  log.error(
    { path: moveAside(directory, new Date()), code: codeOf(error) },
    'the store was damaged: it was moved aside, and a new one is begun. A backup can be restored (npm run store -- import FILE)',
  );
}
