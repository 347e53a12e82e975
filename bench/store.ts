import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findPostgres, type PostgresServer, startPostgres } from '../server/store/testing/postgres-server.ts';
import type { BenchOptions } from './bench-options.ts';
import { formatMs, formatTable } from './figures.ts';
import { countKills } from './store-kills.ts';
import type { StoreFigures } from './store-process.ts';

const PROGRAM = fileURLToPath(new URL('store-process.ts', import.meta.url));

/**
 * A store of tickets, embedded and on a server of this machine: recording, starting with what is stored, and kills.
 *
 * @param options as arguments, how many tickets and how many kills
 */
export async function benchStore({ args, tiny }: BenchOptions): Promise<string> {
  const [count = tiny ? '600' : '50000', kills = tiny ? '1' : '50'] = args;
  const directory = mkdtempSync(join(tmpdir(), 'loopdesk-bench-store-'));
  const bin = findPostgres();
  // Kills are worth something only where it is safe from them.
  const server = bin === null ? null : await startPostgres(bin, { safe: true });
  try {
    const columns = await measureAll(count, directory, server);
    const lines = [formatFigures(count, columns)];
    lines.push(await countKills({ kills: Number(kills), directory: join(directory, 'kills'), server }));
    return lines.join('\n\n');
  } finally {
    await server?.remove();
    rmSync(directory, { recursive: true });
  }
}

type Column = readonly [name: string, figures: StoreFigures];

async function measureAll(
  count: string,
  directory: string,
  server: PostgresServer | null,
): Promise<Column[]> {
  const columns: Column[] = [['embedded', await measure(count, directory, '')]];
  if (server !== null) columns.push(['PostgreSQL', await measure(count, directory, server.url)]);
  return columns;
}

async function measure(count: string, directory: string, url: string): Promise<StoreFigures> {
  const written = await run('write', count, directory, url);
  return { ...written, ...(await run('read', count, directory, url)) };
}

async function run(...args: readonly string[]): Promise<StoreFigures> {
  const flags = ['--expose-gc', '--import', 'tsx', PROGRAM];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, ...args]);
  return JSON.parse(stdout) as StoreFigures;
}

function formatFigures(count: string, columns: readonly Column[]): string {
  const names = Object.keys(columns[0]?.[1] ?? {});
  return formatTable([
    [`${Number(count).toLocaleString('en')} tickets, ms`, ...columns.map(([name]) => name)],
    ...names.map((name) => [
      name,
      ...columns.map(([, figures]) => format(name, figures[name] ?? Number.NaN)),
    ]),
  ]);
}

function format(name: string, figure: number): string {
  if (name.startsWith('memory')) return `${(figure / 2 ** 20).toFixed(0)} MB`;
  return name.startsWith('disk') ? figure.toFixed(0) : formatMs(figure);
}
