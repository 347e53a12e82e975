import type { MeetingDatabase } from '../browser-store/meeting-database.ts';
import { openMemoryDatabase } from '../browser-store/memory-database.ts';

/** A database whose writes a test can hold up, and can make fail. */
export interface TestDatabase extends MeetingDatabase {
  /** The reason for which writes fail; null while they do not. */
  failure: string | null;
  /** Writes wait for it. */
  gate: Promise<void>;
  /** The number of writes. */
  writes: number;
}

export function testDatabase(): TestDatabase {
  const memory = openMemoryDatabase();
  const write = async (job: () => Promise<void>) => {
    database.writes++;
    await database.gate;
    if (database.failure !== null) throw new Error(database.failure);
    await job();
  };
  const database: TestDatabase = {
    ...memory,
    failure: null,
    gate: Promise.resolve(),
    writes: 0,
    write: (stored) => write(() => memory.write(stored)),
    update: (id, part, term) => write(() => memory.update(id, part, term)),
  };
  return database;
}
