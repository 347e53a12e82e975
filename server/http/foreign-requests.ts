import type { Request, RequestHandler } from 'express';
import { secretOf } from '../access/tokens/token-secret.ts';
import { answerForeignClick, wantedFile } from './foreign-page.ts';
import { HttpProblem, sendProblem } from './problem.ts';

/**
 * Refuses what other sites make a browser ask of the API and of the figures, whatever the method. It stands before
 * everything else: such a request is not counted against the reader whose browser it is, watches nothing,
 * leaves no line in the log, and takes the same time whatever it asks for.
 *
 * @param onForeign called for each
 * @param publicUrl where people reach our pages if they sign in; null where nobody signs in. A browser sends what signs
 *   people in by itself, so there a request that changes something must say that it comes from our pages.
 */
export function foreignGuard(onForeign: () => void, publicUrl: string | null): RequestHandler {
  const ownOrigin = publicUrl === null ? null : new URL(publicUrl).origin;
  return (request, response, next) => {
    if (!isGuarded(request) || isOurs(request, ownOrigin)) {
      next();
      return;
    }
    onForeign();
    const file = wantedFile(request);
    if (file === null) {
      sendProblem(response, new HttpProblem('foreign-origin', 'Only Loopdesk’s own pages may ask for this.'));
    } else answerForeignClick(request, response, file);
  };
}

/**
 * Whether an address is one of the API or of the figures, however it is spelled: a spelling that no route takes
 * today must not become the way around the guard tomorrow.
 */
function isGuarded({ path }: Request): boolean {
  return /^[\\/]+(?:api|metrics)(?:[\\/]|$)/.test(decoded(path).toLowerCase());
}

/** A broken percent-encoding is left as it is: no route takes it. */
function decoded(path: string): string {
  return path.replace(/%[2-7][\da-f]/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

/**
 * Whether a request comes from our own pages, from a person, or from no browser at all: one says where a
 * request comes from, so who does not say carries nobody else's wish. Older browsers say only the origin,
 * and only with some requests.
 *
 * @param ownOrigin that of our pages where people sign in; null where nobody does
 */
export function isOurs({ headers, method }: Request, ownOrigin: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  if (ownOrigin === null) return origin === undefined || isOwnOrigin(origin, headers.host ?? '');
  // A browser sends no API token by itself, while a proxy may add a token of its own to whatever passes.
  const isScript = secretOf({ headers }) !== null;
  return origin === undefined ? isSafe(method) || isScript : origin === ownOrigin;
}

/** Whether a method changes nothing. */
function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** `null`, as pages without an origin send, is nobody's, and neither are several at once. */
function isOwnOrigin(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  // By the same scheme, so that its own port may be written or not.
  const own = `${protocol}//${host}`;
  return from !== '' && URL.canParse(own) && new URL(own).host === from;
}
