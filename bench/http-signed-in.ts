import { fileURLToPath } from 'node:url';
import { routes } from '../contract/index.ts';
import { SESSION_COOKIE } from '../server/access/cookies.ts';
import { startChildServer } from './child-server.ts';
import { formatLatency, formatMs, formatTable, percentile } from './figures.ts';
import { type RequestOptions, sendRequests } from './http-client.ts';

/** The app where nobody signs in and where everybody has, in one process, as it tells of itself. */
export interface SignedInServer {
  readonly openPort: number;
  readonly signedInPort: number;
  /** The host by which the second is asked. */
  readonly host: string;
  /** The cookies of those who are signed in. */
  readonly secrets: readonly string[];
}

interface ComparisonSizes {
  readonly tickets: number;
  /** Requests of a turn. */
  readonly requests: number;
  /** Turns of each side, one after the other, since what else the machine does changes. */
  readonly rounds: number;
}

const SERVER = fileURLToPath(new URL('signed-in-server.ts', import.meta.url));

/** Sessions that requests come from in turns. */
const SESSIONS = 500;

const PATHS = {
  'page, asked before': routes.tickets('bench'),
  'snapshot status, as polled': routes.snapshot('bench'),
};

/** Compares requests of nobody in particular with the same of people who are signed in, as a Markdown table. */
export async function compareSignedIn({ tickets, ...sizes }: ComparisonSizes): Promise<string> {
  const { told, stop } = await startChildServer<SignedInServer>(SERVER, [String(tickets), String(SESSIONS)]);
  try {
    const rows = [[`${SESSIONS} sessions`, 'ACCESS=none: p50 / p99 in ms', 'signed in', 'more at p50']];
    for (const [name, path] of Object.entries(PATHS)) {
      // Both have seen a few requests before any counts.
      await compare(path, { ...sizes, rounds: 1 }, told);
      rows.push([name, ...(await compare(path, sizes, told))]);
    }
    return formatTable(rows);
  } finally {
    stop();
  }
}

async function compare(
  path: string,
  { requests, rounds }: Omit<ComparisonSizes, 'tickets'>,
  { openPort, signedInPort, host, secrets }: SignedInServer,
): Promise<string[]> {
  const paths = Array.from({ length: requests }, () => path);
  const cookies = secrets.map((secret) => ({ host, cookie: `${SESSION_COOKIE}=${secret}` }));
  const [open, signedIn]: [number[], number[]] = [[], []];
  const turn = async (samples: number[], of: Pick<RequestOptions, 'port' | 'headers'>) => {
    samples.push(...(await sendRequests({ ...of, paths, clients: 1 })).samples);
  };
  for (let round = 0; round < rounds; round++) {
    await turn(open, { port: openPort });
    await turn(signedIn, { port: signedInPort, headers: cookies });
  }
  const more = percentile(signedIn, 0.5) - percentile(open, 0.5);
  return [formatLatency(open), formatLatency(signedIn), formatMs(more)];
}
