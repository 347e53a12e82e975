import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { LARGEST_BODY, LARGEST_JSON_BODY } from './limits.ts';
import { HttpProblem } from './problem.ts';

/** Addresses that machines ask, by whatever name or number they know this one. */
const MACHINES_PATHS = new Set(['/healthz', '/readyz', '/metrics']);

/** Names under which this machine always knows itself. */
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Lets only requests through that are meant for us. A foreign page whose name was made to lead to this
 * machine (DNS rebinding) could otherwise read customers' data: the browser takes it for the same site.
 * Any port is fine, as people forward ports. A request line that holds a whole URL names the host too.
 *
 * @param host the address or name that the server listens on
 * @param publicUrl where people reach Loopdesk: its host then is the only one that is served, but to machines; null where
 *   they reach it as it listens
 */
export function hostGuard(host: string, publicUrl: string | null): RequestHandler {
  const listening = [...LOOPBACK_NAMES, host.includes(':') ? `[${host}]` : host.toLowerCase()];
  const served = new Set(publicUrl === null ? listening : [new URL(publicUrl).hostname]);
  const forMachines = new Set([...served, ...listening]);
  const isServed = (given: string, path: string) => {
    const [, name] = /^(\[[^\]]*\]|[^:]*)(?::\d*)?$/.exec(given.toLowerCase()) ?? [];
    if (name === undefined) return false;
    if (served.has(name)) return true;
    if (!MACHINES_PATHS.has(path)) return false;
    return forMachines.has(name) || (publicUrl !== null && isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0);
  };
  return ({ headers, rawHeaders, originalUrl, path }, _response, next) => {
    // Node gives the first, and a proxy before us may have gone by the other.
    if (rawHeaders.filter((name, place) => place % 2 === 0 && name.toLowerCase() === 'host').length > 1) {
      throw new HttpProblem('several-hosts', 'Send one Host header.');
    }
    const [, authority] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(originalUrl) ?? [];
    if (!isServed(headers.host ?? '', path) || (authority !== undefined && !isServed(authority, path))) {
      throw new HttpProblem('host-not-served', `Use one of these names: ${[...served].join(', ')}.`);
    }
    next();
  };
}

/** Ends the connection of a large body after the answer, whatever that is: nobody is going to receive it. */
export const endLargeBodies: RequestHandler = (request, response, next) => {
  if (hasLargeBody(request)) response.set('Connection', 'close');
  next();
};

/** Refuses bodies that would be received for nothing. */
export const bodyGuard: RequestHandler = (request, _response, next) => {
  if (hasLargeBody(request)) {
    const detail = `No body of more than ${largestBody(request)} bytes or of unknown length is taken here.`;
    throw new HttpProblem('body-too-large', detail);
  }
  next();
};

function hasLargeBody(request: Pick<Request, 'headers' | 'method' | 'path'>): boolean {
  const { headers } = request;
  return (
    Number(headers['content-length'] ?? 0) > largestBody(request) ||
    headers['transfer-encoding'] !== undefined
  );
}

/** One route reads a body; all others are sent some for nothing. */
function largestBody({ method, path }: Pick<Request, 'method' | 'path'>): number {
  const isRead = method === 'PUT' && /^\/api\/workspaces\/[^/]+\/report$/.test(path);
  return isRead ? LARGEST_JSON_BODY : LARGEST_BODY;
}
