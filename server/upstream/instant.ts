import { MAX_NOTATION } from './limits.ts';

/** ISO 8601 as servers write it: a day, or a day and a time with or without a zone. */
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(?:(Z)|([+-]\d\d):?(\d\d)?)?)?$/i;

const EARLIEST = Date.parse('0000-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * An instant as `2026-02-04T08:59:51.863Z`, from ISO 8601 text (without a zone: UTC) or from epoch
 * milliseconds; null when it is neither. Other notations stay unread on purpose: whether 02/04 is in February
 * or in April would be a guess.
 */
export function readInstant(value: unknown): string | null {
  const time = typeof value === 'string' ? parse(value) : typeof value === 'number' ? value : Number.NaN;
  return time >= EARLIEST && time <= LATEST ? new Date(time).toISOString() : null;
}

function parse(text: string): number {
  if (text.length > MAX_NOTATION) return Number.NaN;
  const [, day, time, , hours, minutes = '00'] = ISO.exec(text.trim()) ?? [];
  if (day === undefined) return Number.NaN;
  if (time === undefined) return Date.parse(day);
  return Date.parse(`${day}T${time}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
}
