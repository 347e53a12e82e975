import type { FailureKind } from '../../contract/index.ts';

/**
 * What each kind of failure means and who can end it, in plain words for the reader of a screen or a log.
 * Nothing in here comes from the upstream.
 */
export const FAILURE_SENTENCES: Readonly<Record<FailureKind, string>> = {
  'bad-request':
    'QuestionPro did not accept the way Loopdesk asked for tickets. This is a fault of Loopdesk or of its settings.',
  unauthorized: 'QuestionPro has refused the API key. Ask whoever runs Loopdesk to check it.',
  forbidden:
    'QuestionPro does not let the API key read this workspace. Ask whoever runs Loopdesk to have access given.',
  'not-found':
    'QuestionPro does not know this workspace. Ask whoever runs Loopdesk to check its id and the base URL.',
  'rate-limited': 'QuestionPro asks for fewer calls for a while. Loopdesk waits and then goes on.',
  'licence-used-up':
    'The API calls that the QuestionPro licence includes are used up. Ask your QuestionPro account representative for more.',
  'budget-used-up':
    'Loopdesk has made all the calls to QuestionPro that it allows itself in a day. It goes on at midnight UTC.',
  'server-error': 'QuestionPro is having trouble of its own. Loopdesk tries again by itself.',
  timeout: 'QuestionPro did not answer in time. Loopdesk tries again by itself.',
  network: 'QuestionPro could not be reached, or the connection broke. Loopdesk tries again by itself.',
  unreadable: 'QuestionPro sent an answer that Loopdesk cannot read. Loopdesk tries again by itself.',
};

/** What is known of a failure besides its kind. */
interface FailureDetails {
  readonly status?: number;
  readonly retryAfterMs?: number | null;
  readonly code?: string | null;
}

/**
 * Why tickets could not be read. Its message is one of {@link FAILURE_SENTENCES}; it carries no text, header
 * or cause that came from outside, because an upstream may echo the API key in any of them.
 */
export class UpstreamFailure extends Error {
  override readonly name = 'UpstreamFailure';
  readonly kind: FailureKind;
  /** The HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** How long we were told to wait, in milliseconds; null when nobody said. */
  readonly retryAfterMs: number | null;
  /** The system's code of a broken connection, like `ECONNREFUSED`, for the log; null otherwise. */
  readonly code: string | null;

  constructor(kind: FailureKind, details: FailureDetails = {}) {
    super(FAILURE_SENTENCES[kind]);
    this.kind = kind;
    this.status = details.status ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.code = details.code ?? null;
  }
}
