import { DAY_MS, type ProblemKind, type SnapshotProblem } from '../../contract/index.ts';

/** What is done about a failure: wait for somebody to act, for the next day, or a growing while. */
type Conduct = 'stop' | 'tomorrow' | 'back-off';

const CONDUCT: Readonly<Record<ProblemKind, Conduct>> = {
  'bad-request': 'stop',
  unauthorized: 'stop',
  forbidden: 'stop',
  'not-found': 'stop',
  'licence-used-up': 'tomorrow',
  'budget-used-up': 'tomorrow',
  'rate-limited': 'back-off',
  'server-error': 'back-off',
  timeout: 'back-off',
  network: 'back-off',
  unreadable: 'back-off',
};

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;

/** What trouble needs to know of a failure; an `UpstreamFailure` has it. */
export interface Failure {
  readonly kind: ProblemKind;
  /** One plain sentence without anything that the upstream sent. */
  readonly message: string;
  /** How long we were told to wait; null when nobody said. */
  readonly retryAfterMs: number | null;
}

/** A row of failed reads without a good one between them. */
export interface Trouble {
  readonly kind: ProblemKind;
  readonly message: string;
  /** When the first of them failed, in epoch milliseconds. */
  readonly since: number;
  readonly failures: number;
  /** When to try again, in epoch milliseconds; null when somebody has to act first. */
  readonly retryAt: number | null;
}

/**
 * Adds a failure to the trouble there was.
 *
 * @param random from 0 to 1, so that many processes do not all come back at the same moment
 */
export function afterFailure(
  before: Trouble | null,
  { kind, message, retryAfterMs }: Failure,
  now: number,
  random: number,
): Trouble {
  const failures = (before?.failures ?? 0) + 1;
  const retryAt = { stop: null, tomorrow: nextMidnight(now), 'back-off': now + wait() }[CONDUCT[kind]];
  return { kind, message, since: before?.since ?? now, failures, retryAt };

  function wait(): number {
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
    return Math.max(retryAfterMs ?? 0, Math.round(longest * (0.5 + random / 2)));
  }
}

/** How trouble is told to readers. */
export function toProblem({ kind, message, since, retryAt }: Trouble): SnapshotProblem {
  return { kind, message, since: toIso(since), retryAt: retryAt === null ? null : toIso(retryAt) };
}

function toIso(instant: number): string {
  return new Date(instant).toISOString();
}

/** The vendor does not say when its day begins; ours does at midnight UTC, as does the count of our calls. */
function nextMidnight(now: number): number {
  return (Math.floor(now / DAY_MS) + 1) * DAY_MS;
}
