import { isDeepStrictEqual } from 'node:util';
import { DAY_MS, type Ticket } from '../../../contract/index.ts';
import { finish } from '../../snapshot/steps.ts';
import { ticket as plainTicket } from '../../test/tickets.ts';
import { diffRead } from '../diff-read.ts';
import { planPruning } from '../plan-pruning.ts';
import { createHistory, type RecordedHistory } from '../recorded-history.ts';
import { unusedValues } from '../unused-values.ts';
import { SEGMENTS, type Step } from './arbitrary-past.ts';
import { type FakeStore, fakeStore } from './fake-store.ts';
import { type NaiveHistory, naiveHistory, naivePrune, naiveRead } from './naive-history.ts';

const SOURCE = { baseUrl: 'https://example.com', workspace: 'w' };
const START = Date.parse('2026-03-20T06:00:00.000Z');

/** The past as the product and as the model have recorded it, and the tickets that there are. */
export interface Past {
  readonly store: FakeStore;
  readonly naive: NaiveHistory;
  readonly world: Map<number, Ticket>;
  history: RecordedHistory;
  previous: readonly Ticket[];
  now: number;
}

/** A past in which nothing has been read yet. */
export function emptyPast(): Past {
  return {
    store: fakeStore(),
    naive: naiveHistory(),
    world: new Map(),
    history: createHistory(),
    previous: [],
    now: START,
  };
}

/** Lets a step happen, and both record what the read after it finds. */
export async function takeStep(past: Past, one: Step): Promise<void> {
  const { store, naive, world } = past;
  past.now += one.hours * 3_600_000;
  changeWorld(world, one, past.now);
  const tickets = [...world.values()].sort((a, b) => a.id - b.id);
  const read = { number: past.now, takenAt: past.now, whole: one.whole, total: tickets.length };
  const { history, previous } = past;
  const recording = finish(diffRead({ history, read, tickets, previous, isSame: isDeepStrictEqual }));
  await store.record(SOURCE, recording);
  history.apply(recording);
  naiveRead(naive, past.now, one.whole, tickets);
  past.previous = tickets;
  if (one.pruneDays !== null) await prune(past, past.now - one.pruneDays * DAY_MS);
  if (one.restarts) [past.history, past.previous] = await reload(store);
}

async function prune({ history, store, naive }: Past, before: number): Promise<void> {
  const pruning = planPruning(history, before);
  if (pruning !== null) {
    await store.prune(SOURCE, pruning);
    history.prune(pruning);
  }
  const unused = unusedValues(history);
  await store.dropValues(SOURCE, history.seq + 1, unused);
  history.dropValues(unused);
  naivePrune(naive, before);
}

function changeWorld(world: Map<number, Ticket>, one: Step, now: number): void {
  for (const id of one.leaves) world.delete(id);
  for (const id of one.arrives) {
    const issueDate = new Date(now - id * 3_600_000).toISOString();
    if (!world.has(id)) world.set(id, plainTicket(id, { issueDate, currentSegment: SEGMENTS[0] ?? null }));
  }
  for (const { id, edit: parts, updatedHoursAgo } of one.edits) {
    const before = world.get(id);
    if (before === undefined) continue;
    const updated =
      updatedHoursAgo === null
        ? {}
        : { updatedAt: new Date(now - updatedHoursAgo * 3_600_000).toISOString() };
    world.set(id, { ...before, ...parts, ...updated });
  }
}

async function reload(store: FakeStore): Promise<[RecordedHistory, Ticket[]]> {
  const stored = await store.load(SOURCE);
  if (stored === null) throw new Error('Nothing is stored');
  const history = createHistory(stored);
  for await (const chunk of stored.history()) history.load(chunk);
  const tickets: Ticket[] = [];
  for await (const chunk of stored.tickets()) tickets.push(...chunk);
  return [history, tickets.sort((a, b) => a.id - b.id)];
}
