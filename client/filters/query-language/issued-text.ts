import { fold, isDay, isInstant, relativePeriod } from '../../../contract/index.ts';
import type { Filters } from '../change-filters.ts';
import { dayOfFrom, dayOfTo, fromDay, toDay } from '../issue-days.ts';

type Range = Pick<Filters, 'issuedFrom' | 'issuedTo'>;
type End = keyof Range;

/** Forms of a range of issue dates, to complete "issued takes …". */
export const ISSUED_TAKES =
  'today, yesterday, week, month, a day like 2026-02-04, >= or <= before one, or two with .. between them; today-6 is six days ago, week-1 last week';

/**
 * Reads `today`, `2026-02-04`, `>=today-6`, `<=2026-02-28` or `2026-02-01..2026-02-28`. Days are the zone's own;
 * `2026-02-04Z` is a day of UTC, and instants like `2026-02-04T08:59:52Z` are taken too.
 *
 * @returns null for anything else
 */
export function readIssued(text: string, zone: string): Range | null {
  const [, sign, one] = /^(>=|<=)(.*)$/.exec(text) ?? [];
  const [first = '', last, ...others] = text.split('..');
  if (others.length > 0) return null;
  // The running day, week or month has no end: what comes in while it lasts is of it.
  if (isRunning(fold(text))) return { issuedFrom: fold(text), issuedTo: null };
  if (sign !== undefined && one !== undefined) {
    const end = sign === '>=' ? 'issuedFrom' : 'issuedTo';
    const read = readEnd(end, one, zone);
    return read === null ? null : { issuedFrom: null, issuedTo: null, [end]: read };
  }
  if (last === undefined && isInstant(first)) return null;
  const issuedFrom = readEnd('issuedFrom', first, zone);
  const issuedTo = readEnd('issuedTo', last ?? first, zone);
  return issuedFrom === null || issuedTo === null ? null : { issuedFrom, issuedTo };
}

/** The opposite of {@link readIssued}; null for a range without ends. */
export function writeIssued({ issuedFrom, issuedTo }: Range, zone: string): string | null {
  if (issuedFrom === null && issuedTo === null) return null;
  if (issuedTo === null && isRunning(issuedFrom)) return issuedFrom;
  if (issuedTo === null) return `>=${writeEnd('issuedFrom', issuedFrom ?? '', zone)}`;
  const last = writeEnd('issuedTo', issuedTo, zone);
  if (issuedFrom === null) return `<=${last}`;
  const first = writeEnd('issuedFrom', issuedFrom, zone);
  const isOneDay = first === last && !isRunning(first) && !isInstant(first);
  return isOneDay ? first : `${first}..${last}`;
}

/** Whether a text is the running day, week or month. */
function isRunning(text: string | null): text is string {
  return text !== null && relativePeriod(text)?.ago === 0;
}

function readEnd(end: End, text: string, zone: string): string | null {
  const word = fold(text);
  if (word === 'yesterday') return 'today-1';
  if (relativePeriod(word) !== null) return word;
  if (isDay(text)) return end === 'issuedFrom' ? fromDay(text, zone) : toDay(text, zone);
  const utcDay = text.endsWith('Z') ? text.slice(0, -1) : '';
  if (isDay(utcDay)) return utcDay;
  return isInstant(text) ? text : null;
}

function writeEnd(end: End, text: string, zone: string): string {
  if (text === 'today-1') return 'yesterday';
  if (isDay(text)) return `${text}Z`;
  if (!isInstant(text)) return text;
  const calendar = { now: 0, zone };
  const day = end === 'issuedFrom' ? dayOfFrom(text, calendar) : dayOfTo(text, calendar);
  return readEnd(end, day, zone) === text ? day : text;
}
