import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../snapshot/steps.ts';

/** Does all steps, with the event loop free between them, and gives their result. */
export async function runSteps<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
