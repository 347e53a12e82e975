import { addDays, isDay } from '../../../contract/index.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Days of the words that count from today. */
const WORDS: Readonly<Record<string, number>> = { today: 0, tod: 0, tomorrow: 1, tom: 1, tmr: 1 };

/** A farther day is a slip of the keyboard. */
const MOST_DAYS = 3_660;

/**
 * Reads a due date as people write it: `fri`, `next mon`, `tomorrow`, `+7`, `2w`, `12 dec`, `2026-02-04`. A weekday is the
 * next one after today, `next` is that of the week from Monday on; a day without a year is the next one.
 *
 * @param today a day like `2026-02-04`
 * @returns a day of that form, '' for an empty text, null for what is no day
 */
export function parseDue(text: string, today: string): string | null {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (words === '' || isDay(words)) return words;
  return (
    fromCount(words, today) ?? fromWeekday(words, today) ?? fromMonth(words, today) ?? fromDots(words, today)
  );
}

function fromCount(words: string, today: string): string | null {
  const named = Object.hasOwn(WORDS, words) ? WORDS[words] : undefined;
  if (named !== undefined) return addDays(today, named);
  const [, digits, unit = 'd'] = /^(?:\+|in )? ?(\d{1,4}) ?(d|days?|w|weeks?)?$/.exec(words) ?? [];
  if (digits === undefined) return null;
  const days = Number(digits) * (unit.startsWith('w') ? 7 : 1);
  return days <= MOST_DAYS ? addDays(today, days) : null;
}

function fromWeekday(words: string, today: string): string | null {
  const [, which, name = ''] = /^(?:(next|this|on) )?([a-z]{2,9})$/.exec(words) ?? [];
  const weekday = WEEKDAYS.findIndex((known) => known.startsWith(name) && name.length >= 2);
  if (name === '' || weekday < 0) return null;
  const now = new Date(today).getUTCDay();
  if (which !== 'next') return addDays(today, ((weekday - now + 6) % 7) + 1);
  const nextMonday = addDays(today, ((1 - now + 6) % 7) + 1);
  return addDays(nextMonday, (weekday + 6) % 7);
}

function fromMonth(words: string, today: string): string | null {
  const [, before, month = '', after, year] =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?\.? )?([a-z]{3,9})\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?(?:,? (\d{4}))?$/.exec(
      words,
    ) ?? [];
  const place = MONTHS.findIndex((name) => name.startsWith(month) && month !== '');
  if (place < 0 || (before === undefined) === (after === undefined)) return null;
  return dayOf(Number(before ?? after), place + 1, year, today);
}

/** `12.2.` or `12.2.2027`, day before month as everywhere in the product. */
function fromDots(words: string, today: string): string | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.?(\d{4})?$/.exec(words) ?? [];
  return day === undefined ? null : dayOf(Number(day), Number(month), year, today);
}

function dayOf(day: number, month: number, year: string | undefined, today: string): string | null {
  const first = Number(year ?? today.slice(0, 4));
  // The 29th of February may be some years away.
  const years = year === undefined ? Array.from({ length: 9 }, (_, more) => first + more) : [first];
  const written = years.map((one) => `${String(one).padStart(4, '0')}-${pad(month)}-${pad(day)}`);
  return written.find((one) => isDay(one) && (year !== undefined || one >= today)) ?? null;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
