const WINDOW_MS = 60_000;

/** Figures of the calls, so that a caller's promises can be checked from outside. */
export interface CallReport {
  readonly total: number;
  /** The most in any 60 seconds. */
  readonly mostInAMinute: number;
  /** The most that were open at the same time. */
  readonly mostAtOnce: number;
}

/** Counts the calls that arrive. */
export interface CallCount {
  /** Told when a call arrives; what it answers is told when that call has ended. */
  arrived(): () => void;
  report(): CallReport;
  reset(): void;
}

/** @param now epoch milliseconds */
export function createCallCount(now: () => number = Date.now): CallCount {
  let recent: number[] = [];
  let open = 0;
  let report: CallReport = { total: 0, mostInAMinute: 0, mostAtOnce: 0 };
  return {
    arrived() {
      const time = now();
      recent = recent.filter((call) => call > time - WINDOW_MS);
      recent.push(time);
      open++;
      report = {
        total: report.total + 1,
        mostInAMinute: Math.max(report.mostInAMinute, recent.length),
        mostAtOnce: Math.max(report.mostAtOnce, open),
      };
      return () => {
        open--;
      };
    },
    report: () => report,
    reset() {
      recent = [];
      report = { total: 0, mostInAMinute: 0, mostAtOnce: open };
    },
  };
}
