import type { ServerOptions } from 'node:http';

/** The shares of the app that one client, and all of them together, may take. */
export interface Limits {
  /** Requests to the API that one address may make in a window. */
  readonly requests: number;
  /** Those of them that take long to answer. */
  readonly costlyRequests: number;
  /** Milliseconds. */
  readonly windowMs: number;
  /** Exports that are written at once. */
  readonly exports: number;
  /** Exports that are written at once for one address. */
  readonly exportsPerClient: number;
  /** Milliseconds that one export may take. */
  readonly exportMs: number;
  /** Milliseconds between two measurements of an export's pace. */
  readonly exportPaceMs: number;
  /** Bytes that a reader must take of an export in that time, if so many are there. */
  readonly exportPaceBytes: number;
  /** Bytes of JSON answers, all together, that their readers have not taken yet. */
  readonly unsentBytes: number;
  /** Bytes of JSON answers, all together, that are kept for those who ask the same. */
  readonly keptAnswerBytes: number;
  /** Bytes of JSON of single tickets, all together, that are kept for the next lists with them. */
  readonly keptTicketBytes: number;
}

/**
 * The limits of the product.
 *
 * - An office may share one address: a hundred tabs ask once a second while the first tickets come in, which
 *   is 1,000 requests in a window, and people click besides.
 * - Trends of a large workspace take some 20 ms, unless somebody has asked the same; a screen asks for three at most. A
 *   file takes longer.
 * - An export keeps its snapshot in memory for as long as it is read, so there are few and they end. One address
 *   never holds all of them. Less than 3 kB a second is no connection that anybody works on.
 * - A page of tickets is at most some megabytes and is read in an instant: many of them unread are clients
 *   that do not mean to read.
 * - A page of fifty tickets takes some 13 kB as it is encoded: about 4,000 are kept.
 * - A ticket has about 700 bytes of JSON. Most lists show the same first pages in another order: of 100,000 tickets,
 *   almost 9,000 that were shown last are kept.
 */
export const LIMITS: Limits = {
  requests: 3_000,
  costlyRequests: 200,
  windowMs: 10_000,
  exports: 4,
  exportsPerClient: 2,
  exportMs: 300_000,
  exportPaceMs: 10_000,
  exportPaceBytes: 32_768,
  unsentBytes: 67_108_864,
  keptAnswerBytes: 67_108_864,
  keptTicketBytes: 8_388_608,
};

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
  /** Milliseconds for which nothing may move on a connection that is being answered: the client has stopped reading. */
  readonly stalledMs: number;
  readonly connections: number;
  /** Requests that may have come on one connection and not been answered to the end. */
  readonly requestsPerConnection: number;
}

/**
 * The bounds of the product's server. Clients that send or read too slowly are cut off, a polling browser keeps
 * its connection between two polls, and an address that names as many tickets by their ids as a query may fits
 * the headers, which are the address's only other bound. No browser sends a request on a connection before
 * the last one is answered; the few tools that do send a handful.
 */
export const SERVER_LIMITS: ServerLimits = {
  maxHeaderSize: 65_536,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
  stalledMs: 30_000,
  connections: 1_000,
  requestsPerConnection: 10,
};

/** The largest body that is not read, in bytes: some clients send a small one with every POST. */
export const LARGEST_BODY = 1_024;

/** The largest body that is read, in bytes, where one is. */
export const LARGEST_JSON_BODY = 16_384;

/** Most errors that an answer names. An address of 64 kB can have 15,000, and nobody fixes more at once. */
export const MAX_NAMED_ERRORS = 20;

/**
 * The limits of signing in and out, for one address: an office or a proxy in front may be one address for everybody in it.
 * Each sign-in is two requests. A logout token takes 1 to 2 kB.
 */
export const SIGN_IN_LIMITS = { requests: 1_200, windowMs: 60_000, logoutTokenBytes: 16_384 };

/** Requests for the figures from other machines, by an address: collectors come four times a minute, guessers oftener. */
export const FIGURES_LIMITS = { requests: 120, windowMs: 60_000 };
