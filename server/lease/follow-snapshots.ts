import { setImmediate } from 'node:timers/promises';
import type { Ticket } from '../../contract/index.ts';
import type { RecordedRead } from '../history/recording.ts';
import { type RecordedSource, StoreError, type TicketStore } from '../history/stored.ts';
import type { SnapshotArchive } from '../snapshot/archive.ts';
import type { Snapshot, SnapshotInput } from '../snapshot/snapshot.ts';
import type { Clock } from '../upstream/clock.ts';
import { applyDifferences } from './differences.ts';
import type { LeaseRow } from './lease-store.ts';
import type { Publication, PublicationStore } from './publication-store.ts';

/** Snapshots that are made when several have come; those before would soon leave the archive. */
const MOST_MADE = 8;

/** Numbers of snapshots that one process alone has are below; all others are of a time, in epoch milliseconds. */
const LEAST_SHARED = 1_000_000_000_000;

/** Two machines' clocks that differ by less are taken for the same, so that all processes tell the same date. */
const SAME_CLOCK_MS = 2_000;

interface FollowOptions {
  readonly source: RecordedSource;
  readonly store: Pick<TicketStore, 'load'>;
  readonly publications: Pick<PublicationStore, 'after' | 'tickets'>;
  /** Gets the snapshots. */
  readonly archive: Pick<SnapshotArchive, 'add' | 'newest'>;
  readonly build: (input: SnapshotInput) => Promise<Snapshot>;
  readonly clock: Clock;
}

/** Follows the snapshots of the process that reads. */
export interface SnapshotFollower {
  /** Gets what has come since the last time, as a row tells it. Rejects with a `StoreError` when the database fails. */
  catchUp(row: LeaseRow): Promise<void>;
  /** The newest that it has got; null for none. */
  newest(): Snapshot | null;
  /** Goes on from a snapshot that all processes can get; null to get everything the next time. */
  adopt(snapshot: Snapshot | null): void;
}

/** The state of the snapshots that all processes share, as far as this one has got. */
interface Position {
  /** The number of the newest; 0 for none. */
  readonly number: number;
  readonly tickets: readonly Ticket[];
}

const NOWHERE: Position = { number: 0, tickets: [] };

export function createSnapshotFollower(options: FollowOptions): SnapshotFollower {
  const { source, store, publications, archive, build, clock } = options;
  let position = NOWHERE;
  let newest: Snapshot | null = null;
  /** The number that was last aimed at, whether there was a way to it or not. */
  let reached = 0;

  async function show(input: SnapshotInput, age: number | null): Promise<void> {
    newest = await build(input);
    await archive.add(newest, momentOf(input.takenAt, age, clock));
  }

  /** The tickets of the last recorded read; null where none are stored. */
  async function loadStored(): Promise<{ read: RecordedRead; tickets: readonly Ticket[] } | null> {
    const stored = await store.load(source);
    if (stored === null) return null;
    const { read } = stored;
    const tickets: Ticket[] = [];
    for await (const chunk of stored.tickets()) {
      for (const ticket of chunk) tickets.push(ticket);
      if (archive.newest() === null && tickets.length < (read.total ?? 0)) await showPart(read, tickets);
      await setImmediate();
    }
    return { read, tickets: tickets.reverse() };
  }

  /** Shows the first that comes, as somebody may be waiting for it, under a number that no other process uses. */
  async function showPart({ takenAt, total }: RecordedRead, tickets: readonly Ticket[]): Promise<void> {
    const number = 1 + Math.floor(Math.random() * (LEAST_SHARED - 1));
    const part = await build({ number, takenAt, whole: false, total, tickets: tickets.toReversed() });
    await archive.add(part, momentOf(takenAt, null, clock));
  }

  async function ticketsOf(lease: number, { number, changed }: Publication): Promise<readonly Ticket[]> {
    const tickets: Ticket[] = [];
    for await (const chunk of publications.tickets(lease, number)) {
      for (const ticket of chunk) tickets.push(ticket);
      await setImmediate();
    }
    if (tickets.length !== changed) throw new StoreError('conflict', 'A publication has gone meanwhile.');
    return tickets;
  }

  /** Goes on from where it is; the publications must follow. */
  async function apply(lease: number, chain: readonly Publication[]): Promise<void> {
    for (const [index, publication] of chain.entries()) {
      const { number, previous, takenAt, whole, total, gone, age } = publication;
      const changed = await ticketsOf(lease, publication);
      const before = previous === null ? [] : position.tickets;
      const tickets = applyDifferences(before, { changed, gone });
      if (index >= chain.length - MOST_MADE) await show({ number, takenAt, whole, total, tickets }, age);
      position = { number, tickets };
    }
  }

  async function loadAnew(lease: number, recorded: number): Promise<void> {
    const whole = chainFrom(recorded, await publications.after(lease, recorded));
    if (whole[0]?.previous === null) return await apply(lease, whole);
    const stored = await loadStored();
    if (stored === null) return;
    const { read, tickets } = stored;
    const chain = chainFrom(read.number, await publications.after(lease, read.number));
    position = { number: read.number, tickets };
    // A workspace that was long out of the settings has lost its tickets: an empty list would be wrong.
    const isKnown = tickets.length > 0 || read.total === 0;
    if (isKnown && chain.length < MOST_MADE) await show({ ...read, tickets }, null);
    await apply(lease, chain);
  }

  return {
    async catchUp({ id, head, readNumber }) {
      const target = Math.max(head ?? 0, readNumber ?? 0);
      if (target === position.number || target === reached) return;
      const chain = chainFrom(position.number, await publications.after(id, position.number));
      if (chain.length > 0 && position.number > 0) await apply(id, chain);
      else await loadAnew(id, readNumber ?? 0);
      reached = target;
    },
    newest: () => newest,
    adopt(snapshot) {
      position = snapshot ?? NOWHERE;
      newest = snapshot;
      reached = 0;
    },
  };
}

/** The publications that lead on from a number, one after the other, or from one that has all tickets; none where there is a gap. */
function chainFrom(number: number, publications: readonly Publication[]): readonly Publication[] {
  const later = publications.filter((publication) => publication.number > number);
  const whole = later.findLastIndex(({ previous }) => previous === null);
  const chain = whole >= 0 ? later.slice(whole) : later;
  let last: number | null = whole >= 0 ? null : number;
  for (const publication of chain) {
    if (publication.previous !== last) return [];
    last = publication.number;
  }
  return chain;
}

/** The moment that a date of another process is, whose tickets have that age; null where no clock but the machine's tells it. */
function momentOf(takenAt: number, age: number | null, clock: Clock): number {
  const now = clock.now();
  const byDate = clock.toWall(now) - takenAt;
  const isTrusted = age === null || Math.abs(byDate - age) < SAME_CLOCK_MS;
  // A clock that was set back must not make tickets of the future.
  return now - Math.max(0, isTrusted ? byDate : age);
}
