import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import { LARGEST_BODY } from './limits.ts';
import { HttpProblem } from './problem.ts';

/** Names under which this machine always knows itself. */
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Lets only requests through that are meant for us. A foreign page whose name was made to lead to this
 * machine (DNS rebinding) could otherwise read customers' data: the browser takes it for the same site.
 * Any port is fine, as people forward ports. A request line that holds a whole URL names the host too.
 *
 * @param host the address or name that the server listens on
 */
export function hostGuard(host: string): RequestHandler {
  const served = new Set([...LOOPBACK_NAMES, host.includes(':') ? `[${host}]` : host.toLowerCase()]);
  const isServed = (given: string) => {
    const [, name] = /^(\[[^\]]*\]|[^:]*)(?::\d*)?$/.exec(given) ?? [];
    return name !== undefined && served.has(name.toLowerCase());
  };
  return ({ headers, originalUrl }, _response, next) => {
    const [, authority] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(originalUrl) ?? [];
    if (!isServed(headers.host ?? '') || (authority !== undefined && !isServed(authority))) {
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
