import { once } from 'node:events';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { snapshotOf } from '../test/app.ts';
import { CSV, readSheets, XLSX } from '../test/download.ts';
import { listenWith } from '../test/listen-with.ts';
import { open } from '../test/sockets.ts';
import { tickets } from '../test/tickets.ts';

const REQUEST = `GET ${CSV} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
/** Made once: folding so many words takes a second. */
const LONG = snapshotOf(
  7,
  tickets(1, 5000).map((one) => ({ ...one, description: 'x'.repeat(4000) })),
);

test('an export that takes too long is ended, without a failure', async () => {
  const { port, log, close } = await listenWith(LONG, { exportMs: 50 });
  const { socket } = open(port, REQUEST);
  socket.once('data', () => socket.pause());
  await expect.poll(() => log.join('')).toContain('request aborted');
  expect(log.join('')).not.toContain('"level":"error"');
  close();
});

test('only so many exports are written at once; who comes then is told to come again', async () => {
  const { port, log, close } = await listenWith(LONG, { exports: 1 });
  const { socket } = open(port, REQUEST);
  await once(socket, 'data');
  socket.pause();
  const url = `http://127.0.0.1:${port}${CSV}`;
  const refused = await fetch(url);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(refused.headers.get('content-disposition')).toBeNull();
  expect(problemSchema.parse(await refused.json()).code).toBe('too-many-requests');
  socket.destroy();
  await expect.poll(() => log.join('')).toContain('request aborted');
  const next = await fetch(url);
  expect(next.status).toBe(200);
  expect((await next.text()).split('\r\n')).toHaveLength(5_002);
  close();
});

test('an address has its share of the exports, and no more of them', async () => {
  const { port, close } = await listenWith(LONG, { exports: 4, exportsPerClient: 1 });
  const { socket } = open(port, REQUEST);
  await once(socket, 'data');
  socket.pause();
  const answer = await fetch(`http://127.0.0.1:${port}${CSV}`);
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(problemSchema.parse(await answer.json()).detail).toContain('for one person');
  socket.destroy();
  close();
});

/** Reads some of what has come, so often: always a little, and never enough. */
function drip(socket: Socket): void {
  socket.pause();
  const timer = setInterval(() => socket.read(1_024), 20);
  socket.once('close', () => clearInterval(timer));
}

test.each([
  ['takes nothing', (socket: Socket) => void socket.pause()],
  ['drips', drip],
])('a reader who %s is left, and the next one has the place', async (_how, read) => {
  const { port, log, close } = await listenWith(LONG, {
    exports: 1,
    exportPaceMs: 200,
    exportPaceBytes: 50_000_000,
  });
  const { socket } = open(port, REQUEST);
  await once(socket, 'data');
  read(socket);
  await expect.poll(() => log.join(''), { timeout: 10_000 }).toContain('request aborted');
  expect(log.join('')).not.toContain('"level":"error"');
  expect((await fetch(`http://127.0.0.1:${port}${CSV}`, { method: 'HEAD' })).status).toBe(200);
  const next = open(port, REQUEST);
  await once(next.socket, 'data');
  expect(next.text()).toContain('200 OK');
  next.socket.destroy();
  socket.destroy();
  close();
});

test('a reader who keeps pace has all of the file, however often that is looked at', async () => {
  const { port, close } = await listenWith(LONG, { exportPaceMs: 5, exportPaceBytes: 1 });
  const answer = await fetch(`http://127.0.0.1:${port}${CSV}`);
  expect((await answer.text()).split('\r\n')).toHaveLength(5_002);
  close();
});

test('a workbook takes one of the same places, and gives it back when its reader goes away', async () => {
  const { port, log, close } = await listenWith(LONG, { exports: 1 });
  const { socket } = open(port, REQUEST.replace(CSV, XLSX));
  await once(socket, 'data');
  const url = `http://127.0.0.1:${port}`;
  expect((await fetch(`${url}${CSV}`)).status).toBe(429);
  socket.destroy();
  await expect.poll(() => log.join('')).toContain('request aborted');
  expect(log.join('')).not.toContain('"level":"error"');
  const next = await fetch(`${url}${XLSX}?columns=id`);
  const { sheets } = await readSheets(Buffer.from(await next.arrayBuffer()));
  expect(sheets[0]).toHaveLength(5_001);
  close();
});

test('a failure in the middle of a workbook breaks that answer, and is logged', async () => {
  const broken = tickets(1, 1000).map((one, index) =>
    index === 700
      ? Object.defineProperty(one, 'feedbackId', {
          get() {
            throw new RangeError('Jane Doe');
          },
        })
      : one,
  );
  const { port, log, close } = await listenWith(snapshotOf(7, broken));
  const url = `http://127.0.0.1:${port}${XLSX}`;
  await expect(fetch(url).then((answer) => answer.arrayBuffer())).rejects.toThrow();
  expect(log.join('')).toContain('an unforeseen error');
  expect(log.join('')).not.toContain('Jane');
  expect((await fetch(`${url}?columns=id`)).status).toBe(200);
  close();
});
