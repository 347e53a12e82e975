import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallCount } from './call-count.ts';
import type { FaultSwitches } from './faults.ts';

const MAX_BODY_CHARACTERS = 64 * 1024;

/** Switches and counters that are reached from outside. */
export interface Controls {
  readonly faults: FaultSwitches;
  readonly calls: CallCount;
}

/** Whether a request is for the controls and not for the API. */
export function isForControls({ url }: IncomingMessage): boolean {
  return url === '/_faults' || url === '/_calls';
}

/**
 * `POST /_faults` switches the faults of a JSON list on and all others off; `GET` tells which are on.
 * `GET /_calls` tells the {@link CallReport}; `DELETE` begins to count anew.
 */
export async function control(
  request: IncomingMessage,
  response: ServerResponse,
  { faults, calls }: Controls,
): Promise<void> {
  const route = `${request.method} ${request.url}`;
  const wrong = route === 'POST /_faults' ? faults.set(await readJson(request)) : null;
  if (route === 'DELETE /_calls') calls.reset();
  if (wrong !== null) send(response, 400, { wrong });
  else send(response, 200, request.url === '/_faults' ? faults.on() : calls.report());
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(`${JSON.stringify(body)}\n`);
}

/** The body, undefined when it is too long or no JSON. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    text += chunk;
    if (text.length > MAX_BODY_CHARACTERS) return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    // No JSON: who sent it is told by the answer.
    return undefined;
  }
}
