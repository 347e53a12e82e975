import { Gauge, type Registry } from 'prom-client';
import { FAILURE_KINDS } from '../../contract/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { ReadingStatus, SnapshotSource } from '../snapshot/source.ts';

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
export function observeSources(
  registry: Registry,
  sources: readonly SnapshotSource[],
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
        for (const source of sources) {
          const newest = source.newest();
          const ageMs = newest === null ? null : now() - source.takenAt(newest);
          const value = read(source.status(), newest, ageMs);
          if (value !== null) this.set({ workspace: source.workspace.id }, value);
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
      for (const source of sources) {
        const { problem } = source.status();
        for (const kind of FAILURE_KINDS) {
          this.set({ workspace: source.workspace.id, kind }, Number(problem?.kind === kind));
        }
      }
    },
  });
  const [first] = sources;
  if (first !== undefined) observeCalls(registry, first);
}

/** Every source tells the calls of the whole process. */
function observeCalls(registry: Registry, source: SnapshotSource): void {
  const gauge = (name: string, help: string, read: (calls: ReadingStatus['calls']) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read(source.status().calls));
      },
    });
  gauge('loopdesk_upstream_calls_today', 'Calls in this UTC day.', ({ today }) => today);
  gauge('loopdesk_upstream_calls_per_day', 'Calls allowed in a day.', ({ perDay }) => perDay);
  gauge('loopdesk_upstream_calls_left_today', 'Calls left in this UTC day.', ({ today, perDay }) =>
    Math.max(0, perDay - today),
  );
  gauge('loopdesk_upstream_calls_last_minute', 'Calls in the last minute.', ({ lastMinute }) => lastMinute);
}
