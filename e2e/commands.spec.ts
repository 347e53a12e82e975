import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { freePort } from './support/free-port.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

// Each works on the one dist/ and on a machine's whole strength.
test.describe.configure({ mode: 'serial' });

/** The commands that the README tells people to type. */
function commandsOfReadme(): string[] {
  const readme = readFileSync(`${ROOT}README.md`, 'utf8');
  const blocks = [...readme.matchAll(/```sh\n([^`]*)```/g)];
  return blocks.flatMap(([, block = '']) => block.trim().split('\n'));
}

test('every command of the README is tried here, or runs this', () => {
  expect(commandsOfReadme()).toEqual([
    'npm start',
    'npm test',
    'npm run dev',
    'npm run check',
    'npm run sandbox -- --tickets 50000 --latency 200',
    'npm run bench -- query 10000',
  ]);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`npm start serves the product, says where and with which data, and ends on ${signal}`, async ({
    request,
  }) => {
    const product = run('npm start', { PORT: '0' });
    const url = await product.printed(/Loopdesk is at (http:\S+)/);
    expect(product.output()).toContain('Demo data');
    expect(await (await request.get(url)).text()).toContain('<title>Loopdesk</title>');
    await expect.poll(async () => (await request.get(`${url}/readyz`)).status()).toBe(200);
    await product.end(signal);
    expect(product.output()).not.toMatch(/error/i);
    // npm may be gone a moment before what it runs.
    await expect
      .poll(() =>
        request.get(url).then(
          () => 'answers',
          () => 'silent',
        ),
      )
      .toBe('silent');
  });
}

test('a port that is taken stops npm start with a word about it', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const port = String((other.address() as { port: number }).port);
  const product = run('npm start', { PORT: port });
  expect(await product.exited()).toBe(1);
  expect(product.output()).toContain(`Port ${port} on 127.0.0.1 is taken.`);
  other.close();
});

test('npm start names every fault of the environment at once, and no value of it', async () => {
  const key = 'a key with spaces';
  const product = run('npm start', { QUESTIONPRO_API_KEY: key, PORT: 'http', HOST: '0.0.0.0' });
  expect(await product.exited()).toBe(1);
  for (const name of ['QUESTIONPRO_API_KEY', 'QUESTIONPRO_WORKSPACES', 'PORT', 'HOST', 'ACCESS is none']) {
    expect(product.output()).toContain(name);
  }
  expect(product.output()).not.toContain(key);
});

test('npm run dev serves both sides', async ({ request }) => {
  const [port, apiPort] = [await freePort(), await freePort()];
  const dev = run('npm run dev', { PORT: port, LOOPDESK_API_PORT: apiPort });
  await dev.printed(/Loopdesk is at/);
  const url = `http://127.0.0.1:${port}`;
  await expect.poll(async () => (await request.get(`${url}/api/workspaces`)).status()).toBe(200);
  expect(await (await request.get(url)).text()).toContain('/main.tsx');
  await dev.end('SIGINT');
});

test('npm run sandbox serves as many tickets as it is told', async ({ request }) => {
  const sandbox = run('npm run sandbox -- --tickets 50000 --latency 200', {});
  const baseUrl = await sandbox.printed(/QUESTIONPRO_BASE_URL='([^']+)'/);
  const key = await sandbox.printed(/QUESTIONPRO_API_KEY='([^']+)'/);
  const answer = await request.get(`${baseUrl}/cx/closedloop/workspaces/4201/tickets?page=500&perPage=100`, {
    headers: { 'api-key': key },
  });
  const { data, pagerOptions } = await answer.json();
  expect(data).toHaveLength(100);
  expect(pagerOptions.totalCount).toBe(50_000);
  await sandbox.end('SIGINT');
});

test('npm run bench prints figures beside the machine', async () => {
  // Fewer tickets than in the README: what it prints is the same.
  const bench = run('npm run bench -- query 300', {});
  expect(await bench.exited()).toBe(0);
  expect(bench.output()).toMatch(/## query/);
  expect(bench.output()).toContain(`Node v${process.versions.node}`);
  expect(bench.output()).toMatch(/\| .*300 tickets/);
});

function run(command: string, environment: Readonly<Record<string, string>>) {
  const [program = '', ...args] = command.split(' ');
  // A group of its own, so that a signal can reach it as Ctrl-C in a terminal does.
  const child = spawn(program, args, {
    cwd: ROOT,
    detached: true,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return {
    output: () => text,
    printed: async (pattern: RegExp) => {
      await expect.poll(() => text, { timeout: 60_000 }).toMatch(pattern);
      return pattern.exec(text)?.[1] ?? '';
    },
    exited: () => exitCode(child),
    end: async (signal: 'SIGINT' | 'SIGTERM') => {
      process.kill(signal === 'SIGINT' ? -(child.pid as number) : (child.pid as number), signal);
      await exitCode(child);
    },
  };
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}
