import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { clientAddressOf } from './client-address.ts';
import { loggedPath } from './logged-path.ts';
import { routeOf } from './route-name.ts';

const REQUEST_ID = 'x-request-id';

/**
 * Logs every request once it has ended, under an id that the answer carries in `x-request-id`: method,
 * path, route, status and time. Never the query, which may hold a customer's name; never headers.
 *
 * @param workspaces the ids that a logged path may hold
 * @param showsClient whether lines hold the address that a request came from: who looks into an attack needs it, and on
 *   one machine there is none
 */
export function requestLog(
  logger: Logger,
  workspaces: ReadonlySet<string>,
  showsClient: boolean,
): RequestHandler {
  // Nothing that must be left out is among these facts, and looking for it in each line takes longer than writing it.
  const lines = logger.child({}, { redact: [] });
  return (request, response, next) => {
    const started = performance.now();
    response.setHeader(REQUEST_ID, randomUUID());
    response.once('close', () => {
      const isWhole = response.writableEnded && !request.readableAborted;
      const route = routeOf(request);
      const facts = {
        request: requestId(response),
        ...(showsClient && { client: clientAddressOf(response) }),
        method: request.method,
        path: loggedPath(route, request.originalUrl, workspaces),
        route: route ?? 'other',
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - started),
      };
      lines[levelOf(request, response)](facts, isWhole ? 'request completed' : 'request aborted');
    });
    // Without a listener, writing to a client that has left would end the process.
    response.on('error', (err) => {
      logger.debug({ request: requestId(response), err }, 'there was nobody left to answer');
    });
    next();
  };
}

/** The id under which the log has the request that this response answers. */
export function requestId(response: Response): string {
  return String(response.getHeader(REQUEST_ID));
}

/** The level of a request's line: those that machines make every few seconds are of interest only when they fail. */
function levelOf({ originalUrl }: Request, { statusCode }: Response): 'error' | 'debug' | 'info' {
  if (statusCode === 500) return 'error';
  return /^\/(healthz|readyz|metrics)\b/.test(originalUrl) ? 'debug' : 'info';
}
