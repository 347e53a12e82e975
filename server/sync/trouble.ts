import { DAY_MS, type ProblemKind, type SnapshotProblem, type Workspace } from '../../contract/index.ts';
import { CircuitOpen } from '../upstream/circuit.ts';
import { UpstreamFailure } from '../upstream/failure.ts';

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

/** Nobody means to stop us for longer, and a timer cannot. */
const LONGEST_TOLD_MS = DAY_MS;

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
  /** Until when nobody's wish changes that: the upstream told us how long, or is down. Epoch milliseconds. */
  readonly heldUntil: number;
}

/**
 * Adds a failure to the trouble there was.
 *
 * @param random from 0 to 1, so that many processes do not all come back at the same moment
 * @param earliest when the next read is due anyway: before that, trouble of a few pages is no reason for one
 */
export function afterFailure(
  before: Trouble | null,
  { kind, message, retryAfterMs }: Failure,
  now: number,
  random: number,
  earliest = 0,
): Trouble {
  const failures = (before?.failures ?? 0) + 1;
  const told = Math.min(retryAfterMs ?? 0, LONGEST_TOLD_MS);
  const backOff = Math.max(earliest, now + Math.max(told, backOffMs(failures, random)));
  const retryAt = { stop: null, tomorrow: nextMidnight(now), 'back-off': backOff }[CONDUCT[kind]];
  const heldUntil = kind === 'rate-limited' ? backOff : now + told;
  return { kind, message, since: before?.since ?? now, failures, retryAt, heldUntil };
}

function backOffMs(failures: number, random: number): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
  return Math.round(longest * (0.5 + random / 2));
}

/**
 * Whether a failure may be that page's alone, so that the others are still worth asking for. When not even a
 * first page is answered, that is nothing about the page.
 */
export function isTroubleOfOnePage(error: unknown, page: number): error is UpstreamFailure {
  if (!(error instanceof UpstreamFailure) || error instanceof CircuitOpen) return false;
  const answered: readonly ProblemKind[] = ['server-error', 'unreadable'];
  const unanswered: readonly ProblemKind[] = ['timeout', 'network'];
  return answered.includes(error.kind) || (page > 1 && unanswered.includes(error.kind));
}

/** What failed, as readers are told it: where it is about one workspace, with the name that we gave it. */
export function sentenceOf({ kind, message }: Failure, { id, name }: Workspace): string {
  if (kind !== 'not-found' && kind !== 'forbidden') return message;
  return message.replace(
    'this workspace',
    id === name ? `the workspace ${id}` : `the workspace ${name} (${id})`,
  );
}

/** What a failure of some pages means, when all others could be read. */
export function sentenceOfPages({ message }: Failure, pages: number): string {
  const some = pages === 1 ? 'One page of tickets' : `${pages} pages of tickets`;
  return `${some} could not be read, so some tickets are missing or as they were before. ${message}`;
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
