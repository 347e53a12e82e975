import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import {
  type Me,
  PROBLEMS,
  type Problem,
  type ProblemCode,
  type QueryError,
  type SnapshotStatus,
} from '../../contract/index.ts';
import { requestId } from './request-log.ts';

/** Details of an error besides its code. */
export interface ProblemDetails {
  readonly faults?: readonly QueryError[];
  readonly snapshot?: SnapshotStatus;
  readonly access?: Me['access'];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that is an error: thrown by a route, written by {@link answerProblem}. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  /** @param detail for a reader, in sentences; it is sent as it is */
  constructor(code: ProblemCode, detail: string, details: ProblemDetails = {}) {
    super(detail);
    this.code = code;
    this.details = details;
  }
}

/** Answers every method that the routes before it have not: 405, with those that are allowed. */
export function onlyMethods(...allowed: readonly string[]): RequestHandler {
  return (request) => {
    const detail = `${request.method} is not possible here, only ${allowed.join(' and ')}.`;
    throw new HttpProblem('method-not-allowed', detail, { headers: { Allow: allowed.join(', ') } });
  };
}

/** Answers what no route has. */
export const unknownRoute: RequestHandler = () => {
  throw new HttpProblem('unknown-route', 'Nothing is served at this address.');
};

/**
 * The one exit for errors. What no route foresaw is told to the log, without its message; the client gets
 * nothing of it but the id under which to look there.
 */
export function answerProblem(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const problem = toProblem(error);
    const id = requestId(response);
    if (problem === null) logger.error({ request: id, err: error }, 'an unforeseen error');
    if (response.headersSent) {
      // Half an answer cannot become an error; a broken connection is one that the client notices.
      response.destroy();
      return;
    }
    sendProblem(response, problem ?? new HttpProblem('internal-error', `The log has more under ${id}.`));
  };
}

/** Answers an error. A client that is not taken on any further learns nothing but what the error says. */
export function sendProblem(response: Response, { code, message, details }: HttpProblem): void {
  const { status, title } = PROBLEMS[code];
  const { faults, snapshot, access, headers } = details;
  const body: Problem = {
    type: 'about:blank',
    title,
    status,
    detail: message,
    code,
    ...(faults && { faults: [...faults] }),
    ...(snapshot && { snapshot }),
    ...(access && { access }),
  };
  // Of a file that was to be sent.
  for (const name of ['ETag', 'Content-Encoding']) response.removeHeader(name);
  response.status(status).set({ 'Cache-Control': 'no-store', ...headers });
  response.type('application/problem+json').end(JSON.stringify(body));
}

function toProblem(error: unknown): HttpProblem | null {
  if (error instanceof HttpProblem) return error;
  if (error instanceof URIError) {
    return new HttpProblem('unknown-route', 'The address has a broken percent-encoding.');
  }
  if (isUnreadableBody(error))
    return new HttpProblem('invalid-body', 'It cannot be read as what it says it is.');
  return isRefusal(error) ? new HttpProblem('unknown-route', 'There is no such part of this file.') : null;
}

/** Whether the parser of bodies has refused one. */
function isUnreadableBody(error: unknown): boolean {
  return isRefusal(error) && Object.hasOwn(Object(error), 'type');
}

/** Whether Express has refused to send a file, as for a range that the file has not. */
function isRefusal(error: unknown): boolean {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 500;
}
