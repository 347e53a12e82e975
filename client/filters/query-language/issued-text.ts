import { fold, isDay, isInstant, relativeDay } from '../../../contract/index.ts';
import type { Filters } from '../change-filters.ts';
import { dayOfFrom, dayOfTo, fromDay, toDay } from '../issue-days.ts';

type Range = Pick<Filters, 'issuedFrom' | 'issuedTo'>;
type End = keyof Range;

/** Forms of a range of issue dates, to complete "issued takes …". */
export const ISSUED_TAKES =
  'today, yesterday, a day like 2026-02-04, >= or <= before one, or two with .. between them; today-6 is six days ago';

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
  // Today has no last day: what comes in while it lasts is of today.
  if (fold(text) === 'today') return { issuedFrom: 'today', issuedTo: null };
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
  if (issuedFrom === 'today' && issuedTo === null) return 'today';
  if (issuedTo === null) return `>=${writeEnd('issuedFrom', issuedFrom ?? '', zone)}`;
  const last = writeEnd('issuedTo', issuedTo, zone);
  if (issuedFrom === null) return `<=${last}`;
  const first = writeEnd('issuedFrom', issuedFrom, zone);
  const isOneDay = first === last && first !== 'today' && !isInstant(first);
  return isOneDay ? first : `${first}..${last}`;
}

function readEnd(end: End, text: string, zone: string): string | null {
  const word = fold(text);
  if (word === 'yesterday') return 'today-1';
  if (relativeDay(word, { now: 0, zone }) !== null) return word;
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
