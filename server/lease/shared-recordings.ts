import type { Recording } from '../history/recording.ts';
import type { Database } from '../store/database.ts';
import type { RecordingGuard } from '../store/sql-ticket-store.ts';
import type { Lease } from './lease-store.ts';
import { HURRY, LeaseLost } from './publication-store.ts';

/** Changes of a recording that is shared, at most: whoever lacks more reads the tables anew, a piece at a time. */
const MOST_SHARED = 5_000;

/** Recordings that are kept for those who lack them. */
const KEPT = 20;

/** Recordings on their way from the process that records to the others. */
export interface SharedRecordings {
  /**
   * The recordings after a `seq` up to another, in their order; null when one of them is not to be had. None has
   * tickets, which are no part of what the past is made of.
   */
  between(lease: number, after: number, upTo: number): Promise<readonly Recording[] | null>;
}

const HOLDS = 'select id from leases where id = $1 and holder = $2 and term = $3 for share';

const AFTER = `
  select seq, recording from shared_recordings where lease = $1 and seq > $2 and seq <= $3 order by seq`;

export function createSharedRecordings(database: Database): SharedRecordings {
  return {
    async between(lease, after, upTo) {
      if (upTo < after || upTo - after > KEPT) return null;
      const rows = await database.query<{ recording: string }>(AFTER, [lease, after, upTo]);
      return rows.length === upTo - after
        ? rows.map(({ recording }) => JSON.parse(recording) as Recording)
        : null;
    },
  };
}

/**
 * Lets nothing be written but under a lease, and shares what is recorded with the other processes. It stands at the end of a
 * transaction, so that the lease is locked for a moment only.
 *
 * @param held the lease as it is then; null for none
 */
export function guardRecordings(held: () => Lease | null): RecordingGuard {
  return async (session, recording) => {
    const lease = held();
    if (lease === null) throw new LeaseLost();
    await session.query(HURRY);
    const rows = await session.query(HOLDS, [lease.id, lease.holder, lease.term]);
    if (rows.length === 0) throw new LeaseLost();
    if (recording === null) {
      // Names may have been dropped with values that nothing refers to any more.
      await session.query('delete from shared_recordings where lease = $1', [lease.id]);
      return;
    }
    const { seq, values, arrivals, reissued, changes } = recording;
    if (values.length + arrivals.length + reissued.length + changes.length > MOST_SHARED) return;
    await session.query(
      `insert into shared_recordings (lease, seq, recording) values ($1, $2, $3)
       on conflict (lease, seq) do update set recording = excluded.recording`,
      [lease.id, seq, JSON.stringify({ ...recording, tickets: [] })],
    );
    await session.query('delete from shared_recordings where lease = $1 and (seq <= $2 or seq > $3)', [
      lease.id,
      seq - KEPT,
      seq,
    ]);
  };
}
