import { fileURLToPath } from 'node:url';
import { encodeQuery, routes, type TicketQuery } from '../contract/index.ts';
import type { BenchOptions } from './bench-options.ts';
import { startChildServer } from './child-server.ts';
import { formatLatency, formatTable } from './figures.ts';
import { sendRequests } from './http-client.ts';
import { compareWithNginx } from './http-nginx.ts';
import { compareSignedIn } from './http-signed-in.ts';
import { makeFilters, makeOpenQueries } from './questions.ts';
import { makeTickets } from './tickets.ts';

/** The sizes of a run. */
interface HttpSizes {
  readonly tickets: number;
  /** Tickets of the workspace that is compared with nginx: as many as the largest that we know has. */
  readonly compared: number;
  /** Requests of a row, and of a turn in the comparison. */
  readonly requests: number;
  /** Turns that each side has in the comparison. */
  readonly rounds: number;
  /** Requests of a turn, and turns of each side, in the comparison with those who are signed in. */
  readonly signedIn: { readonly requests: number; readonly rounds: number };
}

const FULL: HttpSizes = {
  tickets: 100_000,
  compared: 30_000,
  requests: 1_500,
  rounds: 4,
  signedIn: { requests: 500, rounds: 8 },
};
const TINY: HttpSizes = {
  tickets: 2_000,
  compared: 500,
  requests: 20,
  rounds: 1,
  signedIn: { requests: 20, rounds: 1 },
};

/** Seconds that a row may take: on a busy machine it then rests on fewer requests. */
const ROW_SECONDS = 6;

/** Few requests wait for another with one client; with eight, the server is never idle. */
const CLIENTS = [1, 8];
const SERVER = fileURLToPath(new URL('http-server.ts', import.meta.url));

/** The real app on loopback, in another process than the clients: they share the machine all the same. */
export async function benchHttp({ tiny }: BenchOptions): Promise<string> {
  const sizes = tiny ? TINY : FULL;
  const rows = await withServer(sizes.tickets, (port) => measureAll(port, sizes));
  const comparison = await withServer(sizes.compared, (port) =>
    compareWithNginx({ port, clients: CLIENTS, ...sizes }),
  );
  const signedIn = await compareSignedIn({ tickets: sizes.compared, ...sizes.signedIn });
  return [rows, comparison, signedIn].join('\n\n');
}

async function withServer(tickets: number, use: (port: number) => Promise<string>): Promise<string> {
  const { port, stop } = await startServer(String(tickets));
  try {
    return await use(port);
  } finally {
    stop();
  }
}

/** Starts the app over tickets that `readTickets` reads, in a process that tells its load when it is asked. */
export async function startServer(source: string) {
  const { server, told: port, stop } = await startChildServer<number>(SERVER, [source]);
  return { server, port, stop };
}

async function measureAll(port: number, { tickets, requests }: HttpSizes): Promise<string> {
  const rows = [[`${tickets.toLocaleString('en')} tickets`, 'clients', 'requests/s', 'p50 / p99 in ms']];
  const paths = makePaths(requests);
  await sendRequests({
    port,
    paths: paths['page, filters not asked before']?.slice(0, 200) ?? [],
    clients: 4,
  });
  for (const [name, all] of Object.entries(paths)) {
    for (const [round, clients] of CLIENTS.entries()) {
      // Each round has questions of its own: asked before is answered from memory.
      const share = all.filter((_, index) => index % CLIENTS.length === round);
      const { samples, seconds } = await sendRequests({ port, paths: share, clients, seconds: ROW_SECONDS });
      rows.push([name, String(clients), (samples.length / seconds).toFixed(0), formatLatency(samples)]);
    }
  }
  return formatTable(rows);
}

function makePaths(requests: number): Readonly<Record<string, readonly string[]>> {
  const count = requests * CLIENTS.length;
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
