/** Every error that the API can answer, each with its HTTP status and its title. The list is closed. */
export const PROBLEMS = {
  'invalid-query': { status: 400, title: 'The query is invalid' },
  'invalid-body': { status: 400, title: 'The body of this request is invalid' },
  'several-hosts': { status: 400, title: 'This request names more than one host' },
  'not-signed-in': { status: 401, title: 'You are not signed in' },
  'foreign-origin': { status: 403, title: 'This request comes from another site' },
  'not-allowed': { status: 403, title: 'You may not do this' },
  'unknown-workspace': { status: 404, title: 'There is no such workspace' },
  'unknown-ticket': { status: 404, title: 'There is no such ticket' },
  'unknown-token': { status: 404, title: 'There is no such token' },
  'unknown-session': { status: 404, title: 'There is no such session' },
  'unknown-route': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  conflict: { status: 409, title: 'Somebody else has changed this' },
  'no-mail': { status: 409, title: 'Loopdesk sends no mail' },
  'snapshot-gone': { status: 410, title: 'That snapshot is gone' },
  'body-too-large': { status: 413, title: 'The body of this request is too large' },
  'unsupported-media-type': { status: 415, title: 'The body of this request is of another kind' },
  'host-not-served': { status: 421, title: 'This server does not answer for that host' },
  'too-many-requests': { status: 429, title: 'Too many requests in a short time' },
  'internal-error': { status: 500, title: 'Loopdesk failed' },
  'not-loaded-yet': { status: 503, title: 'The first tickets are not there yet' },
  'upstream-failing': { status: 503, title: 'No tickets could be read from QuestionPro yet' },
  'store-failing': { status: 503, title: 'What is stored cannot be reached' },
  'shutting-down': { status: 503, title: 'Loopdesk is shutting down' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
