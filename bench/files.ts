import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { routes } from '../contract/index.ts';
import type { BenchOptions } from './bench-options.ts';
import { formatMs, formatTable } from './figures.ts';
import { startServer } from './http.ts';
import type { ProcessLoad } from './process-load.ts';

const TICKETS = '50000';
const ROUNDS = 3;

const FILES = {
  CSV: routes.ticketsCsv('bench'),
  'CSV, names hidden': `${routes.ticketsCsv('bench')}?mask=true`,
  workbook: routes.ticketsXlsx('bench'),
  'workbook, names hidden': `${routes.ticketsXlsx('bench')}?mask=true`,
};

const TARGET = { bytes: 300e6, stopMs: 50 };

/** One download of a file. */
interface Download extends ProcessLoad {
  readonly tickets: number;
  readonly seconds: number;
  readonly bytes: number;
}

/**
 * Files of every field from the real app in another process, which is started anew for each: the first one is slower. The
 * worst figure of several rounds, the first included.
 *
 * @param args how many made-up tickets to take, or a file of tickets, one JSON object a line
 */
export async function benchFiles({ args: [source = TICKETS] }: BenchOptions): Promise<string> {
  const rows: Download[] = [];
  for (const path of Object.values(FILES)) rows.push(await measure(source, path));
  return tableOf(rows);
}

async function measure(source: string, path: string): Promise<Download> {
  const { server, port, stop } = await startServer(source);
  try {
    const downloads: Download[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      downloads.push(await download(server, `http://127.0.0.1:${port}${path}`));
    }
    return worstOf(downloads);
  } finally {
    stop();
  }
}

async function download(server: ChildProcess, url: string): Promise<Download> {
  await askLoad(server);
  const start = performance.now();
  const { bytes, tickets } = await fetchFile(url);
  const seconds = (performance.now() - start) / 1_000;
  return { ...(await askLoad(server)), seconds, bytes, tickets };
}

async function fetchFile(url: string): Promise<{ bytes: number; tickets: number }> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`${url} answered ${response.status}`);
  let bytes = 0;
  for await (const chunk of response.body) bytes += chunk.length;
  return { bytes, tickets: Number(response.headers.get('loopdesk-tickets')) };
}

async function askLoad(server: ChildProcess): Promise<ProcessLoad> {
  server.send('load');
  const [load] = await once(server, 'message');
  return load as ProcessLoad;
}

function worstOf(downloads: readonly Download[]): Download {
  const most = (key: keyof Download) => Math.max(...downloads.map((one) => one[key]));
  return {
    tickets: most('tickets'),
    seconds: most('seconds'),
    bytes: most('bytes'),
    extraBytes: most('extraBytes'),
    longestStop: most('longestStop'),
  };
}

function tableOf(rows: readonly Download[]): string {
  const tickets = rows[0]?.tickets ?? 0;
  const head = [
    `${tickets.toLocaleString('en')} tickets, every field`,
    'seconds',
    'file, MB',
    'memory more, MB',
    'longest stop, ms',
  ];
  const lines = Object.keys(FILES).map((name, index) => {
    const { seconds, bytes, extraBytes, longestStop } = rows[index] as Download;
    return [
      name,
      seconds.toFixed(2),
      (bytes / 1e6).toFixed(1),
      (extraBytes / 1e6).toFixed(0),
      formatMs(longestStop),
    ];
  });
  const isMet = rows.every(
    ({ extraBytes, longestStop }) => extraBytes < TARGET.bytes && longestStop <= TARGET.stopMs,
  );
  return `${formatTable([head, ...lines])}\n\nAt most ${TARGET.bytes / 1e6} MB more and stops of ${TARGET.stopMs} ms: ${isMet ? 'met' : 'NOT met'}.`;
}
