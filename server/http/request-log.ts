import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request } from 'express';
import type { Logger } from 'pino';
import { type HttpLogger, pinoHttp } from 'pino-http';
import { loggedPath } from './logged-path.ts';
import { routeOf } from './route-name.ts';

/**
 * Logs every request once it has ended, under an id that the answer carries in `x-request-id`: method,
 * path, route, status and time. Never the query, which may hold a customer's name; never headers or addresses.
 *
 * @param workspaces the ids that a logged path may hold
 */
export function requestLog(logger: Logger, workspaces: ReadonlySet<string>): HttpLogger {
  const facts = (request: IncomingMessage, response: ServerResponse, milliseconds: number) => {
    const { method, originalUrl } = request as Request;
    const route = routeOf(request as Request);
    return {
      method,
      path: loggedPath(route, originalUrl, workspaces),
      route: route ?? 'other',
      status: response.statusCode,
      milliseconds,
    };
  };
  return pinoHttp({
    logger,
    quietReqLogger: true,
    quietResLogger: true,
    wrapSerializers: false,
    // It would write out every request, and then not log it.
    serializers: { req: () => undefined },
    customAttributeKeys: { reqId: 'request' },
    genReqId(_request, response) {
      const id = randomUUID();
      response.setHeader('x-request-id', id);
      return id;
    },
    customLogLevel: (request, response) => levelOf(request, response),
    customSuccessObject: (request, response, { responseTime }) => facts(request, response, responseTime),
    customErrorObject: (request, response, _error, { responseTime }) =>
      facts(request, response, responseTime),
    customErrorMessage: () => 'request completed',
  });
}

/** The level of a request's line: those that machines make every few seconds are of interest only when they fail. */
function levelOf(request: IncomingMessage, response: ServerResponse) {
  if (response.statusCode === 500) return 'error';
  return /^\/(healthz|readyz|metrics)\b/.test(request.url ?? '') ? 'debug' : 'info';
}
