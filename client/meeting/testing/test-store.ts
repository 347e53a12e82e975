import type { MeetingStore } from '../store/meeting-store.ts';
import { memoryStore } from '../store/memory-store.ts';

/** A store whose writes a test can hold up, and can make fail. */
export interface TestStore extends MeetingStore {
  /** The reason for which writes fail; null while they do not. */
  failure: string | null;
  /** Writes wait for it. */
  gate: Promise<void>;
  /** The number of writes. */
  writes: number;
}

export function testStore(): TestStore {
  const memory = memoryStore();
  const write = async (job: () => Promise<void>) => {
    store.writes++;
    await store.gate;
    if (store.failure !== null) throw new Error(store.failure);
    await job();
  };
  const store: TestStore = {
    ...memory,
    failure: null,
    gate: Promise.resolve(),
    writes: 0,
    write: (meeting) => write(() => memory.write(meeting)),
    update: (id, part, term) => write(() => memory.update(id, part, term)),
  };
  return store;
}
