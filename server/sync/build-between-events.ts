import { setImmediate } from 'node:timers/promises';
import { buildSnapshotInSteps, type Snapshot, type SnapshotInput } from '../snapshot/snapshot.ts';

/** Builds in steps, with the event loop free between them: answers do not wait for a large snapshot. */
export async function buildBetweenEvents(input: SnapshotInput): Promise<Snapshot> {
  const steps = buildSnapshotInSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
