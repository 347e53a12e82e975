import { ApiProblem } from './request.ts';

/** A failure in a sentence: `Can’t reach Loopdesk.`, `Server error (500).`, or the server's own words. */
export function describeFailure(error: Error): string {
  const failed = error instanceof ApiProblem && error.problem.code === 'internal-error';
  return failed ? `Server error (${error.problem.status}).` : error.message;
}
