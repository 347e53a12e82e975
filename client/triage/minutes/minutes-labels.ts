import { dayIn } from '../../../contract/index.ts';
import { formatDay, formatExact, formatMoment } from '../../format/dates.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { oneLine } from '../../format/one-line.ts';
import { carriedOverLabel } from '../model/carried-over-label.ts';
import { type Minutes, type MinutesLine, OUTCOME_LABELS, OUTCOMES, type Tally } from './minutes.ts';

/** The closing line of every format. */
export const NOT_SENT =
  'Decided in a meeting and noted in Loopdesk. Nothing of this was sent to QuestionPro.';

/** The reader's zone, and links to tickets. */
export interface MinutesContext {
  /** The IANA time zone to tell instants in. */
  readonly zone: string;
  /** A ticket's address in QuestionPro; null when none is configured. */
  readonly linkOf: (ticket: number) => string | null;
}

/** `Boston 311 · 24 Nov 2026, 10:02 CET to 10:41 · tickets as of 24 Nov 2026, 10:01 CET`. */
export function timeLabel({ workspaceName, startedAt, endedAt, takenAt }: Minutes, zone: string): string {
  const ended = endedAt === null ? '' : ` to ${endLabel(startedAt, endedAt, zone)}`;
  const taken = takenAt === null ? '' : ` · tickets as of ${formatExact(takenAt, zone)}`;
  return `${oneLine(workspaceName)} · ${formatExact(startedAt, zone)}${ended}${taken}`;
}

function endLabel(startedAt: string, endedAt: string, zone: string): string {
  const [start, end] = [Date.parse(startedAt), Date.parse(endedAt)];
  return dayIn(start, zone) === dayIn(end, zone)
    ? formatMoment(endedAt, start, zone)
    : formatExact(endedAt, zone);
}

/** `23 tickets: 12 discussed, 4 to follow up, 2 skipped, 5 not reviewed`. */
export function tallyLabel({ total, counts }: Tally): string {
  const parts = OUTCOMES.map((outcome) => `${formatCount(counts[outcome])} ${lower(outcome)}`);
  return `${formatCountOf(total, 'ticket')}: ${parts.join(', ')}`;
}

function lower(outcome: (typeof OUTCOMES)[number]): string {
  return OUTCOME_LABELS[outcome].toLowerCase();
}

/** `Ann Müller, by 4 Feb 2026`; '' when neither is noted. */
export function taskLabel({ note: { owner, due } }: MinutesLine): string {
  const by = due === '' ? '' : `by ${formatDay(due, 'UTC')}`;
  return [oneLine(owner), by].filter((part) => part !== '').join(', ');
}

/** A note on how often a ticket has been carried over; '' for the first time. */
export function carriedOverNote({ carriedOver }: MinutesLine): string {
  return carriedOverLabel(carriedOver);
}
