import { Worker } from 'node:worker_threads';
import type { WorkerInput } from '../embedded/messages.ts';

/** Starts the database's thread as it was built before the tests, in half of the time that it takes from sources. */
export function startWorker(workerData: WorkerInput): Worker {
  return new Worker(new URL('../../../dist/test-programs/store-worker.js', import.meta.url), { workerData });
}
