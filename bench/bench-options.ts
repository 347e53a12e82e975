/** The wishes of a run of a benchmark. */
export interface BenchOptions {
  /** What stands behind the topic on the command line. */
  readonly args: readonly string[];
  /** Whether it is only to be tried: in sizes that take seconds, and whose figures say nothing. */
  readonly tiny: boolean;
}
