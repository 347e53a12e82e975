import type { FailureKind } from '../../contract/index.ts';

/** All that depends on what kind of failure it was. A new kind is one entry here, and its words in the client. */
interface FailurePolicy {
  /** One plain sentence for the reader of a screen or a log: what it means and who can end it. */
  readonly message: string;
  /** HTTP statuses that mean it; those between them are told apart by `response-failure.ts`. */
  readonly statuses?: readonly number[];
  /**
   * The wait in milliseconds before the same page is asked for once more; each further one is twice as long. Null for
   * what does not pass within a minute.
   */
  readonly firstRetryMs: number | null;
  /** The time at which the workspace is read again: once somebody has acted, with the next day's calls, or after a growing while. */
  readonly readAgain: 'on-request' | 'tomorrow' | 'back-off';
  /** The circuit breaker that counts it: the upstream's, for what is true of every workspace, or the workspace's own. */
  readonly breaks: 'upstream' | 'workspace' | null;
  /** The pages of which it may be the fault of the page alone, so that the others are still worth asking for. */
  readonly mayBeOf: 'any-page' | 'later-page' | null;
  /** Whether it asks all callers to slow down. */
  readonly slowsAll?: true;
}

/** The policies of all kinds. No message holds anything that came from the upstream. */
const FAILURES = {
  'bad-request': {
    message:
      'QuestionPro did not accept the way Loopdesk asked for tickets. This is a bug in Loopdesk or an error in its settings.',
    firstRetryMs: null,
    readAgain: 'on-request',
    breaks: null,
    mayBeOf: null,
  },
  unauthorized: {
    message: 'QuestionPro has refused the API key. Ask whoever runs Loopdesk to check it.',
    statuses: [401],
    firstRetryMs: null,
    readAgain: 'on-request',
    breaks: null,
    mayBeOf: null,
  },
  forbidden: {
    message:
      'QuestionPro does not let the API key read this workspace. Ask whoever runs Loopdesk to have access given.',
    statuses: [403],
    firstRetryMs: null,
    readAgain: 'on-request',
    breaks: null,
    mayBeOf: null,
  },
  'not-found': {
    message:
      'QuestionPro does not know this workspace. Ask whoever runs Loopdesk to check its id and the base URL.',
    statuses: [404],
    firstRetryMs: null,
    readAgain: 'on-request',
    breaks: null,
    mayBeOf: null,
  },
  'rate-limited': {
    message: 'QuestionPro asks for fewer calls for a while. Loopdesk waits and then goes on.',
    statuses: [429],
    // Too many calls in a minute need a good part of a minute to pass.
    firstRetryMs: 10_000,
    readAgain: 'back-off',
    breaks: null,
    mayBeOf: null,
    slowsAll: true,
  },
  'licence-used-up': {
    message:
      'The API calls that the QuestionPro licence includes are used up. Ask your QuestionPro account representative for more.',
    firstRetryMs: null,
    readAgain: 'tomorrow',
    breaks: null,
    mayBeOf: null,
  },
  'budget-used-up': {
    message:
      'Loopdesk has made all the calls to QuestionPro that it allows itself in a day. It goes on at midnight UTC.',
    firstRetryMs: null,
    readAgain: 'tomorrow',
    breaks: null,
    mayBeOf: null,
  },
  'server-error': {
    message: 'QuestionPro is having trouble of its own. Loopdesk tries again by itself.',
    firstRetryMs: 500,
    readAgain: 'back-off',
    breaks: 'upstream',
    mayBeOf: 'any-page',
  },
  timeout: {
    message: 'QuestionPro did not answer in time. Loopdesk tries again by itself.',
    statuses: [408],
    firstRetryMs: 500,
    readAgain: 'back-off',
    breaks: 'upstream',
    mayBeOf: 'later-page',
  },
  network: {
    message: 'QuestionPro could not be reached, or the connection broke. Loopdesk tries again by itself.',
    firstRetryMs: 500,
    readAgain: 'back-off',
    breaks: 'upstream',
    mayBeOf: 'later-page',
  },
  unreadable: {
    message: 'QuestionPro sent an answer that Loopdesk cannot read. Loopdesk tries again by itself.',
    firstRetryMs: 500,
    readAgain: 'back-off',
    breaks: 'workspace',
    mayBeOf: 'any-page',
  },
  'database-away': {
    message:
      'Loopdesk cannot reach its database, which newer tickets come through. It tries again by itself.',
    firstRetryMs: null,
    readAgain: 'back-off',
    breaks: null,
    mayBeOf: null,
  },
} as const satisfies Readonly<Record<FailureKind, FailurePolicy>>;

/** All that a kind of failure means and entails. */
export function policyOf(kind: FailureKind): FailurePolicy {
  return FAILURES[kind];
}
