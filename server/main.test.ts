import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ticketListSchema, workspacesAnswerSchema } from '../contract/index.ts';
import { startSandbox } from './sandbox/server.ts';
import { programOf } from './test/programs.ts';
import { open } from './test/sockets.ts';

let directory: string;
let running: ChildProcess[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'loopdesk-'));
  running = [];
});

afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(directory, { recursive: true });
});

/** Starts Loopdesk as its own process, in an empty directory and with these settings alone. */
function run(settings: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [programOf('main')], {
    cwd: directory,
    env: { STORE: 'memory', ...settings },
  });
  running.push(child);
  const output = { text: '' };
  child.stdout.on('data', (chunk) => {
    output.text += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.text += chunk;
  });
  const ended = once(child, 'close').then(([code]) => code);
  return { child, output, ended };
}

async function urlOf({ output }: ReturnType<typeof run>): Promise<string> {
  await expect.poll(() => output.text, { timeout: 20_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+/);
  return /http:\/\/127\.0\.0\.1:\d+/.exec(output.text)?.[0] ?? '';
}

test('without any setting it shows the demo, says so, and ends cleanly when told to', {
  timeout: 40_000,
}, async () => {
  const demo = run({ PORT: '0' });
  const url = await urlOf(demo);
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 20_000 }).toBe(200);
  const answer = await fetch(`${url}/api/workspaces`);
  const { mode, workspaces } = workspacesAnswerSchema.parse(await answer.json());
  expect(mode).toBe('demo');
  const [first] = workspaces;
  const list = await (await fetch(`${url}/api/workspaces/${first?.id}/tickets?perPage=7`)).json();
  expect(ticketListSchema.parse(list).tickets).toHaveLength(7);
  expect(demo.output.text).toContain('Demo data');
  demo.child.kill('SIGTERM');
  expect(await demo.ended).toBe(0);
});

test('with a key it reads from the upstream, and the key appears nowhere', { timeout: 40_000 }, async () => {
  const apiKey = 's3cret"Key\\1';
  const sandbox = await startSandbox({ tickets: 150, apiKey });
  const [workspace] = sandbox.workspaces;
  await writeFile(join(directory, 'key'), `${apiKey}\n`);
  const live = run({
    PORT: '0',
    LOG_LEVEL: 'trace',
    QUESTIONPRO_API_KEY_FILE: 'key',
    QUESTIONPRO_BASE_URL: sandbox.baseUrl,
    QUESTIONPRO_WORKSPACES: `${workspace?.id}=Shops,404=Nowhere`,
  });
  const url = await urlOf(live);
  const answers: string[] = [];
  const ask = async (path: string) => {
    const answer = await fetch(url + path);
    const text = await answer.text();
    answers.push(JSON.stringify([...answer.headers]), text);
    return text;
  };
  const known = `/api/workspaces/${workspace?.id}`;
  await expect.poll(() => ask(`${known}/snapshot`), { timeout: 20_000 }).toContain('"whole":true');
  await expect.poll(() => ask('/api/workspaces/404/tickets')).toContain('"kind":"not-found"');
  for (const path of ['/', '/api/workspaces', `${known}/tickets`, `${known}/tickets.csv`]) await ask(path);
  const figures = await ask('/metrics');
  expect(figures).toMatch(/^loopdesk_upstream_call_seconds_count\{outcome="ok"\} [1-9]/m);
  expect(figures).toContain('loopdesk_upstream_problem{workspace="404",kind="not-found"} 1');
  expect(figures).toMatch(/^loopdesk_upstream_calls_left_today [1-9]/m);
  expect(figures).toMatch(/^loopdesk_read_seconds_count\{workspace="\d+",outcome="whole"\} 1/m);
  live.child.kill('SIGINT');
  expect(await live.ended).toBe(0);
  await sandbox.close();
  expect(live.output.text).toContain('Live: Shops, Nowhere, from 127.0.0.1');
  const told = answers.join('') + live.output.text;
  for (const form of [apiKey, JSON.stringify(apiKey).slice(1, -1), 's3cret'])
    expect(told).not.toContain(form);
});

test('a request that comes while it is told to end is answered before it ends', {
  timeout: 40_000,
}, async () => {
  const demo = run({ PORT: '0' });
  const { port } = new URL(await urlOf(demo));
  const { socket, closed, text } = open(Number(port), 'GET /healthz HTTP/1.1\r\nHost: local');
  // The server has taken the connection when it answers another one.
  await fetch(`http://127.0.0.1:${port}/healthz`);
  demo.child.kill('SIGTERM');
  await expect.poll(() => demo.output.text).toContain('"stopping"');
  socket.write('host\r\n\r\n');
  await closed;
  expect(text()).toContain('200 OK');
  expect(await demo.ended).toBe(0);
});

test('settings that are wrong stop the start with all faults, also those in .env', {
  timeout: 20_000,
}, async () => {
  await writeFile(join(directory, '.env'), 'PORT=many\nHOST=0.0.0.0\nREFRESH_SECONDS=10\n');
  const { ended, output } = run({ REFRESH_SECONDS: '1', QUESTIONPRO_API_KEY: 'bad key' });
  expect(await ended).toBe(1);
  for (const name of ['PORT', 'HOST', 'REFRESH_SECONDS', 'QUESTIONPRO_API_KEY', 'QUESTIONPRO_WORKSPACES']) {
    expect(output.text).toContain(`  - ${name} must be`);
  }
  expect(output.text).not.toContain('bad key');
});

test('a port that is taken is told in plain words', { timeout: 20_000 }, async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const { ended, output } = run({ PORT: String(port) });
  expect(await ended).toBe(1);
  expect(output.text).toContain(`Port ${port} on 127.0.0.1 is taken`);
  other.close();
});
