import type { Database, Session, SqlValue } from '../database.ts';

/** A connection on which one statement runs after the other. */
export interface SerialConnection {
  query<Row>(sql: string, values: readonly SqlValue[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** A database that has one connection, which transactions have for themselves while they last. */
export interface SerialDatabase extends Database {
  /** Runs something else between statements and transactions. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Makes a database of a connection. */
export function createSerialDatabase(connection: SerialConnection): SerialDatabase {
  let last: Promise<unknown> = Promise.resolve();
  const session: Session = { query: (sql, values = []) => connection.query(sql, values) };

  function alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }

  return {
    alone,
    query: (sql, values) => alone(() => session.query(sql, values)),
    transaction: (work) =>
      alone(async () => {
        await session.query('begin');
        try {
          const result = await work(session);
          await session.query('commit');
          return result;
        } catch (error) {
          // Of a connection that is gone nothing is left to be taken back.
          await session.query('rollback').catch(() => undefined);
          throw error;
        }
      }),
    close: () => alone(() => connection.close()),
  };
}
