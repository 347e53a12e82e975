import { FAILURE_KINDS, type FailureKind } from '../../contract/index.ts';
import { UpstreamFailure } from './failure.ts';
import { policyOf } from './failure-kinds.ts';
import { parseRetryAfter } from './retry-after.ts';

const KIND_OF_STATUS: ReadonlyMap<number, FailureKind> = new Map(
  FAILURE_KINDS.flatMap((kind) => (policyOf(kind).statuses ?? []).map((status) => [status, kind] as const)),
);

/** The vendor's error id for used-up calls. With status 403 the same id means a missing permission. */
const LICENCE_USED_UP = '1013';
const HAS_LICENCE_USED_UP = /"id"\s*:\s*"?1013(?!\d)/;

/**
 * The failure that an answer other than 200 is. The status decides; the body is asked only whether a 429 is about the
 * licence, since the vendor's error bodies are often not even JSON.
 *
 * @param headers of the answer, for how long to wait
 * @param now epoch milliseconds by our own clock
 */
export function failureFromResponse(
  status: number,
  body: string,
  headers: Headers,
  now: number,
): UpstreamFailure {
  const kind = status === 429 && isLicenceUsedUp(body) ? 'licence-used-up' : kindOf(status);
  return new UpstreamFailure(kind, { status, retryAfterMs: parseRetryAfter(headers, now) });
}

function kindOf(status: number): FailureKind {
  if (status >= 500) return 'server-error';
  if (status < 400) return 'unreadable';
  return KIND_OF_STATUS.get(status) ?? 'bad-request';
}

/** Whether an error body has the id: in `response.error`, in `error`, or, when it is not JSON, anywhere. */
function isLicenceUsedUp(body: string): boolean {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    // No JSON, but a gateway's page may quote it.
    return HAS_LICENCE_USED_UP.test(body);
  }
  return [errorId(member(parsed, 'response')), errorId(parsed)].includes(LICENCE_USED_UP);
}

function errorId(envelope: unknown): string {
  const id = member(member(envelope, 'error'), 'id');
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
