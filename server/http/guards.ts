import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import type { RequestHandler } from 'express';
import { LARGEST_BODY } from './limits.ts';
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
 * @param publicUrl the origin where people reach Loopdesk, which then is the only one that is served, but to machines;
 *   null where they reach it as it listens
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
  return ({ headers, originalUrl, path }, _response, next) => {
    const [, authority] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(originalUrl) ?? [];
    if (!isServed(headers.host ?? '', path) || (authority !== undefined && !isServed(authority, path))) {
      throw new HttpProblem('host-not-served', `Use one of these names: ${[...served].join(', ')}.`);
    }
    next();
  };
}

/** Ends the connection of a large body after the answer, whatever that is: nobody is going to receive it. */
export const endLargeBodies: RequestHandler = ({ headers }, response, next) => {
  if (hasLargeBody(headers)) response.set('Connection', 'close');
  next();
};

/** Refuses bodies that would be received for nothing. */
export const bodyGuard: RequestHandler = ({ headers }, _response, next) => {
  if (hasLargeBody(headers)) {
    const detail = `Loopdesk reads no bodies, and takes none of more than ${LARGEST_BODY} bytes or of unknown length.`;
    throw new HttpProblem('body-too-large', detail);
  }
  next();
};

function hasLargeBody(headers: IncomingHttpHeaders): boolean {
  return Number(headers['content-length'] ?? 0) > LARGEST_BODY || headers['transfer-encoding'] !== undefined;
}
