/** The wishes of a run of a benchmark. */
export interface BenchOptions {
  /** The rest of the command line, after the topic. */
  readonly args: readonly string[];
  /** Whether it is only to be tried: in sizes that take seconds, and whose figures say nothing. */
  readonly tiny: boolean;
}
