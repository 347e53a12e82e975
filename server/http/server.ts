import { createServer, type RequestListener, type Server } from 'node:http';
import { SERVER_LIMITS, type ServerLimits } from './limits.ts';
import { serializeRequests } from './serialize-requests.ts';

/** An HTTP server around the app, with bounds on what a client may take; it does not listen yet. */
export function createHttpServer(app: RequestListener, limits: Partial<ServerLimits> = {}): Server {
  const { stalledMs, connections, requestsPerConnection, ...options } = { ...SERVER_LIMITS, ...limits };
  const server = createServer(options, serializeRequests(app, requestsPerConnection));
  server.maxConnections = connections;
  // Nobody listens for the event, so Node ends the connection.
  server.setTimeout(stalledMs);
  return server;
}
