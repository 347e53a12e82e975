import { createServer, type Server } from 'node:http';
import type { Express } from 'express';
import { messagesOf } from './app-messages.ts';
import { SERVER_LIMITS, type ServerLimits } from './limits.ts';
import { serializeRequests } from './serialize-requests.ts';

/** An HTTP server around the app, with bounds on what a client may take; it does not listen yet. */
export function createHttpServer(app: Express, limits: Partial<ServerLimits> = {}): Server {
  const { stalledMs, connections, requestsPerConnection, ...options } = { ...SERVER_LIMITS, ...limits };
  const serve = serializeRequests(app, requestsPerConnection);
  const server = createServer({ ...options, ...messagesOf(app) }, serve);
  server.maxConnections = connections;
  // Nobody listens for the event, so Node ends the connection.
  server.setTimeout(stalledMs);
  return server;
}
