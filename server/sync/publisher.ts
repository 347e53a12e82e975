import { setImmediate } from 'node:timers/promises';
import type { Ticket } from '../../contract/index.ts';
import type { SnapshotArchive } from '../snapshot/archive.ts';
import { isSameTicket } from '../snapshot/same-ticket.ts';
import { buildSnapshotInSteps, findTicket, type Snapshot, type SnapshotInput } from '../snapshot/snapshot.ts';
import type { Clock } from '../upstream/clock.ts';
import { createCapacity } from './capacity.ts';
import type { TicketRead } from './read-tickets.ts';

/** Part of a read is worth a snapshot when it has grown by a quarter: then all of them cost a few reads' work. */
const WORTHWHILE_GROWTH = 1.25;

/** Tickets read so far, and the upstream's count of them. */
type PartOfRead = Pick<TicketRead, 'tickets'> & { readonly total: number | null };

/** Turns what has been read into the next snapshot, built aside and swapped in at once. `takenAt` is a moment. */
export interface Publisher {
  /** The ticket as the newest snapshot has it, when nothing about it has changed: comparing them is then cheap. */
  recognise(ticket: Ticket): Ticket;
  /** Publishes part of a read if there is enough of it, and if no other snapshot is being built. */
  publishPart(part: PartOfRead, takenAt: number): Promise<void>;
  /** Publishes what a read that broke off has brought, if that is anything new. */
  publishRest(part: PartOfRead, takenAt: number): Promise<void>;
  publishRead(read: TicketRead, takenAt: number): Promise<Snapshot>;
}

/** Makes a snapshot. */
export type BuildSnapshot = (input: SnapshotInput) => Promise<Snapshot>;

export function createPublisher(archive: SnapshotArchive, clock: Clock, build: BuildSnapshot): Publisher {
  let building = false;

  async function publish(input: {
    tickets: readonly Ticket[];
    total: number | null;
    whole: boolean;
    takenAt: number;
  }): Promise<Snapshot> {
    building = true;
    try {
      const takenAt = clock.toWall(input.takenAt);
      const number = await archive.nextNumber();
      const snapshot = await build({ ...input, takenAt, number });
      await archive.add(snapshot, input.takenAt);
      return snapshot;
    } finally {
      building = false;
    }
  }

  async function publishPartOf(part: PartOfRead, takenAt: number): Promise<void> {
    await publish({
      tickets: mergeOver(archive.newest(), part.tickets),
      total: part.total,
      whole: false,
      takenAt,
    });
  }

  return {
    recognise(ticket) {
      const newest = archive.newest();
      const known = newest === null ? null : findTicket(newest, ticket.id);
      return known !== null && isSameTicket(known, ticket) ? known : ticket;
    },
    async publishPart(part, takenAt) {
      const shown = archive.newest()?.tickets.length ?? 0;
      const isLast = part.tickets.size === part.total;
      if (building || isLast || part.tickets.size <= shown * WORTHWHILE_GROWTH) return;
      await publishPartOf(part, takenAt);
    },
    async publishRest(part, takenAt) {
      const newest = archive.newest();
      const isNews = [...part.tickets.keys()].some(
        (id) => newest === null || findTicket(newest, id) === null,
      );
      if (isNews) await publishPartOf(part, takenAt);
    },
    async publishRead(read, takenAt) {
      const { total, whole } = read;
      const tickets = read.complete ? [...read.tickets.values()] : mergeOver(archive.newest(), read.tickets);
      return await publish({ tickets, total, whole, takenAt });
    },
  };
}

/**
 * A ticket leaves only when a read that saw every record no longer has it; so until then the old ones stay, as far as
 * there is room: an upstream that answers with others each time must not make the list grow for ever.
 */
function mergeOver(older: Snapshot | null, tickets: ReadonlyMap<number, Ticket>): readonly Ticket[] {
  const capacity = createCapacity();
  const remaining = (older?.tickets ?? []).filter((ticket) => !tickets.has(ticket.id));
  return [...tickets.values(), ...remaining].filter((ticket) => capacity.claim(ticket));
}

/** Builds in steps, with the event loop free between them: answers do not wait for a large snapshot. */
export async function buildBetweenEvents(input: SnapshotInput): Promise<Snapshot> {
  const steps = buildSnapshotInSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
