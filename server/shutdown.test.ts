import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drain } from './shutdown.ts';
import { listen, open } from './test/sockets.ts';

const REQUEST = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';
const LONG = 60_000;
let server: Server;

beforeEach(() => {
  server = createServer();
});

afterEach(() => server.closeAllConnections());

/** A server whose handler answers when `answer` is called. */
async function startSlow() {
  const waiting: (() => void)[] = [];
  const handler: RequestListener = (_request, response) => waiting.push(() => response.end('done'));
  server = createServer(handler);
  const port = await listen(server);
  const arrived = () => expect.poll(() => waiting.length).toBe(1);
  const answer = () => {
    for (const end of waiting) end();
  };
  return { port, arrived, answer };
}

test('a request under way is answered, then its connection is closed, and then all is over', async () => {
  const { port, arrived, answer } = await startSlow();
  const { closed, text } = open(port, REQUEST);
  await arrived();
  let over = false;
  const drained = drain(server, async () => {}, LONG).then(() => {
    over = true;
  });
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  expect(over).toBe(false);
  answer();
  await closed;
  expect(text()).toContain('done');
  await drained;
});

test('a connection that nobody uses does not keep the process', async () => {
  const { port, arrived, answer } = await startSlow();
  const { closed, text } = open(port, REQUEST);
  await arrived();
  answer();
  await expect.poll(text).toContain('done');
  await drain(server, async () => {}, LONG);
  await closed;
});

test('what is never answered does not keep the process longer than the bound', async () => {
  const { port, arrived } = await startSlow();
  open(port, REQUEST);
  await arrived();
  await drain(server, () => new Promise(() => {}), 50);
  expect(server.listening).toBe(false);
});

test('the rest is stopped too, and may fail at it', async () => {
  await startSlow();
  let stopped = 0;
  await drain(
    server,
    () => {
      stopped++;
      return Promise.reject(new Error('no'));
    },
    LONG,
  );
  expect(stopped).toBe(1);
});

/** A process whose server answers slowly, and while it does so runs what a test says. */
const PROGRAM = (trouble: string) => `
  import { createServer } from 'node:http';
  import { createLogger } from '${import.meta.resolve('./logger.ts')}';
  import { createShutdown } from '${import.meta.resolve('./shutdown.ts')}';
  const shutdown = createShutdown(createLogger({ level: 'info', secrets: [] }));
  const server = createServer((_request, response) => {
    ${trouble}
    setTimeout(() => response.end('done'), 300);
  });
  shutdown.attach(server, () => Promise.resolve());
  server.listen(0, '127.0.0.1', () => console.log('port ' + server.address().port));
`;

async function run(trouble: string) {
  const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', PROGRAM(trouble)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const ended = once(child, 'close').then(([code]) => code);
  await expect.poll(() => output, { timeout: 20_000 }).toMatch(/port \d+/);
  const ask = async () => (await fetch(`http://127.0.0.1:${/port (\d+)/.exec(output)?.[1]}/`)).text();
  return { child, ended, ask, output: () => output };
}

test('two signals at once are one: the request under way is answered and the process ends with 0', {
  timeout: 30_000,
}, async () => {
  const { ask, ended, output } = await run(
    "process.emit('SIGINT', 'SIGINT'); process.emit('SIGTERM', 'SIGTERM');",
  );
  expect(await ask()).toBe('done');
  expect(await ended).toBe(0);
  expect(output().match(/"stopping"/g)).toHaveLength(1);
});

test('an exception in a timer is logged without its words; requests are answered and the process ends', {
  timeout: 30_000,
}, async () => {
  const { ask, ended, output } = await run("setTimeout(() => { throw new RangeError('Jane Doe'); }, 10);");
  expect(await ask()).toBe('done');
  expect(await ended).toBe(1);
  expect(output()).toContain('"level":"fatal"');
  expect(output()).toContain('RangeError');
  expect(output()).not.toContain('Jane');
});

test('a rejection that nobody waited for is logged without its words, and ends nothing', {
  timeout: 30_000,
}, async () => {
  const { child, ask, ended, output } = await run("Promise.reject(new RangeError('Jane Doe'));");
  expect(await ask()).toBe('done');
  expect(await ask()).toBe('done');
  expect(output()).toContain('an unhandled rejection');
  expect(output()).not.toContain('Jane');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
