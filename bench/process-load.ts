import { monitorEventLoopDelay } from 'node:perf_hooks';

/** The load of a process between two questions of its parent. */
export interface ProcessLoad {
  /** The most memory in use beyond what there was at the start, in bytes; what is yet to be collected counts. */
  readonly extraBytes: number;
  /** The longest time for which nothing else had a turn, in milliseconds. */
  readonly longestStop: number;
}

const SAMPLE_MS = 10;

/** Answers each message of the parent with the load since the one before. Until the first nothing is sampled: it takes time. */
export function tellLoad(): void {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  let before = usedBytes();
  let most = before;
  const look = () => {
    most = Math.max(most, usedBytes());
  };
  process.once('message', () => {
    delays.enable();
    setInterval(look, SAMPLE_MS).unref();
  });
  process.on('message', () => {
    look();
    const load: ProcessLoad = { extraBytes: most - before, longestStop: delays.max / 1e6 };
    globalThis.gc?.();
    // The collection is a stop of ours, and is over by then.
    setTimeout(() => {
      before = usedBytes();
      most = before;
      delays.reset();
      process.send?.(load);
    }, SAMPLE_MS);
  });
}

/** Not what the system has given the process: that is rarely given back, and would hide what a file needs. */
function usedBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
