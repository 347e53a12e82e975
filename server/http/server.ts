import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';

/** Bounds of the HTTP server itself. Times in milliseconds. */
export interface ServerLimits
  extends Required<
    Pick<
      ServerOptions,
      | 'maxHeaderSize'
      | 'headersTimeout'
      | 'requestTimeout'
      | 'keepAliveTimeout'
      | 'connectionsCheckingInterval'
    >
  > {
  /** How long nothing may move on a connection that is being answered: a client that stopped reading. */
  readonly stalledMs: number;
  readonly connections: number;
}

/**
 * Clients that send or read too slowly are cut off, a polling browser keeps its connection between two polls,
 * and an address that names as many tickets by their ids as a query may fits the headers.
 */
const SERVER_LIMITS: ServerLimits = {
  maxHeaderSize: 65_536,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
  stalledMs: 30_000,
  connections: 1_000,
};

/** An HTTP server around the app, with bounds on what a client may take; it does not listen yet. */
export function createHttpServer(app: RequestListener, limits: Partial<ServerLimits> = {}): Server {
  const { stalledMs, connections, ...options } = { ...SERVER_LIMITS, ...limits };
  const server = createServer(options, app);
  server.maxConnections = connections;
  // Nobody listens for the event, so Node ends the connection.
  server.setTimeout(stalledMs);
  return server;
}
