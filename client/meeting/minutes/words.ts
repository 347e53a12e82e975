import { dayIn } from '../../../contract/index.ts';
import { formatDay, formatExact, formatMoment } from '../../format/dates.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { oneLine } from '../../format/one-line.ts';
import { carriedWords } from '../record/begin.ts';
import { type Line, type Minutes, OUTCOME_WORDS, OUTCOMES, type Tally } from './minutes.ts';

/** What ends every form of the minutes. */
export const NOT_SENT =
  'Decided in a meeting and noted in Loopdesk. Nothing of this was sent to QuestionPro.';

/** Who reads the minutes, and where a ticket is to be found. */
export interface Reading {
  /** The IANA time zone to tell instants in. */
  readonly zone: string;
  /** A ticket's address in QuestionPro; null when none is configured. */
  readonly linkOf: (ticket: number) => string | null;
}

/** `Boston 311 · 24 Nov 2026, 10:02 CET to 10:41 · tickets as of 24 Nov 2026, 10:01 CET`. */
export function whenWords({ workspaceName, startedAt, endedAt, takenAt }: Minutes, zone: string): string {
  const ended = endedAt === null ? '' : ` to ${endWords(startedAt, endedAt, zone)}`;
  const taken = takenAt === null ? '' : ` · tickets as of ${formatExact(takenAt, zone)}`;
  return `${oneLine(workspaceName)} · ${formatExact(startedAt, zone)}${ended}${taken}`;
}

function endWords(startedAt: string, endedAt: string, zone: string): string {
  const [start, end] = [Date.parse(startedAt), Date.parse(endedAt)];
  return dayIn(start, zone) === dayIn(end, zone)
    ? formatMoment(endedAt, start, zone)
    : formatExact(endedAt, zone);
}

/** `23 tickets: 12 discussed, 4 to follow up, 2 skipped, 5 not reached`. */
export function tallyWords({ total, counts }: Tally): string {
  const parts = OUTCOMES.map((outcome) => `${formatCount(counts[outcome])} ${lower(outcome)}`);
  return `${formatCountOf(total, 'ticket')}: ${parts.join(', ')}`;
}

function lower(outcome: (typeof OUTCOMES)[number]): string {
  return OUTCOME_WORDS[outcome].toLowerCase();
}

/** `Ann Müller, by 4 Feb 2026`; '' when neither is noted. */
export function taskWords({ note: { owner, due } }: Line): string {
  const by = due === '' ? '' : `by ${formatDay(due, 'UTC')}`;
  return [oneLine(owner), by].filter((part) => part !== '').join(', ');
}

/** What is said of an unreached ticket's past, and of what it will be; '' for the first time. */
export function carriedNote({ carried }: Line): string {
  return carriedWords(carried);
}
