import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BenchOptions } from './bench-options.ts';
import { formatLatency, formatMs, formatTable } from './figures.ts';
import type { QueryFigures } from './query-worker.ts';

const SIZES = ['10000', '100000', '1000000'];
const TINY_SIZES = ['300'];
const WORKER = fileURLToPath(new URL('query-worker.ts', import.meta.url));
/** A million tickets as JavaScript objects are more than Node allows a heap by itself. */
const FLAGS = ['--expose-gc', '--max-old-space-size=8192', '--import', 'tsx'];

/**
 * Questions put to a snapshot within one process. Every answer is worked out anew, except where a row says
 * that it was asked before.
 *
 * @param options as arguments, how many made-up tickets to take, or files of tickets, one JSON object a line
 */
export async function benchQuery({ args, tiny }: BenchOptions): Promise<string> {
  const figures: QueryFigures[] = [];
  const sizes = tiny ? TINY_SIZES : SIZES;
  for (const source of args.length > 0 ? args : sizes) figures.push(await measure(source));
  const questions = Object.keys(figures[0]?.samples ?? {});
  const row = (name: string, cell: (figure: QueryFigures) => string) => [name, ...figures.map(cell)];
  return formatTable([
    row('p50 / p99 in ms', ({ tickets }) => `${tickets.toLocaleString('en')} tickets`),
    ...questions.map((question) => row(question, ({ samples }) => formatLatency(samples[question] ?? []))),
    row('building the snapshot, ms', ({ build }) => formatMs(build)),
    row('its longest step, ms', ({ longestStep }) => formatMs(longestStep)),
    row('memory: the tickets, bytes each', ({ ticketBytes }) => ticketBytes.toFixed(0)),
    row('memory: columns and search, bytes each', ({ columnBytes }) => columnBytes.toFixed(0)),
  ]);
}

async function measure(source: string): Promise<QueryFigures> {
  const options = { maxBuffer: 2 ** 26 };
  const { stdout } = await promisify(execFile)(process.execPath, [...FLAGS, WORKER, source], options);
  return JSON.parse(stdout) as QueryFigures;
}
