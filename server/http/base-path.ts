import type { RequestHandler, Response } from 'express';

/** A whole URL's scheme and host, as a request line may have them. */
const AUTHORITY = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i;

/**
 * Takes the path off under which people reach Loopdesk, so that all that stands behind knows its own addresses alone. A
 * request without it is served as well: some proxies take it off themselves.
 *
 * @param basePath like `/loopdesk`; empty for none
 */
export function stripBasePath(basePath: string): RequestHandler {
  return (request, response, next) => {
    response.locals.basePath = basePath;
    if (basePath !== '') {
      const [authority = ''] = AUTHORITY.exec(request.url) ?? [];
      const address = request.url.slice(authority.length);
      if (address.startsWith(basePath) && /^(?:$|[/?#])/.test(address.slice(basePath.length))) {
        const own = address.slice(basePath.length);
        request.url = authority + (own.startsWith('/') ? own : `/${own}`);
        request.originalUrl = request.url;
      }
    }
    next();
  };
}

/** The path that addresses of ours in this response begin with; empty for none. */
export function basePathOf({ locals }: Pick<Response, 'locals'>): string {
  const { basePath } = locals as { basePath?: string };
  if (basePath === undefined) throw new Error('This is answered before the base path is known');
  return basePath;
}
