import type { ServerResponse } from 'node:http';
import type { Fault, FaultKind } from './faults.ts';

/** The errors of the reference page, and those that are not on it, by fault. */
const ERRORS: Readonly<Partial<Record<FaultKind, { status: number; id: string; message: string }>>> = {
  'bad-request': { status: 400, id: '1000', message: 'Invalid URL parameters' },
  unauthorized: { status: 401, id: '1010', message: 'Incorrect API Key' },
  forbidden: { status: 403, id: '1011', message: 'You do not have permission' },
  'not-found': {
    status: 404,
    id: '1040',
    message: "The resource that you're trying to access doesn't exist",
  },
  'rate-limited': { status: 429, id: '1012', message: 'Too many requests' },
  'licence-used-up': { status: 429, id: '1013', message: 'API call limit exceeded.' },
  'server-error': { status: 500, id: '1026', message: 'Not able to process the request' },
};

/**
 * Answers as the fault says. Error texts quote the key, as a careless gateway might.
 *
 * @param honest what a call without the fault would have got
 */
export function misbehave(response: ServerResponse, fault: Fault, honest: string, apiKey: string): void {
  const error = ERRORS[fault.kind];
  const html = `<!doctype html><title>Gateway</title><p>api-key ${apiKey}</p>`;
  const acts: Partial<Record<FaultKind, () => void>> = {
    gateway: () => send(response, 502, html, 'text/html'),
    'sign-in': () => send(response, 200, html, 'text/html'),
    reset: () => response.destroy(),
    truncated: () => truncate(response, honest),
    empty: () => send(response, 200, ''),
    emptied: () => send(response, 200, JSON.stringify({ data: [], pagerOptions: { totalCount: 0 } })),
    uncounted: () =>
      send(
        response,
        200,
        changed(honest, ({ data }) => ({ data, pagerOptions: {} })),
      ),
    'too-many-records': () =>
      send(
        response,
        200,
        changed(honest, (page) => ({ ...page, data: Array(200_000).fill({ id: 1 }) })),
      ),
    'long-texts': () => send(response, 200, changed(honest, withLongTexts)),
    'wrong-shape': () => send(response, 200, JSON.stringify({ tickets: [], hint: apiKey })),
    // The caller has to give up.
    timeout: () => undefined,
  };
  if (error !== undefined) sendError(response, error, fault, apiKey);
  else acts[fault.kind]?.();
}

/** Whether a fault of that kind takes the place of the honest answer. */
export function isMisbehaviour({ kind }: Fault): boolean {
  return kind !== 'small-pages' && kind !== 'shift';
}

/** A page as the sandbox lists it. */
interface Listing {
  readonly data: readonly object[];
}

/** The honest page with a change; what is no page stays as it is. */
function changed(honest: string, change: (page: Listing) => object): string {
  const page: Partial<Listing> = JSON.parse(honest);
  return page.data === undefined ? honest : JSON.stringify(change({ ...page, data: page.data }));
}

function withLongTexts(page: Listing): object {
  return { ...page, data: page.data.map((record) => ({ ...record, description: 'x'.repeat(100_000) })) };
}

function sendError(
  response: ServerResponse,
  { status, id, message }: { status: number; id: string; message: string },
  { retryAfter }: Fault,
  apiKey: string,
): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
  const error = { httpStatusCode: status, id, message: `${message} (api-key ${apiKey})` };
  send(response, status, JSON.stringify({ response: { error } }));
}

function truncate(response: ServerResponse, honest: string): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(honest),
  });
  response.write(honest.slice(0, honest.length / 2), () => response.destroy());
}

function send(response: ServerResponse, status: number, body: string, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
