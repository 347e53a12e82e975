import { Counter, Gauge, type Registry } from 'prom-client';
import type { RecordedWorkspace } from './recorded-workspace.ts';

/** The ports of a workspace that the figures of its recording are read from. */
export type ObservedRecording = Pick<RecordedWorkspace, 'workspace' | 'recording'>;

const OUTCOMES = ['recorded', 'conflict', 'full', 'away', 'broken'];

/** Counts the attempts to record a read, by workspace and outcome. */
export function countRecordings(registry: Registry): (workspace: string, outcome: string) => void {
  const counter = new Counter({
    name: 'loopdesk_recordings_total',
    help: 'Attempts to record a read, by how they ended.',
    labelNames: ['workspace', 'outcome'],
    registers: [registry],
  });
  const known = new Set<string>();
  return (workspace, outcome) => {
    // A first failure is an increase only where there was a zero before it.
    if (!known.has(workspace)) for (const each of OUTCOMES) counter.inc({ workspace, outcome: each }, 0);
    known.add(workspace);
    counter.inc({ workspace, outcome });
  };
}

/**
 * Has a registry report what is recorded of these workspaces.
 *
 * @param now epoch milliseconds
 */
export function observeRecordings(
  registry: Registry,
  workspaces: readonly ObservedRecording[],
  now: () => number,
): void {
  const gauge = (
    name: string,
    help: string,
    read: (recording: ObservedRecording['recording']) => number | null,
  ) =>
    new Gauge({
      name,
      help,
      labelNames: ['workspace'],
      registers: [registry],
      collect() {
        for (const { workspace, recording } of workspaces) {
          const value = read(recording);
          if (value !== null) this.set({ workspace: workspace.id }, value);
        }
      },
    });
  gauge('loopdesk_recording_age_seconds', 'Since the last read that was recorded began.', (recording) => {
    const { lastAt } = recording.status();
    return lastAt === null ? null : (now() - Date.parse(lastAt)) / 1000;
  });
  gauge('loopdesk_recording_failing', '1 while reads cannot be recorded.', (recording) =>
    Number(recording.status().problem !== null),
  );
}
