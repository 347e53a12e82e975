import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../scripts/temporary-folder.mjs';
import { endWithTests, stop } from './child-processes.ts';

const BUILD = fileURLToPath(new URL('../../dist/', import.meta.url));

/** A server of ours in a process of its own, as a person would run it. */
export interface RunningServer {
  readonly url: string;
  /** Everything that it has printed so far, logs included. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/** A stand-in upstream, with what Loopdesk needs to know to read it. */
export interface RunningSandbox extends RunningServer {
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** Starts the built product, or a copy of it. Without an environment it is the demo. */
export async function startProduct(
  environment: Readonly<Record<string, string>> = {},
  build: string = BUILD,
): Promise<RunningServer> {
  const server = run('main.js', [], { PORT: '0', ...environment }, build);
  const url = await server.printed(/Loopdesk is at (http:\S+)/);
  return { url, output: server.output, stop: server.stop };
}

/** Starts the built sandbox by its own command line. */
export async function startSandbox(...options: readonly string[]): Promise<RunningSandbox> {
  const server = run('sandbox.js', options, {});
  const told = (name: string) => server.printed(new RegExp(`${name}='([^']+)'`));
  const baseUrl = await told('QUESTIONPRO_BASE_URL');
  return {
    url: baseUrl,
    port: Number(new URL(baseUrl).port),
    environment: {
      QUESTIONPRO_BASE_URL: baseUrl,
      QUESTIONPRO_API_KEY: await told('QUESTIONPRO_API_KEY'),
      QUESTIONPRO_WORKSPACES: await told('QUESTIONPRO_WORKSPACES'),
    },
    output: server.output,
    stop: server.stop,
  };
}

/** Switches these faults of a sandbox on, which was started with `--faults`, and all others off. */
export async function setFaults(sandbox: RunningSandbox, faults: readonly object[]): Promise<void> {
  const response = await fetch(new URL('/_faults', sandbox.url), {
    method: 'POST',
    body: JSON.stringify(faults),
  });
  if (!response.ok) throw new Error(`The sandbox refuses these faults: ${await response.text()}`);
}

function run(
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  build = BUILD,
) {
  const child = endWithTests(
    // To compile the embedded database well takes longer than it lives here.
    spawn(process.execPath, ['--liftoff-only', join(build, 'server', script), ...args], {
      // An empty folder: a developer's own .env must not decide what the tests see.
      cwd: temporaryFolder('e2e'),
      // Without a store of its own, unless a test is about that: it takes seconds to open.
      env: { PATH: process.env.PATH, STORE: 'memory', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return {
    output: () => text,
    stop: () => stop(child),
    printed: (pattern: RegExp) =>
      waitFor(
        child,
        () => pattern.exec(text)?.[1],
        () => `${script}: ${text}`,
      ),
  };
}

async function waitFor(
  child: ChildProcess,
  look: () => string | undefined,
  tell: () => string,
): Promise<string> {
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (child.exitCode !== null) throw new Error(`It ended before it was ready. ${tell()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
