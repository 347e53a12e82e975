import type { FailureKind } from '../../contract/index.ts';
import { policyOf } from './failure-kinds.ts';

/** Facts about a failure besides its kind. */
interface FailureDetails {
  readonly status?: number;
  readonly retryAfterMs?: number | null;
  readonly code?: string | null;
}

/**
 * Reason why tickets could not be read. Its message is its policy's; it carries no text, header or cause from
 * outside, because an upstream may echo the API key in any of them.
 */
export class UpstreamFailure extends Error {
  override readonly name = 'UpstreamFailure';
  readonly kind: FailureKind;
  /** The HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** Milliseconds that we were told to wait; null when nobody said. */
  readonly retryAfterMs: number | null;
  /** The system's code of a broken connection, like `ECONNREFUSED`, for the log; null otherwise. */
  readonly code: string | null;

  constructor(kind: FailureKind, details: FailureDetails = {}) {
    super(policyOf(kind).message);
    this.kind = kind;
    this.status = details.status ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.code = details.code ?? null;
  }
}
