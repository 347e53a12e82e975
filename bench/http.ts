import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { encodeQuery, routes, type TicketQuery } from '../contract/index.ts';
import { formatLatency, formatTable } from './figures.ts';
import { makeFilters, makeOpenQueries } from './questions.ts';
import { makeTickets } from './tickets.ts';

const TICKETS = 100_000;
const REQUESTS = 1_500;
/** Few requests wait for another with one client; with eight, the server is never idle. */
const CLIENTS = [1, 8];
const SERVER = fileURLToPath(new URL('http-server.ts', import.meta.url));
/** Browsers say so, and the answer is then compressed: that is part of the price. */
const HEADERS = { 'accept-encoding': 'gzip, deflate, br' };

/** The real app on loopback, in another process than the clients: they share the machine all the same. */
export async function benchHttp(): Promise<string> {
  const { port, stop } = await startServer(String(TICKETS));
  try {
    return await measureAll(port);
  } finally {
    stop();
  }
}

/** Starts the app over tickets that `readTickets` reads, in a process that tells its load when it is asked. */
export async function startServer(source: string) {
  const server = fork(SERVER, [source], {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const stop = () => server.kill();
  try {
    return { server, port: await startedPort(server), stop };
  } catch (error) {
    stop();
    throw error;
  }
}

async function startedPort(server: ChildProcess): Promise<number> {
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`the server of the benchmark ended with ${code}`);
  });
  const [port] = await Promise.race([once(server, 'message'), ended]);
  return port as number;
}

async function measureAll(port: number): Promise<string> {
  const rows = [[`${TICKETS.toLocaleString('en')} tickets`, 'clients', 'requests/s', 'p50 / p99 in ms']];
  const paths = makePaths();
  await run(port, paths['page, filters not asked before']?.slice(0, 200) ?? [], 4);
  for (const [name, requests] of Object.entries(paths)) {
    for (const [round, clients] of CLIENTS.entries()) {
      // Each round has questions of its own: asked before is answered from memory.
      const share = requests.filter((_, index) => index % CLIENTS.length === round);
      const { samples, seconds } = await run(port, share, clients);
      rows.push([name, String(clients), (share.length / seconds).toFixed(0), formatLatency(samples)]);
    }
  }
  return formatTable(rows);
}

function makePaths(): Readonly<Record<string, readonly string[]>> {
  const count = REQUESTS * CLIENTS.length;
  const filters = makeFilters(count + 200, makeTickets(5_000)).slice(200);
  const same = Array.from({ length: count }, () => routes.tickets('bench'));
  return {
    'page, filters not asked before': filters.map(pathOf),
    'page, all tickets counted anew': makeOpenQueries(count).map(pathOf),
    'page, asked before': same,
    'snapshot status, as polled': same.map(() => routes.snapshot('bench')),
  };
}

function pathOf(query: TicketQuery): string {
  return `${routes.tickets('bench')}?${new URLSearchParams(encodeQuery(query))}`;
}

/** Sends all requests, each client its next one when it has read the last answer to its end. */
async function run(
  port: number,
  paths: readonly string[],
  clients: number,
): Promise<{ samples: number[]; seconds: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const waiting = paths.values();
  const samples: number[] = [];
  const start = performance.now();
  const client = async () => {
    for (const path of waiting) {
      const before = performance.now();
      await request(port, path, agent);
      samples.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return { samples, seconds: (performance.now() - start) / 1_000 };
}

async function request(port: number, path: string, agent: Agent): Promise<void> {
  const sent = get({ host: '127.0.0.1', port, path, agent, headers: HEADERS });
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  for await (const _chunk of response);
  if (response.statusCode !== 200) throw new Error(`${path} answered ${response.statusCode}`);
}
