import type { Ticket } from '../../../contract/index.ts';
import type { RecordedChange, RecordedTicket, RecordedValue, Recording } from '../recording.ts';
import {
  type AgeLimits,
  type ClearedSources,
  type HistoryChunk,
  type StoredWorkspace,
  StoreError,
  type TicketStore,
} from '../stored.ts';

/** A store of one workspace that keeps what it is given in plain arrays. */
export interface FakeStore extends TicketStore {
  /** The failure of the next calls; null for none. */
  failure: StoreError | null;
  /** What every recording waits for. */
  gate: () => Promise<void>;
  readonly recordings: Recording[];
  readonly erased: number[];
  /** The calls that were to clear other workspaces. */
  readonly clearings: AgeLimits[];
  /** The outcome of the next of them. */
  cleared: ClearedSources;
}

interface Kept {
  head: Pick<StoredWorkspace, 'seq' | 'read' | 'since'>;
  values: Map<number, RecordedValue>;
  states: Map<number, RecordedTicket>;
  changes: RecordedChange[];
  reads: number[];
  tickets: Map<number, Ticket>;
}

/** @param chunk the number of items that are loaded at once */
export function fakeStore(chunk = 3): FakeStore {
  let kept: Kept | null = null;
  const store: FakeStore = {
    failure: null,
    gate: async () => {},
    recordings: [],
    erased: [],
    clearings: [],
    cleared: { erased: [], removed: [] },
    async load() {
      if (store.failure !== null) throw store.failure;
      return kept === null ? null : toStored(kept, chunk);
    },
    async record(_source, recording) {
      await store.gate();
      if (store.failure !== null) throw store.failure;
      if (recording.seq !== (kept?.head.seq ?? 0) + 1)
        throw new StoreError('conflict', 'Something else came first.');
      store.recordings.push(recording);
      kept = add(kept, structuredClone(recording));
    },
    async prune(_source, { before, states, removed }) {
      if (kept === null) return;
      for (const { id, state } of states) {
        kept.states.set(id, { ...(kept.states.get(id) as RecordedTicket), state });
      }
      for (const id of removed) {
        kept.states.delete(id);
        kept.tickets.delete(id);
      }
      kept.changes = kept.changes.filter(({ at, ticket }) => at > before && !removed.includes(ticket));
      kept.reads = kept.reads.filter((read) => read >= before);
      kept.head = { ...kept.head, since: Math.max(kept.head.since, before) };
    },
    async dropValues(_source, seq, codes) {
      if (kept === null || seq !== kept.head.seq + 1)
        throw new StoreError('conflict', 'Something else came first.');
      for (const code of codes) kept.values.delete(code);
      kept.head = { ...kept.head, seq };
    },
    async erase(_source, ids) {
      store.erased.push(...ids);
      for (const id of ids) kept?.tickets.delete(id);
    },
    async clearUnconfigured(_configured, limits) {
      store.clearings.push(limits);
      return store.cleared;
    },
  };
  return store;
}

function add(before: Kept | null, recording: Recording): Kept {
  const { seq, read, values, arrivals, reissued, changes, tickets } = recording;
  const { takenAt } = read;
  const kept = before ?? {
    head: { seq, read, since: takenAt },
    values: new Map(),
    states: new Map(),
    changes: [],
    reads: [],
    tickets: new Map(),
  };
  const clamp = (instant: number) => Math.min(instant, takenAt);
  for (const [id, one] of kept.states) {
    const notBefore = one.notBefore === null ? null : clamp(one.notBefore);
    kept.states.set(id, { ...one, seenAt: clamp(one.seenAt), notBefore });
  }
  kept.changes = kept.changes.map((one) => ({ ...one, at: clamp(one.at), notBefore: clamp(one.notBefore) }));
  kept.reads = [...kept.reads.map(clamp), takenAt];
  kept.head = { seq, read, since: clamp(kept.head.since) };
  for (const value of values) kept.values.set(value.code, value);
  for (const ticket of arrivals) kept.states.set(ticket.id, ticket);
  for (const { id, issuedAt } of reissued) {
    kept.states.set(id, { ...(kept.states.get(id) as RecordedTicket), issuedAt });
  }
  kept.changes.push(...changes);
  for (const ticket of tickets) kept.tickets.set(ticket.id, ticket);
  return kept;
}

function toStored(kept: Kept, chunk: number): StoredWorkspace {
  const gone = new Set<number>();
  const no = [...kept.values.values()].find(({ field, value }) => field === 'listed' && value === 'false');
  for (const { ticket, field, to } of kept.changes) {
    if (field === 'listed') to === no?.code ? gone.add(ticket) : gone.delete(ticket);
  }
  const listed = [...kept.tickets.values()].filter(({ id }) => !gone.has(id)).sort((a, b) => b.id - a.id);
  const chunks: HistoryChunk[] = [
    { values: [...kept.values.values()] },
    ...inChunks([...kept.states.values()], chunk).map((tickets) => ({ tickets })),
    ...inChunks(kept.changes, chunk).map((changes) => ({ changes })),
    { reads: kept.reads },
  ];
  return {
    ...kept.head,
    tickets: () => each(inChunks(listed, chunk)),
    history: () => each(chunks),
  };
}

async function* each<Item>(items: readonly Item[]): AsyncIterable<Item> {
  yield* items;
}

function inChunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
