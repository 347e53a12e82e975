import { once, setMaxListeners } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  encodeQuery,
  routes,
  type SnapshotStatus,
  snapshotStatusSchema,
  type TicketQuery,
  ticketListSchema,
} from '../contract/index.ts';
import { makeFilters } from './questions.ts';
import { mulberry32 } from './tickets.ts';

/** Findings of the clients; durations in milliseconds. */
export interface Findings {
  readonly polls: number[];
  readonly lists: number[];
  /** Errors that a client would have shown, and contradictions that it found. */
  readonly errors: string[];
  unchanged: number;
}

interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly text: string;
}

const POLL_MS = 5_000;
/** Polls per list request, on average. */
const LIST_EVERY = 4;

/**
 * Runs clients that do what a browser's tab does: each shows a list, asks every five seconds for the state of
 * its data, and now and then filters anew. Ends when `signal` aborts.
 */
export async function runClients(
  url: string,
  { workspace, count, signal }: { workspace: string; count: number; signal: AbortSignal },
): Promise<Findings> {
  const findings: Findings = { polls: [], lists: [], errors: [], unchanged: 0 };
  const agent = new Agent({ keepAlive: true });
  // Every client waits for it.
  setMaxListeners(count, signal);
  const first = await ask(`${url}${routes.tickets(workspace)}?perPage=200`, agent);
  const queries = makeFilters(2_000, ticketListSchema.parse(JSON.parse(first.text)).tickets).values();
  const random = mulberry32(11);
  const client = async () => {
    const tab = createTab({ url, workspace, agent, findings });
    await pause(random() * POLL_MS, signal);
    while (!signal.aborted) {
      try {
        if (tab.isEmpty() || random() < 1 / LIST_EVERY) await tab.show(queries.next().value ?? null);
        else await tab.poll();
      } catch (error) {
        findings.errors.push(String(error));
      }
      await pause(POLL_MS, signal);
    }
  };
  await Promise.all(Array.from({ length: count }, client));
  agent.destroy();
  return findings;
}

interface TabOptions {
  readonly url: string;
  readonly workspace: string;
  readonly agent: Agent;
  readonly findings: Findings;
}

/** One browser tab: a list that is pinned to its snapshot, and the last state of the data. */
function createTab({ url, workspace, agent, findings }: TabOptions) {
  let query: TicketQuery | null = null;
  let known: { readonly etag: string | undefined; readonly status: SnapshotStatus } | null = null;

  async function timed(path: string, samples: number[], etag?: string): Promise<Answer> {
    const start = performance.now();
    const answer = await ask(`${url}${path}`, agent, etag);
    samples.push(performance.now() - start);
    if (answer.status !== 200 && answer.status !== 304) throw new Error(`${path}: ${answer.status}`);
    return answer;
  }

  return {
    isEmpty: () => query === null,
    /** Filters anew, which reads from the newest snapshot. */
    async show(next: TicketQuery | null) {
      if (next === null) return;
      const { text } = await timed(`${routes.tickets(workspace)}?${searchOf(next)}`, findings.lists);
      const { tickets, page, snapshot } = ticketListSchema.parse(JSON.parse(text));
      if (tickets.length !== Math.min(page.perPage, page.total)) throw new Error('a page is not full');
      query = { ...next, at: snapshot.number };
      known = null;
    },
    async poll() {
      if (query === null) return;
      const path = `${routes.snapshot(workspace)}?${searchOf(query)}`;
      const { status, etag, text } = await timed(path, findings.polls, known?.etag);
      if (status === 304) findings.unchanged++;
      else known = { etag, status: snapshotStatusSchema.parse(JSON.parse(text)) };
      const problem = known?.status.problem ?? null;
      if (problem !== null) findings.errors.push(`the strip says ${problem.kind}`);
    },
  };
}

function searchOf(query: TicketQuery): string {
  return new URLSearchParams(encodeQuery(query)).toString();
}

async function ask(address: string, agent: Agent, etag?: string): Promise<Answer> {
  const sent = get(address, { agent, headers: etag === undefined ? {} : { 'if-none-match': etag } });
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  return { status: response.statusCode ?? 0, etag: response.headers.etag, text };
}

/** Waits, or comes back at once when it is over. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
