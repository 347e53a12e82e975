import { setImmediate } from 'node:timers/promises';
import type { Ticket } from '../contract/index.ts';
import type { PublishedRead } from './recorder/recorder.ts';
import type { PastRead } from './sandbox/past.ts';
import { readRecord } from './upstream/record.ts';

/** Records that are read in one turn. */
const TURN = 100;

/** The sandbox's invented past, as if it had been read. */
export async function* readsOfPast(past: AsyncIterable<PastRead>): AsyncGenerator<PublishedRead> {
  const byId = new Map<number, Ticket>();
  for await (const { takenAt, changed, gone } of past) {
    for (const [index, record] of changed.entries()) {
      const ticket = readRecord(record)?.ticket;
      if (ticket !== undefined) byId.set(ticket.id, ticket);
      if (index % TURN === TURN - 1) await setImmediate();
    }
    for (const id of gone) byId.delete(id);
    const tickets = [...byId.values()].sort((a, b) => a.id - b.id);
    await setImmediate();
    // Numbers of snapshots are of the time, too.
    yield { number: takenAt, takenAt, whole: true, total: tickets.length, tickets };
  }
}
