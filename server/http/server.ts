import { createServer, type RequestListener, type Server } from 'node:http';
import type { Express, Request, Response } from 'express';
import { messagesOf } from './app-messages.ts';
import { SERVER_LIMITS, type ServerLimits } from './limits.ts';
import { serializeRequests } from './serialize-requests.ts';

/** An HTTP server around the app, with bounds on what a client may take; it does not listen yet. */
export function createHttpServer(app: Express, limits: Partial<ServerLimits> = {}): Server {
  const { stalledMs, connections, requestsPerConnection, ...options } = { ...SERVER_LIMITS, ...limits };
  const serve = serializeRequests(answerWith(app), requestsPerConnection);
  const server = createServer({ ...options, ...messagesOf(app) }, serve);
  server.maxConnections = connections;
  // Nobody listens for the event, so Node ends the connection.
  server.setTimeout(stalledMs);
  return server;
}

/**
 * A listener that has the app answer everything. Express passes a target that it cannot read as an address by all
 * handlers, and then answers with a page of its own: the handlers get such a request as one for `*`, which no route has.
 */
function answerWith(app: Express): RequestListener {
  return (request, response) => {
    app(request as Request, response as Response, () => {
      request.url = '*';
      // Nothing is left that could answer where even that fails.
      app(request as Request, response as Response, () => response.destroy());
    });
  };
}
