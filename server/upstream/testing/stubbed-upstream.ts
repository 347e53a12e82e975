import { readFileSync } from 'node:fs';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { createUpstreamClient, type UpstreamOptions } from '../client.ts';
import { UpstreamFailure } from '../failure.ts';

/** The base URL of the stubbed upstream. */
export const BASE = 'https://upstream.example.com/api/v2';
/** The address of tickets, as a pattern. */
export const TICKETS = `${BASE}/cx/closedloop/workspaces/:workspace/tickets`;
/** The API key, which must come out nowhere. */
export const KEY = 'k-5ecret-0f-the-house';

/** Answers all requests of a file's tests in the upstream's place, each test's as that test says. */
export function stubUpstream() {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
  return {
    server,
    answerWith(body: string | null, init: ResponseInit = {}): void {
      server.use(http.get(TICKETS, () => new HttpResponse(body, init)));
    },
  };
}

/** The vendor's own example of an answer, to the letter: the error ones are not valid JSON. */
export function example(status: number): string {
  return readFileSync(new URL(`../examples/${status}.txt`, import.meta.url), 'utf8');
}

/** Reads a page with the client. */
export function readPage(options: Partial<UpstreamOptions> = {}, signal?: AbortSignal) {
  const client = createUpstreamClient({ baseUrl: BASE, apiKey: KEY, ...options });
  return client.readPage({ workspace: 'w 1/ä', page: 1, perPage: 100, ...(signal ? { signal } : {}) });
}

/** The failure that reading a page ends with. */
export async function failure(options: Partial<UpstreamOptions> = {}): Promise<UpstreamFailure> {
  const error = await readPage(options).catch((caught: unknown) => caught);
  if (!(error instanceof UpstreamFailure)) throw new Error('expected an UpstreamFailure');
  return error;
}
