import type { Ticket } from '../../contract/index.ts';
import type { SnapshotArchive } from '../snapshot/archive.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Clock } from '../upstream/clock.ts';
import type { BuildSnapshot } from './publisher.ts';

/** The read that stored tickets are of. `takenAt` in epoch milliseconds. */
export interface StoredRead extends Pick<Snapshot, 'number' | 'takenAt' | 'whole' | 'total'> {}

/** The parts of a workspace's sync that stored tickets are restored with. */
interface RestoreParts {
  readonly archive: SnapshotArchive;
  readonly clock: Clock;
  readonly build: BuildSnapshot;
}

/** Tickets of an earlier process that have become the newest snapshot. */
export interface RestoredRead {
  /** The moment at which they were read, which is before this process's first. */
  readonly startedAt: number;
  /** How many the upstream listed, and how many of them are not there. */
  readonly count: number;
  readonly gap: number;
}

/**
 * Makes stored tickets the first snapshot, under the number that it had, so that pages pinned to it are answered on.
 * Where they come in several chunks, the first is shown at once; then the whole has a second, new number besides, since
 * the newest must be above all before it. Null when a read of this process was there first; the chunks are then read to
 * their end all the same.
 */
export async function restoreTickets(
  read: StoredRead,
  chunks: AsyncIterable<readonly Ticket[]>,
  { archive, clock, build }: RestoreParts,
): Promise<RestoredRead | null> {
  const { number, whole, total } = read;
  // A clock that was set back must not make tickets of the future.
  const now = clock.now();
  const startedAt = now - Math.max(0, clock.toWall(now) - read.takenAt);
  const tickets: Ticket[] = [];
  let part: Snapshot | null = null;
  const isFirst = () => archive.newest() === part;

  async function make(parts: { readonly number: number; readonly whole: boolean }): Promise<Snapshot> {
    return await build({ ...parts, takenAt: clock.toWall(startedAt), total, tickets: tickets.slice() });
  }

  for await (const chunk of chunks) {
    for (const ticket of chunk) tickets.push(ticket);
    if (part !== null || tickets.length >= (total ?? 0) || !isFirst()) continue;
    const shown = await make({ number: await archive.nextNumber(), whole: false });
    if (!isFirst()) continue;
    await archive.add(shown, startedAt);
    part = shown;
  }
  const restored = await make({ number, whole });
  const next = part === null ? null : await archive.nextNumber();
  if (!isFirst()) return null;
  await archive.add(restored, startedAt);
  if (next !== null) await archive.add({ ...restored, number: next }, startedAt);
  const count = total ?? tickets.length;
  return { startedAt, count, gap: Math.max(0, count - tickets.length) };
}
