import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request } from 'express';
import type { Logger } from 'pino';
import { type HttpLogger, pinoHttp } from 'pino-http';
import { routeOf } from './route-name.ts';

const LONGEST_PATH = 200;

/**
 * Logs every request once it has ended, under an id that the answer carries in `x-request-id`: method,
 * path, route, status and time. Never the query, which may hold a customer's name; never headers or addresses.
 */
export function requestLog(logger: Logger): HttpLogger {
  return pinoHttp({
    logger,
    quietReqLogger: true,
    quietResLogger: true,
    wrapSerializers: false,
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

function facts(request: IncomingMessage, response: ServerResponse, milliseconds: number) {
  const { method, originalUrl } = request as Request;
  return {
    method,
    path: safePath(originalUrl),
    route: routeOf(request as Request),
    status: response.statusCode,
    milliseconds,
  };
}

/** The path, but for parts that no address of ours has: somebody may have typed a name or an e-mail there. */
function safePath(url: string): string {
  const [path = ''] = url.split('?', 1);
  const parts = path.slice(0, LONGEST_PATH).split('/');
  return parts.map((part) => (/^[\w.~-]*$/.test(part) ? part : '…')).join('/');
}

/** What runs every few seconds by machine is of interest only when it fails. */
function levelOf(request: IncomingMessage, response: ServerResponse) {
  if (response.statusCode === 500) return 'error';
  return /^\/(healthz|readyz|metrics)\b/.test(request.url ?? '') ? 'debug' : 'info';
}
