import { Worker } from 'node:worker_threads';
import type { WorkerInput } from './messages.ts';

/** Starts the database's thread. It is built beside what loads it; from sources it is run by what runs them. */
export function startWorker(workerData: WorkerInput): Worker {
  const built = import.meta.url.endsWith('.js');
  return built
    ? new Worker(new URL('./store-worker.js', import.meta.url), { workerData })
    : new Worker(
        `import('tsx/esm/api').then(({ tsImport }) => tsImport('./worker.ts', '${import.meta.url}'))`,
        { workerData, eval: true },
      );
}
