import {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  Router,
  urlencoded,
} from 'express';
import type { SignedOut } from '../../contract/index.ts';
import { ATTEMPT_COOKIE, hostCookie, readCookie, SESSION_COOKIE } from '../access/cookies.ts';
import { type SignIn, SignInError } from '../access/sign-in.ts';
import { basePathOf } from './base-path.ts';
import { isOurs } from './foreign-requests.ts';
import { bodyGuard } from './guards.ts';
import { SIGN_IN_LIMITS } from './limits.ts';
import { HttpProblem, onlyMethods, unknownRoute } from './problem.ts';
import { addressLimit } from './rate-limit.ts';
import { foreignSignInPage, signInPage } from './sign-in-pages.ts';
import { sendSmallPage } from './small-page.ts';

interface AuthRoutesOptions {
  readonly signIn: SignIn;
  /** Where people reach Loopdesk. */
  readonly publicUrl: string;
}

/** The routes by which people sign in and out, ahead of everything that knows them. */
export function authRoutes({ signIn, publicUrl }: AuthRoutesOptions): Router {
  const { requests, windowMs, logoutTokenBytes } = SIGN_IN_LIMITS;
  const ownOrigin = new URL(publicUrl).origin;
  const router = Router({ caseSensitive: true });
  router.use('/auth', neverKept, addressLimit(requests, windowMs, 'sign-ins'));
  router
    .route('/auth/sign-in')
    .all(bodyGuard)
    .get(async (request, response) => {
      const to = typeof request.query.to === 'string' ? request.query.to : '/';
      // The provider may know the browser and ask nothing: a session takes a click of somebody who wants one.
      if (!isOurs(request, ownOrigin)) return sendSmallPage(response, foreignSignInPage(to));
      const { location, attempt } = await signIn.begin(to);
      response.append('Set-Cookie', hostCookie(ATTEMPT_COOKIE, attempt, signIn.attemptSeconds));
      response.redirect(303, location);
    })
    .all(onlyMethods('GET', 'HEAD'));
  router
    .route('/auth/callback')
    .all(bodyGuard)
    .get(async (request, response) => {
      const { location, session } = await signIn.finish({
        search: searchOf(request),
        attempt: readCookie(request, ATTEMPT_COOKIE),
        session: readCookie(request, SESSION_COOKIE),
      });
      response.append('Set-Cookie', hostCookie(ATTEMPT_COOKIE, '', 0));
      response.append('Set-Cookie', hostCookie(SESSION_COOKIE, session, signIn.sessionSeconds));
      response.redirect(303, location);
    })
    .all(onlyMethods('GET', 'HEAD'));
  router
    .route('/auth/sign-out')
    .all(bodyGuard)
    .post(async (request, response) => {
      if (!isOurs(request, ownOrigin)) {
        throw new HttpProblem('foreign-origin', 'Only Loopdesk’s own pages may sign somebody out.');
      }
      const session = readCookie(request, SESSION_COOKIE);
      const { location } = session === null ? { location: `${publicUrl}/` } : await signIn.signOut(session);
      const body: SignedOut = { location };
      response.append('Set-Cookie', hostCookie(SESSION_COOKIE, '', 0));
      response.set('Clear-Site-Data', '"cache"').json(body);
    })
    .all(onlyMethods('POST'));
  router
    .route('/auth/back-channel-logout')
    .post(urlencoded({ extended: false, limit: logoutTokenBytes }), async (request, response) => {
      const token: unknown = request.body?.logout_token;
      const isAccepted = typeof token === 'string' && (await signIn.acceptLogout(token));
      if (isAccepted) response.status(200).end();
      else answerProvider(response, 400, 'invalid_request');
    })
    .all(onlyMethods('POST'));
  router.use('/auth', unknownRoute, answerFailure);
  return router;
}

/** Nothing here may come from a cache. */
const neverKept: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

/** The query as it came, which the library reads by itself. */
function searchOf({ originalUrl }: Request): string {
  const start = originalUrl.indexOf('?');
  return start < 0 ? '' : originalUrl.slice(start);
}

function answerProvider(response: Response, status: number, error: string): void {
  response.status(status).json({ error });
}

/** Shows people a page for what has failed; the provider gets the answer that it knows. */
const answerFailure: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const isProvider = request.path === '/back-channel-logout';
  if (isProvider && isUnreadable(error)) return answerProvider(response, 400, 'invalid_request');
  if (!(error instanceof SignInError)) return next(error);
  if (isProvider) return answerProvider(response, 503, 'temporarily_unavailable');
  sendSmallPage(response, signInPage(error, basePathOf(response)));
};

/** Whether a body was refused by its parser. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && 'type' in error && 'status' in error && Number(error.status) < 500;
}
