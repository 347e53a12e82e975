import { DEFAULT_QUERY, encodeQuery, routes, type TicketQuery } from '../contract/index.ts';
import { hasNginx } from '../scripts/nginx.mjs';
import { formatTable } from './figures.ts';
import { type Requested, sendRequests } from './http-client.ts';
import { type ServedFile, serveByNginx } from './nginx.ts';
import { makeOpenQueries } from './questions.ts';

/** Rows of a page that come to about 65 kB of JSON. */
const PER_PAGE = 70;
const LIST = listPath(DEFAULT_QUERY);

/** Seconds that a turn may take. */
const TURN_SECONDS = 2;

/** The sizes of a comparison. */
interface ComparisonOptions {
  /** The product's. */
  readonly port: number;
  /** Numbers of clients, each compared by itself. */
  readonly clients: readonly number[];
  /** Each side has its turn so often, one after the other, since what else the machine does changes. */
  readonly rounds: number;
  /** Requests of a turn. */
  readonly requests: number;
}

/**
 * Compares lists with nginx, which serves the same body and compresses it on the fly, as a Markdown table: with a worker for
 * each core, as it is run, and with one, since the product answers in one thread.
 */
export async function compareWithNginx(options: ComparisonOptions): Promise<string> {
  if (!hasNginx()) return 'There is no nginx here to compare with.';
  const body = await readBody(options.port);
  const nginx = await serveByNginx(body, 'auto');
  const oneWorker = await serveByNginx(body, 1);
  try {
    const head = ['nginx, gzip on: requests/s', 'with one worker', 'asked before', 'not asked before'];
    const others = { nginx, oneWorker };
    // All have seen a few requests before any counts.
    await compare({ ...options, rounds: 1 }, 4, others);
    const rows = [[`one list of ${(Buffer.byteLength(body) / 1_000).toFixed(0)} kB`, ...head]];
    for (const clients of options.clients) rows.push(await compare(options, clients, others));
    return formatTable(rows);
  } finally {
    await Promise.all([nginx.stop(), oneWorker.stop()]);
  }
}

/** A row: requests a second of each side, and how many times those of nginx they are, and of nginx with one worker. */
async function compare(
  { port, rounds, requests }: ComparisonOptions,
  clients: number,
  { nginx, oneWorker }: { readonly nginx: ServedFile; readonly oneWorker: ServedFile },
): Promise<string[]> {
  // Others have been asked before, by another number of clients and in the other figures.
  const open = makeOpenQueries(rounds * requests, clients * 1e6).map((query) => listPath(query));
  const repeat = (path: string) => Array.from({ length: requests }, () => path);
  const turns = {
    nginx: [] as Requested[],
    oneWorker: [] as Requested[],
    repeated: [] as Requested[],
    distinct: [] as Requested[],
  };
  for (let round = 0; round < rounds; round++) {
    const turn = { clients, seconds: TURN_SECONDS };
    const distinct = open.slice(round * requests, (round + 1) * requests);
    turns.nginx.push(await sendRequests({ ...turn, port: nginx.port, paths: repeat(nginx.path) }));
    turns.oneWorker.push(
      await sendRequests({ ...turn, port: oneWorker.port, paths: repeat(oneWorker.path) }),
    );
    turns.repeated.push(await sendRequests({ ...turn, port, paths: repeat(LIST) }));
    turns.distinct.push(await sendRequests({ ...turn, port, paths: distinct }));
  }
  const [base, one] = [rateOf(turns.nginx), rateOf(turns.oneWorker)];
  const against = (rate: number) =>
    `${rate.toFixed(0)} (${(rate / base).toFixed(2)}×, ${(rate / one).toFixed(2)}×)`;
  const name = `${clients} ${clients === 1 ? 'client' : 'clients'}`;
  const ours = [turns.repeated, turns.distinct].map((of) => against(rateOf(of)));
  return [name, base.toFixed(0), one.toFixed(0), ...ours];
}

function listPath(query: TicketQuery): string {
  const pairs = encodeQuery({ ...query, perPage: PER_PAGE });
  return `${routes.tickets('bench')}?${new URLSearchParams(pairs)}`;
}

async function readBody(port: number): Promise<string> {
  const headers = { 'accept-encoding': 'identity' };
  return (await fetch(`http://127.0.0.1:${port}${LIST}`, { headers })).text();
}

function rateOf(turns: readonly Requested[]): number {
  const sum = (of: (turn: Requested) => number) => turns.reduce((total, turn) => total + of(turn), 0);
  return sum(({ samples }) => samples.length) / sum(({ seconds }) => seconds);
}
