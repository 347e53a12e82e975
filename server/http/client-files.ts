import { join, sep } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { onlyMethods, unknownRoute } from './problem.ts';

const HINT =
  'Loopdesk serves its API here. The screens are not built: run "npm start", or "npm run dev" for hot reload.\n';

/**
 * The screens. Files under /assets have a hash of their content in their names, so a browser may keep them
 * for good; everything else it must ask for again. Any other address is the app's own, and so gets its page.
 *
 * @param directory the client's build; null when there is none
 */
export function clientFiles(directory: string | null): Router {
  const router = Router({ caseSensitive: true });
  if (directory !== null) router.use(staticFiles(directory));
  router.use('/assets', unknownRoute);
  router
    .route('/{*path}')
    .get(directory === null ? answerHint : answerPage(directory))
    .all(onlyMethods('GET', 'HEAD'));
  return router;
}

function staticFiles(directory: string): RequestHandler {
  const assets = join(directory, 'assets') + sep;
  return express.static(directory, {
    index: false,
    redirect: false,
    setHeaders(response, path) {
      const hashed = path.startsWith(assets);
      response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

function answerPage(directory: string): RequestHandler {
  return (_request, response) => {
    response.sendFile('index.html', {
      root: directory,
      cacheControl: false,
      headers: { 'Cache-Control': 'no-cache' },
    });
  };
}

const answerHint: RequestHandler = (request, response, next) => {
  if (request.path === '/') response.type('text/plain').set('Cache-Control', 'no-store').send(HINT);
  else unknownRoute(request, response, next);
};
