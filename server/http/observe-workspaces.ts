import { Gauge, type Registry } from 'prom-client';
import { FAILURE_KINDS } from '../../contract/index.ts';
import type { ReadingStatus, ReadingStatusSource, ServedWorkspace } from '../snapshot/ports.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** The ports of a workspace that its figures are read from. */
export type ObservedWorkspace = Pick<ServedWorkspace, 'workspace' | 'snapshots' | 'reading'>;

/** A figure of a workspace, read when it is asked for; null where there is none. */
interface Figure {
  readonly name: string;
  readonly help: string;
  readonly read: (status: ReadingStatus, newest: Snapshot | null, ageMs: number | null) => number | null;
}

const FIGURES: readonly Figure[] = [
  {
    name: 'loopdesk_snapshot_age_seconds',
    help: 'Since the read of the newest snapshot began.',
    read: (_status, _newest, ageMs) => (ageMs === null ? null : ageMs / 1000),
  },
  {
    name: 'loopdesk_snapshot_tickets',
    help: 'Tickets in the newest snapshot.',
    read: (_status, newest) => newest?.tickets.length ?? 0,
  },
  {
    name: 'loopdesk_snapshot_whole',
    help: '1 when the newest snapshot has every ticket.',
    read: (_status, newest) => Number(newest?.whole ?? false),
  },
  {
    name: 'loopdesk_refresh_planned',
    help: '1 while somebody watches and nothing has stopped the calls.',
    read: ({ nextRefreshAt }) => Number(nextRefreshAt !== null),
  },
  {
    name: 'loopdesk_refresh_interval_seconds',
    help: 'The interval in force between two reads while somebody watches.',
    read: ({ refresh }) => refresh.everySeconds,
  },
  {
    name: 'loopdesk_change_seen_within_seconds',
    help: 'No change of a ticket stays unseen longer while somebody watches and QuestionPro answers.',
    read: ({ refresh }) => refresh.seenWithinSeconds,
  },
  {
    name: 'loopdesk_refresh_price_calls',
    help: 'Calls that reading all tickets costs.',
    read: ({ refresh }) => refresh.price,
  },
];

/**
 * Has a registry report these workspaces and the calls that they cost.
 *
 * @param now epoch milliseconds
 */
export function observeWorkspaces(
  registry: Registry,
  workspaces: readonly ObservedWorkspace[],
  now: () => number,
): void {
  const registers = [registry];
  for (const { name, help, read } of FIGURES) {
    new Gauge({
      name,
      help,
      labelNames: ['workspace'],
      registers,
      collect() {
        for (const { workspace, snapshots, reading } of workspaces) {
          const newest = snapshots.newest();
          const ageMs = newest === null ? null : now() - snapshots.takenAt(newest);
          const value = read(reading.status(), newest, ageMs);
          if (value !== null) this.set({ workspace: workspace.id }, value);
        }
      },
    });
  }
  new Gauge({
    name: 'loopdesk_upstream_problem',
    help: '1 for the kind of problem that keeps a workspace from being read.',
    labelNames: ['workspace', 'kind'],
    registers,
    collect() {
      for (const { workspace, reading } of workspaces) {
        const { problem } = reading.status();
        for (const kind of FAILURE_KINDS) {
          this.set({ workspace: workspace.id, kind }, Number(problem?.kind === kind));
        }
      }
    },
  });
  const [first] = workspaces;
  if (first !== undefined) observeCalls(registry, first.reading);
}

/** Every workspace's status tells the calls of the whole process. */
function observeCalls(registry: Registry, reading: ReadingStatusSource): void {
  const gauge = (name: string, help: string, read: (calls: ReadingStatus['calls']) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read(reading.status().calls));
      },
    });
  gauge('loopdesk_upstream_calls_today', 'Calls in this UTC day.', ({ today }) => today);
  gauge('loopdesk_upstream_calls_per_day', 'Calls allowed in a day.', ({ perDay }) => perDay);
  gauge('loopdesk_upstream_calls_left_today', 'Calls left in this UTC day.', ({ today, perDay }) =>
    Math.max(0, perDay - today),
  );
  gauge('loopdesk_upstream_calls_last_minute', 'Calls in the last minute.', ({ lastMinute }) => lastMinute);
}
