import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../scripts/temporary-folder.mjs';

const DIST = fileURLToPath(new URL('../dist/server/', import.meta.url));

/** As many as in the largest file of real tickets that the product is tried on. */
const TICKETS = 31_606;

/** The built product on the built sandbox, each in a process of its own. */
export interface Servers {
  readonly url: string;
  readonly workspace: string;
  readonly stop: () => void;
}

/**
 * Starts both, and waits until all tickets have been read.
 *
 * @param file tickets to serve, one JSON object a line; as many made-up ones when it is null
 */
export async function startServers(file: string | null): Promise<Servers> {
  const source = file === null ? ['--tickets', String(TICKETS)] : ['--file', file];
  const sandbox = run('sandbox.js', source, {});
  const told = (name: string) => sandbox.printed(new RegExp(`${name}='([^']+)'`));
  const workspaces = await told('QUESTIONPRO_WORKSPACES');
  const product = run('main.js', [], {
    PORT: '0',
    LOG_LEVEL: 'silent',
    QUESTIONPRO_BASE_URL: await told('QUESTIONPRO_BASE_URL'),
    QUESTIONPRO_API_KEY: await told('QUESTIONPRO_API_KEY'),
    QUESTIONPRO_WORKSPACES: workspaces,
    QUESTIONPRO_PER_PAGE: '1000',
    QUESTIONPRO_CALLS_PER_DAY: '100000',
    // Nothing is read anew while it is measured.
    REFRESH_SECONDS: '3600',
  });
  const url = await product.printed(/Loopdesk is at (http:\S+)/);
  const [workspace = ''] = workspaces.split('=');
  await untilWhole(`${url}/api/workspaces/${workspace}/snapshot`);
  return {
    url,
    workspace,
    stop: () => {
      product.child.kill();
      sandbox.child.kill();
    },
  };
}

async function untilWhole(address: string): Promise<void> {
  for (;;) {
    const { whole, state } = (await (await fetch(address)).json()) as { whole: boolean; state: string };
    if (whole && state === 'fresh') return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function run(script: string, args: readonly string[], environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(DIST, script), ...args], {
    // An empty folder: a developer's own .env must not decide what is measured.
    cwd: temporaryFolder('bench'),
    env: { PATH: process.env.PATH, STORE: 'memory', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, printed: (pattern: RegExp) => firstMatch(child, pattern) };
}

const outputs = new WeakMap<ChildProcess, { text: string }>();

async function firstMatch(child: ChildProcess, pattern: RegExp): Promise<string> {
  const output = outputs.get(child) ?? collect(child);
  for (;;) {
    const [, found] = pattern.exec(output.text) ?? [];
    if (found !== undefined) return found;
    if (child.exitCode !== null) throw new Error(`it ended before it printed ${pattern}: ${output.text}`);
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')]);
  }
}

function collect(child: ChildProcess): { text: string } {
  const output = { text: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    output.text += chunk.toString();
  });
  outputs.set(child, output);
  return output;
}
