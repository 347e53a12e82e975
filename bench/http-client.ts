import { once } from 'node:events';
import {
  Agent,
  get,
  type IncomingMessage,
  type RequestOptions as NodeRequest,
  type OutgoingHttpHeaders,
} from 'node:http';

/** Browsers say so, and the answer is then compressed: that is part of the price. */
const HEADERS = { 'accept-encoding': 'gzip, deflate, br' };

/** The measurements of some requests: milliseconds of each, seconds of all together. */
export interface Requested {
  readonly samples: readonly number[];
  readonly seconds: number;
}

/** Requests that clients share, and how many clients there are. */
export interface RequestOptions {
  readonly port: number;
  readonly paths: readonly string[];
  readonly clients: number;
  /** Headers that requests have in turns besides; none when left out. */
  readonly headers?: readonly OutgoingHttpHeaders[];
  /** Time after which no more are sent, so that a slow machine takes no longer; no end when left out. */
  readonly seconds?: number;
}

/** Sends requests, each client its next one when it has read the last answer to its end. */
export async function sendRequests({
  port,
  paths,
  clients,
  headers = [{}],
  seconds = Infinity,
}: RequestOptions): Promise<Requested> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const waiting = paths.entries();
  const samples: number[] = [];
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1_000;
  const client = async () => {
    for (const [index, path] of waiting) {
      const before = performance.now();
      await readAnswer({ port, path, agent, headers: { ...HEADERS, ...headers[index % headers.length] } });
      samples.push(performance.now() - before);
      if (elapsed() > seconds) return;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return { samples, seconds: elapsed() };
}

async function readAnswer(request: NodeRequest & { readonly path: string }): Promise<void> {
  const sent = get({ host: '127.0.0.1', ...request });
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  for await (const _chunk of response);
  if (response.statusCode !== 200) throw new Error(`${request.path} answered ${response.statusCode}`);
}
