import type { ProblemKind } from '../../contract/index.ts';
import { UpstreamFailure } from './failure.ts';

const KIND_OF_STATUS: Readonly<Record<number, ProblemKind>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  429: 'rate-limited',
};

/** The vendor's error id for used-up calls. With status 403 the same id means a missing permission. */
const LICENCE_USED_UP = '1013';

/**
 * What an answer other than 200 means. The status decides; the body is asked only whether a 429 is about the
 * licence, since the vendor's error bodies are often not even JSON.
 *
 * @param retryAfter the header of that name, as sent
 * @param now epoch milliseconds, to reckon a date in it
 */
export function failureOf(
  status: number,
  body: string,
  retryAfter: string | null,
  now: number,
): UpstreamFailure {
  const kind = status === 429 && hasErrorId(body, LICENCE_USED_UP) ? 'licence-used-up' : kindOf(status);
  return new UpstreamFailure(kind, { status, retryAfterMs: waitOf(retryAfter, now) });
}

function kindOf(status: number): ProblemKind {
  if (status >= 500) return 'server-error';
  if (status < 400) return 'unreadable';
  return KIND_OF_STATUS[status] ?? 'bad-request';
}

/** Whether an error body has that id: in `response.error`, in `error`, or, when it is not JSON, anywhere. */
function hasErrorId(body: string, id: string): boolean {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return new RegExp(`"id"\\s*:\\s*"?${id}(?!\\d)`).test(body);
  }
  return [errorId(member(parsed, 'response')), errorId(parsed)].includes(id);
}

function errorId(envelope: unknown): string {
  return String(member(member(envelope, 'error'), 'id'));
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** Milliseconds to wait by a `Retry-After` of whole seconds or an HTTP date; null when it is neither. */
function waitOf(retryAfter: string | null, now: number): number | null {
  if (retryAfter === null) return null;
  const text = retryAfter.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = /^[A-Z][a-z]{2,8},? .*GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
