import type { Database } from '../store/database.ts';

/** Days whose counts are kept, as in one process. */
const MAX_DAYS = 8;

/** The calls that all processes have made with one key, by day. Every method rejects with a `StoreError` when it fails. */
export interface CallTable {
  /** Counts calls if the day then has no more than `perDay`: gives how many it has; null when it would have more. */
  reserve(day: number, calls: number, perDay: number): Promise<number | null>;
  /** Counts calls by day that were made, whole or not at all. */
  add(calls: ReadonlyMap<number, number>): Promise<void>;
  count(day: number): Promise<number>;
}

const RESERVE = `
  insert into call_counts as c (key, day, calls) select $1, $2, $3::int8 where $3::int8 <= $4::int8
  on conflict (key, day) do update set calls = c.calls + excluded.calls where c.calls + excluded.calls <= $4::int8
  returning calls`;

const ADD = `
  insert into call_counts as c (key, day, calls) values ($1, $2, greatest(0, $3::int8))
  on conflict (key, day) do update set calls = greatest(0, c.calls + $3::int8)`;

/** @param key a digest of the key and the API's address */
export function createCallTable(database: Database, key: string): CallTable {
  return {
    async reserve(day, calls, perDay) {
      const [row] = await database.query<{ calls: number }>(RESERVE, [key, day, calls, perDay]);
      return row?.calls ?? null;
    },
    add: (calls) =>
      database.transaction(async (session) => {
        for (const [day, count] of calls) await session.query(ADD, [key, day, count]);
        const newest = Math.max(...calls.keys());
        await session.query('delete from call_counts where key = $1 and day <= $2', [key, newest - MAX_DAYS]);
      }),
    async count(day) {
      const [row] = await database.query<{ calls: number }>(
        'select calls from call_counts where key = $1 and day = $2',
        [key, day],
      );
      return row?.calls ?? 0;
    },
  };
}
