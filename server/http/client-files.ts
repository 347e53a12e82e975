import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { basedPage } from './based-page.ts';
import { findFileForms, originOf } from './file-forms.ts';
import { onlyMethods, unknownRoute } from './problem.ts';

const HINT =
  'Loopdesk serves its API here. The screens are not built: run "npm start", or "npm run dev" for hot reload.\n';

const PAGE = 'index.html';

/**
 * The screens. Files under /assets have a hash of their content in their names, so a browser may keep them
 * for good; everything else it must ask for again. Any other address is the app's own, and so gets its page.
 *
 * @param directory the client's build; null when there is none
 * @param basePath the path under which people reach the screens; empty for none
 */
export function clientFiles(directory: string | null, basePath: string): Router {
  const router = Router({ caseSensitive: true });
  const answers = directory === null ? null : createFileAnswers(directory, basePath);
  if (answers !== null) {
    router.get(`/${PAGE}`, answers.page);
    router.use(answers.encoded, answers.plain);
  }
  router.use('/assets', unknownRoute);
  router
    .route('/{*path}')
    .get(answers?.page ?? answerHint)
    .all(onlyMethods('GET', 'HEAD'));
  return router;
}

/** Answers with the files of a folder; `encoded` and `plain` leave what they have not to the next handler. */
function createFileAnswers(
  directory: string,
  basePath: string,
): Record<'encoded' | 'plain' | 'page', RequestHandler> {
  const forms = findFileForms(directory);
  // What is wrong with a request for a file that there is, is an error and not another handler's.
  const send = express.static(directory, { ...SENDING, fallthrough: false });
  const sendForm = (name: string, ...[request, response, next]: Parameters<RequestHandler>) => {
    request.url = `/${forms.choose(name, request, response)}`;
    send(request, response, next);
  };
  return {
    encoded(request, response, next) {
      const name = request.path.slice(1);
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      if (isRead && forms.has(name)) sendForm(name, request, response, next);
      else next();
    },
    plain: express.static(directory, SENDING),
    page:
      basePath === ''
        ? (request, response, next) => sendForm(PAGE, request, response, next)
        : basedPage(readFileSync(join(directory, PAGE), 'utf8'), basePath),
  };
}

const SENDING: Parameters<typeof express.static>[1] = {
  index: false,
  redirect: false,
  setHeaders(response, path) {
    const { plain, encoding } = originOf(path);
    if (encoding !== null) response.type(extname(plain)).setHeader('Content-Encoding', encoding);
    const isHashed = basename(dirname(path)) === 'assets';
    response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  },
};

const answerHint: RequestHandler = (request, response, next) => {
  if (request.path === '/') response.type('text/plain').set('Cache-Control', 'no-store').send(HINT);
  else unknownRoute(request, response, next);
};
