import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { listen, open, stallFirst } from '../test/sockets.ts';
import { tickets } from '../test/tickets.ts';
import { SERVER_LIMITS, type ServerLimits } from './limits.ts';
import { createHttpServer } from './server.ts';

const LIST = 'GET /api/workspaces/w/tickets?perPage=200 HTTP/1.1\r\nHost: localhost\r\n\r\n';
const STATUS = 'GET /api/workspaces/w/snapshot HTTP/1.1\r\nHost: localhost\r\n\r\n';
const MOST = SERVER_LIMITS.requestsPerConnection;
let server: Server;

afterEach(() => {
  server.close();
  server.closeAllConnections();
});

/** The real app, and the first connection to it, on the server's side. */
async function start(limits: Partial<ServerLimits> = {}) {
  const source = fakeSource('w', snapshotOf(7, tickets(1, 200)));
  server = createHttpServer(serve([source]).app, limits);
  const connected = once(server, 'connection').then(([socket]): Socket => socket);
  const port = await listen(server);
  return { source, port, connected };
}

function countAnswers(text: string): number {
  return text.split('HTTP/1.1 200 OK').length - 1;
}

test('900 requests in one write, never read, are not answered, and their connection is closed', async () => {
  const { source, port, connected } = await start();
  stallFirst(server);
  const { closed } = open(port, LIST.repeat(900));
  await once(await connected, 'close');
  await closed;
  expect(source.watched).toBeLessThanOrEqual(1);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
});

test('the answers of a connection are made one after the other, as they are read', async () => {
  const { source, port } = await start();
  const read = stallFirst(server);
  const { socket, text } = open(port, LIST.repeat(MOST));
  await expect.poll(() => source.watched).toBe(1);
  // Whatever was sent with it has been received by now.
  await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(source.watched).toBe(1);
  read();
  await expect.poll(() => countAnswers(text()), { timeout: 10_000 }).toBe(MOST);
  socket.destroy();
});

test('a tool that sends a few requests ahead gets its answers, in their order, and may go on', async () => {
  const { source, port } = await start();
  const health = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n';
  const { socket, text } = open(port, STATUS.repeat(MOST - 1) + health);
  await expect.poll(() => countAnswers(text())).toBe(MOST);
  expect(text().lastIndexOf('"status":"ok"')).toBeGreaterThan(text().lastIndexOf('"number":7'));
  socket.write(STATUS.repeat(MOST));
  await expect.poll(() => countAnswers(text())).toBe(2 * MOST);
  expect(source.watched).toBe(2 * MOST - 1);
  socket.destroy();
});

test('what was sent behind a request that ends the connection is not answered', async () => {
  const { source, port } = await start();
  const body = 'x'.repeat(2_000);
  const post = `POST /api/workspaces/w/refresh HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${body.length}`;
  const { closed, text } = open(port, `${post}\r\n\r\n${body}${STATUS.repeat(3)}`);
  await closed;
  expect(text()).toMatch(/^HTTP\/1\.1 413 /);
  expect(countAnswers(text())).toBe(0);
  expect(source).toMatchObject({ watched: 0, refreshed: 0 });
});

test('a client that is cut off leaves nothing behind to be answered', async () => {
  const { source, port, connected } = await start({ stalledMs: 200 });
  stallFirst(server);
  const { socket } = open(port, LIST.repeat(MOST));
  await expect.poll(() => source.watched).toBe(1);
  const left = once(await connected, 'close');
  await left;
  socket.destroy();
  await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(source.watched).toBe(1);
});
