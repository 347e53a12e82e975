import { monitorEventLoopDelay } from 'node:perf_hooks';

/** The load of a process between two questions of its parent. */
export interface ProcessLoad {
  /** The most memory beyond what there was at the start, in bytes. */
  readonly extraBytes: number;
  /** The longest time for which nothing else had a turn, in milliseconds. */
  readonly longestStop: number;
}

const SAMPLE_MS = 5;

/** Answers each message of the parent with the load since the one before. */
export function tellLoad(): void {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  let before = process.memoryUsage.rss();
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  setInterval(look, SAMPLE_MS).unref();
  process.on('message', () => {
    look();
    const load: ProcessLoad = { extraBytes: most - before, longestStop: delays.max / 1e6 };
    // What was needed once is left to the next, and would hide what that needs.
    globalThis.gc?.();
    before = process.memoryUsage.rss();
    most = before;
    delays.reset();
    process.send?.(load);
  });
}
