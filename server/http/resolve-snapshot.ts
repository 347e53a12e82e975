import type { TicketQuery } from '../../contract/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { HttpProblem } from './problem.ts';
import { type StatusPorts, snapshotStatus } from './snapshot-status.ts';

/**
 * The snapshot that a query is about: the one it is pinned to, else the newest, which is null before the
 * first page is there.
 *
 * @throws HttpProblem `snapshot-gone`; `not-loaded-yet` while it may come back
 */
export function resolveSnapshot(ports: StatusPorts, query: TicketQuery): Snapshot | null {
  const { snapshots } = ports;
  const snapshot = query.at === null ? snapshots.newest() : snapshots.at(query.at);
  // It may be the one that the process before has left.
  if (snapshot === null && query.at !== null && snapshots.isRestoring()) throw notLoadedYet(ports, query);
  if (snapshot === null && query.at !== null) {
    throw new HttpProblem(
      'snapshot-gone',
      `Snapshot ${query.at} is kept no longer. Read from the newest instead.`,
      {
        snapshot: snapshotStatus(ports, snapshots.newest(), query),
      },
    );
  }
  return snapshot;
}

/**
 * The same for answers that are made of tickets.
 *
 * @param now epoch milliseconds
 * @throws HttpProblem `snapshot-gone`; `not-loaded-yet` or `upstream-failing` with the time to come back
 */
export function requireSnapshot(ports: StatusPorts, query: TicketQuery, now: number): Snapshot {
  const snapshot = resolveSnapshot(ports, query);
  if (snapshot !== null) return snapshot;
  const status = snapshotStatus(ports, null, query);
  const { problem } = status;
  const details = {
    snapshot: status,
    headers: { 'Retry-After': String(secondsUntil(problem?.retryAt, now)) },
  };
  if (problem !== null) throw new HttpProblem('upstream-failing', problem.message, details);
  if (ports.snapshots.isRestoring()) throw notLoadedYet(ports, query);
  throw new HttpProblem('not-loaded-yet', 'The first page of tickets is being read.', details);
}

function notLoadedYet(ports: StatusPorts, query: TicketQuery): HttpProblem {
  return new HttpProblem('not-loaded-yet', 'What was stored of the tickets is being read.', {
    snapshot: snapshotStatus(ports, ports.snapshots.newest(), query),
    headers: { 'Retry-After': '1' },
  });
}

/** Whole seconds to wait: at least one, and a minute where only a person can fix the failure. */
function secondsUntil(retryAt: string | null | undefined, now: number): number {
  if (retryAt === undefined) return 1;
  if (retryAt === null) return 60;
  return Math.max(1, Math.ceil((Date.parse(retryAt) - now) / 1000));
}
