import { PROBLEMS, type Problem } from '../../contract/index.ts';
import { basePath } from '../base/base-path.ts';
import { serverClock } from '../clock/server-clock.ts';
import { fits, isProblem, type Shape } from './answer-shapes.ts';
import { session } from './session.ts';

/** The server answered with an error of its closed list. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** No answer, or one that does not come from Loopdesk's server (a proxy, another version). */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  /** The HTTP status of a foreign answer; null when there was no answer at all. */
  readonly status: number | null;

  constructor(message: string, { status = null, cause }: { status?: number | null; cause?: unknown } = {}) {
    super(message, { cause });
    this.status = status;
  }
}

/** The words for an answer that never came. */
export const UNREACHABLE = 'Can’t reach Loopdesk.';

interface CachedAnswer {
  readonly etag: string;
  readonly body: unknown;
}

/** Most answers remembered, so that the server can answer "unchanged". */
const MAX_CACHED_ANSWERS = 20;

/**
 * The last answers by address. The server forbids the browser to store data, so what an ETag refers to
 * is kept here, for as long as the page is open.
 */
const cachedAnswers = new Map<string, CachedAnswer>();

interface RequestOptions<Answer> {
  /** Shape of an answer of this server and this version. */
  readonly shape: NoInfer<Shape<Answer>>;
  readonly signal?: AbortSignal;
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** Sent as JSON. */
  readonly body?: object;
  /** Whether this is about the session itself, and so does not wait for one; false when left out. */
  readonly isAboutSession?: boolean;
}

/**
 * Asks the server and checks the answer's shape.
 *
 * @throws ApiProblem for an error of the server's, ConnectionLost for anything else that is no answer,
 * and the signal's reason when the caller has lost interest.
 */
export async function request<Answer>(
  path: string,
  { shape, signal, method = 'GET', body: sent, isAboutSession }: RequestOptions<Answer>,
): Promise<Answer> {
  const known = method === 'GET' ? cachedAnswers.get(path) : undefined;
  const response = await send(path, { method, body: sent, signal, isAboutSession }, known);
  if (response.status === 304 && known) return known.body as Answer;

  if (!response.ok) throw await failureOf(response, signal);
  const body = await readJson(response, signal);

  if (!fits(body, shape)) {
    const reason = `The answer of ${path.split('?')[0]} has an unknown shape.`;
    throw new ConnectionLost(reason, { status: response.status });
  }
  if (method === 'GET') cacheAnswer(path, response.headers.get('etag'), body);
  return body;
}

/** Error that stands for an unsuccessful answer; to be thrown. */
export async function failureOf(response: Response, signal?: AbortSignal): Promise<Error> {
  return problemOf(await readJson(response, signal), response.status);
}

async function send(
  path: string,
  {
    method = 'GET',
    body,
    signal,
    isAboutSession,
  }: {
    readonly [Key in Exclude<keyof RequestOptions<unknown>, 'shape'>]:
      | RequestOptions<unknown>[Key]
      | undefined;
  },
  known: CachedAnswer | undefined,
): Promise<Response> {
  const headers = {
    accept: 'application/json',
    ...(body && { 'content-type': 'application/json' }),
    ...(known && { 'if-none-match': known.etag }),
  };
  const init = {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  };
  return fetchFromServer(path, init, isAboutSession);
}

/** The failure of a request of somebody who is not signed in, or no longer. */
export function notSignedIn(access?: Problem['access']): ApiProblem {
  return new ApiProblem({
    type: 'about:blank',
    code: 'not-signed-in',
    ...PROBLEMS['not-signed-in'],
    detail: 'Your session has ended. Sign in again.',
    access,
  });
}

/**
 * Fetches from the server. What finds the session ended is asked again once somebody has signed in, and so is what is
 * asked meanwhile: nothing on screen fails for it. What is about the session itself does not wait.
 *
 * @throws ConnectionLost when there is no answer, the signal's reason when the caller has lost interest, and ApiProblem
 * `not-signed-in` for such a request
 */
export async function fetchFromServer(
  path: string,
  init: RequestInit,
  isAboutSession = false,
): Promise<Response> {
  for (;;) {
    if (!isAboutSession) await session.whenOpen(init.signal);
    const { sessions } = session;
    const response = await ask(path, init);
    if (!session.isSignIn(response)) return response;
    if (sessions === session.sessions) session.end();
    if (isAboutSession) throw notSignedIn(await accessIn(response));
  }
}

/** How people sign in, as our own answer says; a proxy's says nothing of it. */
async function accessIn(response: Response): Promise<Problem['access']> {
  const body: unknown = await response.json().catch(() => null);
  return isProblem(body) ? body.access : undefined;
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  const { signal } = init;
  const sentAt = performance.now();
  try {
    // The API never redirects: a proxy does, to where people sign in.
    const response = await fetch(basePath() + path, { redirect: 'manual', ...init });
    serverClock.learn({ date: response.headers.get('date'), sentAt, receivedAt: performance.now() });
    return response;
  } catch (error) {
    signal?.throwIfAborted();
    throw new ConnectionLost(UNREACHABLE, { cause: error });
  }
}

async function readJson(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    signal?.throwIfAborted();
    throw foreignAnswer(response.status, error);
  }
}

function problemOf(body: unknown, status: number): Error {
  return isProblem(body) ? new ApiProblem(body) : foreignAnswer(status);
}

/** An answer that Loopdesk's server does not give: a proxy's own page, a body that broke off. */
function foreignAnswer(status: number, cause?: unknown): ConnectionLost {
  if (status >= 400) return new ConnectionLost(`Server error (${status}).`, { status, cause });
  return new ConnectionLost(`The server answered ${status} without a readable body.`, { status, cause });
}

function cacheAnswer(path: string, etag: string | null, body: unknown): void {
  if (etag === null) return;
  cachedAnswers.delete(path);
  cachedAnswers.set(path, { etag, body });
  const [oldest] = cachedAnswers.keys();
  if (cachedAnswers.size > MAX_CACHED_ANSWERS && oldest !== undefined) cachedAnswers.delete(oldest);
}
