import { MAX_RETRY_AFTER_MS } from './limits.ts';

/** A wait of up to this long is kept, whoever asks; a call waits for it, too. */
export const MAX_HONORED_WAIT_MS = 60_000;

/** A longer one is kept until somebody asks nonetheless, who may try once in this time. */
export const PROBE_INTERVAL_MS = 10_000;

/** Seconds; some write a fraction or `1e3`, which is no reason to come back at once. */
const SECONDS = /^\d+(?:\.\d+)?(?:e\+?\d+)?$/i;

/** As HTTP writes dates, the older forms included. */
const HTTP_DATE = /^[A-Z][a-z]{2,8},? .*GMT$/;

/**
 * Milliseconds to wait by an answer's `Retry-After`, a day at most; null when it has none that can be read. A date in it
 * is reckoned from the `Date` of the same answer, where there is one: the two are of one clock, and ours may be wrong.
 *
 * @param now epoch milliseconds by our own clock
 */
export function parseRetryAfter(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (SECONDS.test(text)) return capped(Number(text) * 1000);
  const at = parseDate(text);
  return at === null ? null : capped(at - (parseDate(headers.get('date') ?? '') ?? now));
}

function capped(milliseconds: number): number {
  return Math.min(Math.max(0, Math.ceil(milliseconds)), MAX_RETRY_AFTER_MS);
}

function parseDate(text: string): number | null {
  const at = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
