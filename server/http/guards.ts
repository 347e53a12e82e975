import type { RequestHandler } from 'express';
import { HttpProblem } from './problem.ts';

/** Names under which this machine always knows itself. */
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Lets only requests through that are meant for us. A foreign page whose name was made to lead to this
 * machine (DNS rebinding) could otherwise read customers' data: the browser takes it for the same site.
 * Any port is fine, as people forward ports.
 *
 * @param host the address or name that the server listens on
 */
export function hostGuard(host: string): RequestHandler {
  const served = new Set([...LOOPBACK_NAMES, host.includes(':') ? `[${host}]` : host.toLowerCase()]);
  return (request, _response, next) => {
    const [, name] = /^(\[[^\]]*\]|[^:]*)(?::\d*)?$/.exec(request.headers.host ?? '') ?? [];
    if (name === undefined || !served.has(name.toLowerCase())) {
      throw new HttpProblem('host-not-served', `Use one of these names: ${[...served].join(', ')}.`);
    }
    next();
  };
}

/**
 * Lets only our own pages cause something. A browser says where a request comes from; whoever does not say
 * is no browser, and so carries nobody else's wish.
 */
export const originGuard: RequestHandler = (request, _response, next) => {
  const { origin, host } = request.headers;
  const site = request.get('Sec-Fetch-Site');
  const own = site === undefined ? isOwn(origin, host) : site === 'same-origin' || site === 'none';
  if (!own) throw new HttpProblem('foreign-origin', 'Only Loopdesk’s own pages may ask for this.');
  next();
};

/** Bytes. Nothing here reads a body; some clients send a small one with every POST. */
const LARGEST_BODY = 1_024;

/** Refuses bodies that would be received for nothing, and ends the connection they come on. */
export const bodyGuard: RequestHandler = ({ headers }, _response, next) => {
  const length = Number(headers['content-length'] ?? 0);
  if (length > LARGEST_BODY || headers['transfer-encoding'] !== undefined) {
    const detail = `Loopdesk reads no bodies, and takes none of more than ${LARGEST_BODY} bytes or of unknown length.`;
    throw new HttpProblem('body-too-large', detail, { headers: { Connection: 'close' } });
  }
  next();
};

function isOwn(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}
