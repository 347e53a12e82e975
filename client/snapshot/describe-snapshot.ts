import type { Calendar, SnapshotStatus } from '../../contract/index.ts';
import { formatElapsed, formatMoment } from '../format/dates.ts';
import { formatCount, formatCountOf } from '../format/numbers.ts';

/** Summary of the data's state, most important first. */
export interface SnapshotSummary {
  /** `busy` while it comes in, `warn` when something is missing, `fail` when it cannot be read. */
  readonly tone: 'good' | 'busy' | 'warn' | 'fail';
  /** A few words for the header: `Updated 27 s ago`. */
  readonly short: string;
  /** The age alone, for a phone: `27 s`, or the time; null where there is none. */
  readonly age: string | null;
  /** Whether the reader needs to know more than that: it is then told in a line of its own. */
  readonly isTrouble: boolean;
  /** One plain sentence. */
  readonly sentence: string;
  /** Consequences, and the next step. */
  readonly details: readonly string[];
}

/** Failure to reach Loopdesk's server, as sentences; null while it answers. */
export type SnapshotFailure = {
  /** `Can’t reach Loopdesk.` */
  readonly sentence: string;
  /** The list on screen: another query's, the last one of this query, or none. */
  readonly list: 'previous' | 'last' | null;
} | null;

/** Puts the state of the data into words, for a reader at that time and in that zone. */
export function describeSnapshot(
  status: SnapshotStatus,
  calendar: Calendar,
  failure: SnapshotFailure,
): SnapshotSummary {
  if (failure !== null) return describeFailure(status, calendar, failure);
  if (status.problem !== null) return describeProblem(status, status.problem, calendar);
  if (status.state === 'loading') return describeLoading(status);
  const unrecorded = describeUnrecorded(status, calendar);
  if (unrecorded !== null) {
    const rest = status.whole ? [] : [extent(status)];
    return { ...unrecorded, details: [...unrecorded.details, ...rest, ...callsLeft(status)] };
  }
  const scarce = callsLeft(status);
  return {
    tone: status.whole && scarce.length === 0 ? toneOf(status) : 'warn',
    short: age(status, calendar),
    age: elapsed(status, calendar),
    isTrouble: !status.whole || scarce.length > 0,
    sentence: `${age(status, calendar)} · ${extent(status)}`,
    details: [
      ...(status.whole ? [] : ['What could not be read is missing from lists and counts.']),
      status.state === 'refreshing' ? 'Refreshing…' : nextRefresh(status, calendar),
      ...scarce,
    ],
  };
}

function toneOf({ state }: SnapshotStatus): 'good' | 'busy' {
  return state === 'refreshing' ? 'busy' : 'good';
}

const LISTS = {
  previous: 'This is the previous list: what you have changed is not applied yet',
  last: 'The last list stays',
};

function describeFailure(
  { takenAt }: SnapshotStatus,
  { now, zone }: Calendar,
  { sentence, list }: NonNullable<SnapshotFailure>,
): SnapshotSummary {
  const at = takenAt === null ? null : formatMoment(takenAt, now, zone);
  const taken = at === null ? [] : [`Snapshot ${at}`];
  const short = taken[0] ?? 'No data yet';
  const details = list === null ? [] : [LISTS[list], ...taken];
  return { tone: 'fail', short, age: at, isTrouble: true, sentence, details };
}

function describeProblem(
  status: SnapshotStatus,
  problem: NonNullable<SnapshotStatus['problem']>,
  calendar: Calendar,
): SnapshotSummary {
  const next =
    problem.retryAt === null
      ? 'No more calls are made until someone asks for a refresh.'
      : `Next try at ${formatMoment(problem.retryAt, calendar.now, calendar.zone)}.`;
  return {
    tone: 'fail',
    short: age(status, calendar),
    age: elapsed(status, calendar),
    isTrouble: true,
    sentence: `${problem.message} It has been so since ${formatMoment(problem.since, calendar.now, calendar.zone)}.`,
    details: [
      ...shown(status, calendar),
      next,
      ...(status.recording?.problem ? ['Nothing is being recorded either.'] : []),
      ...callsLeft(status),
    ],
  };
}

/** The failure to record what is read; null where it is recorded, or nothing says so. */
function describeUnrecorded(status: SnapshotStatus, calendar: Calendar): SnapshotSummary | null {
  const problem = status.recording?.problem ?? null;
  if (problem === null) return null;
  const since = formatMoment(problem.since, calendar.now, calendar.zone);
  return {
    tone: 'warn',
    short: age(status, calendar),
    age: elapsed(status, calendar),
    isTrouble: true,
    sentence: `Nothing is being recorded since ${since}: ${problem.message}`,
    details: ['Lists go on.'],
  };
}

function describeLoading(status: SnapshotStatus): SnapshotSummary {
  if (status.total === null && status.loaded === 0) {
    return {
      tone: 'busy',
      short: 'Reading tickets',
      age: null,
      isTrouble: true,
      sentence: 'Asking QuestionPro for the first tickets',
      details: callsLeft(status),
    };
  }
  const of = status.total === null ? 'so far' : `of ${formatCount(status.total)}`;
  return {
    tone: 'busy',
    short: `${formatCount(status.loaded)} read`,
    age: null,
    isTrouble: true,
    sentence: `Reading tickets: ${formatCount(status.loaded)} ${of}`,
    details: ['Lists and counts cover what is there.', ...callsLeft(status)],
  };
}

function shown(status: SnapshotStatus, calendar: Calendar): string[] {
  if (status.takenAt === null) return [];
  return [
    `The list shows ${extent(status)} at ${formatMoment(status.takenAt, calendar.now, calendar.zone)}.`,
  ];
}

function age(status: SnapshotStatus, calendar: Calendar): string {
  const known = elapsed(status, calendar);
  return known === null ? 'No data yet' : `Updated ${known} ago`;
}

function elapsed({ takenAt }: SnapshotStatus, { now }: Calendar): string | null {
  return takenAt === null ? null : formatElapsed(now - Date.parse(takenAt));
}

/** Number of tickets read, of how many: `all 31,606 tickets read`. */
export function extent({ whole, loaded, total }: SnapshotStatus): string {
  if (whole) return `all ${formatCountOf(loaded, 'ticket')} read`;
  if (total === null)
    return `${formatCountOf(loaded, 'ticket')} (QuestionPro does not say how many there are)`;
  if (loaded >= total) return `${formatCountOf(loaded, 'ticket')}, not all of them refreshed`;
  return `${formatCount(loaded)} of ${formatCountOf(total, 'ticket')} read`;
}

/** A length of time for a sentence: `45 seconds`, `12 minutes`, `3 hours`. */
export function formatSpan(seconds: number): string {
  if (seconds < 120) return formatCountOf(Math.round(seconds), 'second');
  if (seconds < 7200) return formatCountOf(Math.round(seconds / 60), 'minute');
  return formatCountOf(Math.round(seconds / 3600), 'hour');
}

/** A limit of time for a sentence, never told as less: `45 seconds`, and from a minute on whole minutes or hours. */
export function formatLimit(seconds: number): string {
  if (seconds <= 60) return formatCountOf(Math.ceil(seconds), 'second');
  if (seconds <= 7200) return formatCountOf(Math.ceil(seconds / 60), 'minute');
  return formatCountOf(Math.ceil(seconds / 3600), 'hour');
}

function nextRefresh({ nextRefreshAt }: SnapshotStatus, calendar: Calendar): string {
  if (nextRefreshAt === null) return 'No refresh planned';
  const wait = Date.parse(nextRefreshAt) - calendar.now;
  return wait <= 1000 ? 'Next refresh now' : `Next refresh in ${formatElapsed(wait)}`;
}

/** Share of the day's calls below which the rest is told in a line; else it is in the data's status. */
const SCARCE = 1 / 5;

function callsLeft({ calls: { today, perDay } }: SnapshotStatus): string[] {
  const left = Math.max(0, perDay - today);
  return left < perDay * SCARCE
    ? [`${formatCount(left)} of today’s ${formatCountOf(perDay, 'call')} left`]
    : [];
}
