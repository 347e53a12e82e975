import type { Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { DEFAULT_QUERY, encodeQuery, MAX_IDS } from '../../contract/index.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { listen, open } from '../test/sockets.ts';
import { tickets } from '../test/tickets.ts';
import type { ServerLimits } from './limits.ts';
import { createHttpServer } from './server.ts';

const CSV = 'GET /api/workspaces/w/tickets.csv HTTP/1.1\r\nHost: localhost\r\n\r\n';
const QUICK: Partial<ServerLimits> = {
  headersTimeout: 100,
  requestTimeout: 200,
  connectionsCheckingInterval: 20,
};
let servers: Server[] = [];

afterEach(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  servers = [];
});

/** The real app over tickets enough to fill every buffer between here and a client that does not read. */
async function start(limits: Partial<ServerLimits>, count = 3) {
  const long = tickets(1, count).map((one) => ({ ...one, description: 'x'.repeat(4_000) }));
  const { app, log } = serve([fakeSource('w', snapshotOf(7, long))]);
  const server = createHttpServer(app, limits);
  servers.push(server);
  return { port: await listen(server), log };
}

async function isAlive(port: number): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${port}/healthz`)).ok;
}

test('a client that never ends its headers is cut off', async () => {
  const { port } = await start(QUICK);
  const { closed, text } = open(port, 'GET /healthz HTTP/1.1\r\nHost: loc');
  await closed;
  expect(text()).toContain('HTTP/1.1 408');
  expect(await isAlive(port)).toBe(true);
});

test('a client that connects and says nothing is cut off', async () => {
  const { port } = await start(QUICK);
  await open(port, '').closed;
  expect(await isAlive(port)).toBe(true);
});

test('a small body that never comes is not waited for', async () => {
  const { port } = await start(QUICK);
  const head = 'POST /api/workspaces/w/refresh HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n';
  const { closed, text } = open(port, head);
  await closed;
  expect(text()).toContain('HTTP/1.1 202');
});

test('headers that are too long are refused', async () => {
  const { port } = await start({});
  const { closed, text } = open(port, `GET /?q=${'x'.repeat(70_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  await closed;
  expect(text()).toContain('HTTP/1.1 431');
  expect(await isAlive(port)).toBe(true);
});

test('an address may name as many tickets as a query can, whatever their ids', async () => {
  const { port } = await start({});
  const ids = Array.from({ length: MAX_IDS }, (_, index) => Number.MAX_SAFE_INTEGER - index);
  const pairs = new URLSearchParams(encodeQuery({ ...DEFAULT_QUERY, ids }));
  const answer = await fetch(`http://127.0.0.1:${port}/api/workspaces/w/tickets?${pairs}`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ page: { total: 0 } });
});

test.each(['Content-Length: 1000000000', 'Transfer-Encoding: chunked'])(
  'a large body is refused before it comes, and the connection ended: %s',
  async (header) => {
    const { port } = await start({});
    const post = 'POST /api/workspaces/w/refresh HTTP/1.1\r\nHost: localhost\r\n';
    const { closed, text } = open(port, `${post}${header}\r\n\r\n`);
    await closed;
    expect(text()).toContain('HTTP/1.1 413');
    expect(text()).toContain('"code":"body-too-large"');
  },
);

test('a client that stops reading an export is cut off', async () => {
  const { port, log } = await start({ stalledMs: 200 }, 5_000);
  const { socket, closed } = open(port, CSV);
  socket.once('data', () => socket.pause());
  await expect.poll(() => log.join(''), { timeout: 5_000 }).toContain('request aborted');
  expect(log.join('')).not.toContain('"level":"error"');
  expect(await isAlive(port)).toBe(true);
  socket.destroy();
  await closed;
});

test('a client that reads in pauses gets all of its export', async () => {
  const { port } = await start({ stalledMs: 1_000 }, 5_000);
  const { socket, closed, text } = open(port, CSV.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
  const pausing = setInterval(() => {
    socket.pause();
    setTimeout(40).then(() => socket.resume());
  }, 60);
  await closed;
  clearInterval(pausing);
  // The chunk of no length: what was sent is whole.
  expect(text().endsWith('\r\n0\r\n\r\n')).toBe(true);
});

test('a connection is kept between two polls for longer than any one request may take', async () => {
  const { port } = await start({ ...QUICK, stalledMs: 100 });
  const poll = 'GET /api/workspaces/w/snapshot HTTP/1.1\r\nHost: localhost\r\n\r\n';
  const { socket, text } = open(port, poll);
  await expect.poll(() => text().split('200 OK').length).toBe(2);
  // Three others come one after the other, and each has used up what a request may take.
  for (let other = 0; other < 3; other++) await open(port, 'GET /healthz HTTP/1.1\r\nHost: loc').closed;
  socket.write(poll);
  await expect.poll(() => text().split('200 OK').length).toBe(3);
});

test('there are no more connections than the server can serve', async () => {
  const { port } = await start({ connections: 2 });
  const request = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n';
  const held = [open(port, request), open(port, request)];
  await expect.poll(() => held.map(({ text }) => text().slice(9, 12))).toEqual(['200', '200']);
  const third = open(port, request);
  await third.closed;
  expect(third.text()).toBe('');
});
