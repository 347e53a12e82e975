import * as z from 'zod/mini';
import { type Problem, problemSchema } from '../../contract/index.ts';

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
}

interface Remembered {
  readonly etag: string;
  readonly body: unknown;
}

/** How many answers are kept to be told "unchanged" about. */
const MAX_REMEMBERED = 20;

/**
 * The last answers by address. The server forbids the browser to store data, so what an ETag refers to
 * is kept here, for as long as the page is open.
 */
const remembered = new Map<string, Remembered>();

interface RequestOptions<Schema extends z.ZodMiniType> {
  readonly schema: Schema;
  readonly signal?: AbortSignal;
  readonly method?: 'GET' | 'POST';
}

/**
 * Asks the server and checks the answer's shape.
 *
 * @throws ApiProblem for an error of the server's, ConnectionLost for anything else that is no answer,
 * and the signal's reason when the caller has lost interest.
 */
export async function request<Schema extends z.ZodMiniType>(
  path: string,
  { schema, signal, method = 'GET' }: RequestOptions<Schema>,
): Promise<z.output<Schema>> {
  const known = method === 'GET' ? remembered.get(path) : undefined;
  const response = await send(path, method, known, signal);
  if (response.status === 304 && known) return known.body as z.output<Schema>;

  if (!response.ok) throw await failureOf(response, signal);
  const body = await readJson(response, signal);

  const parsed = z.safeParse(schema, body);
  if (!parsed.success) throw new ConnectionLost(`The answer of ${path.split('?')[0]} has an unknown shape.`);
  remember(path, response.headers.get('etag'), parsed.data);
  return parsed.data;
}

/** What an answer that is no success means; to be thrown. */
export async function failureOf(response: Response, signal?: AbortSignal): Promise<Error> {
  return problemOf(await readJson(response, signal), response.status);
}

async function send(
  path: string,
  method: string,
  known: Remembered | undefined,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const headers = { accept: 'application/json', ...(known && { 'if-none-match': known.etag }) };
  return reach(path, { method, headers, ...(signal && { signal }) });
}

/**
 * Fetches from the server.
 *
 * @throws ConnectionLost when there is no answer, and the signal's reason when the caller has lost interest
 */
export async function reach(path: string, init: RequestInit): Promise<Response> {
  const { signal } = init;
  try {
    return await fetch(path, init);
  } catch (error) {
    signal?.throwIfAborted();
    throw new ConnectionLost('Loopdesk’s server cannot be reached.', { cause: error });
  }
}

async function readJson(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    signal?.throwIfAborted();
    throw new ConnectionLost(`The server answered ${response.status} without a readable body.`, {
      cause: error,
    });
  }
}

function problemOf(body: unknown, status: number): Error {
  const problem = z.safeParse(problemSchema, body);
  return problem.success
    ? new ApiProblem(problem.data)
    : new ConnectionLost(`Something between here and Loopdesk’s server answered ${status}.`);
}

function remember(path: string, etag: string | null, body: unknown): void {
  if (etag === null) return;
  remembered.delete(path);
  remembered.set(path, { etag, body });
  const [oldest] = remembered.keys();
  if (remembered.size > MAX_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
}
