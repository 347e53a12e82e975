import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createUpstreamClient } from './client.ts';
import { UpstreamFailure } from './failure.ts';

/** Broken connections on a real socket: no interceptor breaks them as a network does. */
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(answer: RequestListener): Promise<string> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

async function failure(baseUrl: string, timeoutMs = 5000): Promise<UpstreamFailure> {
  const client = createUpstreamClient({ baseUrl, apiKey: 'k', timeoutMs });
  const error = await client.readPage({ workspace: '1', page: 1, perPage: 100 }).catch((caught) => caught);
  if (!(error instanceof UpstreamFailure)) throw new Error('expected an UpstreamFailure');
  return error;
}

test('a refused connection is a network failure with the code of the system', async () => {
  const baseUrl = await serve(() => undefined);
  await new Promise((resolve) => server?.close(resolve));
  expect(await failure(baseUrl)).toMatchObject({ kind: 'network', status: null, code: 'ECONNREFUSED' });
});

test('a connection that is reset before the answer is a network failure', async () => {
  const baseUrl = await serve((request) => request.socket.destroy());
  expect(await failure(baseUrl)).toMatchObject({ kind: 'network', status: null });
});

test('a body that breaks off is a network failure', async () => {
  const baseUrl = await serve((request, response) => {
    response.writeHead(200, { 'content-length': 1000 });
    response.write('{"data":[', () => request.socket.destroy());
  });
  expect(await failure(baseUrl)).toMatchObject({ kind: 'network' });
});

test('an upstream that never answers is a time-out', async () => {
  const baseUrl = await serve(() => undefined);
  expect(await failure(baseUrl, 50)).toMatchObject({ kind: 'timeout', status: null });
});

test('a body that never ends is a time-out too', async () => {
  const baseUrl = await serve((_request, response) => {
    response.writeHead(200);
    response.write('{"data":[');
  });
  expect(await failure(baseUrl, 100)).toMatchObject({ kind: 'timeout' });
});

test('an endless body is cut off where no page can be that long', async () => {
  const chunk = Buffer.alloc(4 * 1024 * 1024, ' ');
  const baseUrl = await serve((_request, response) => {
    const send = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', send);
    send();
  });
  expect(await failure(baseUrl, 60_000)).toMatchObject({ kind: 'unreadable', status: 200 });
});

test('millions of records are refused with their first bytes, and the rest is not fetched', async () => {
  let sent = 0;
  const chunk = Buffer.from('{"id":1},'.repeat(100_000));
  const baseUrl = await serve((_request, response) => {
    response.write('{"data":[');
    const send = () => {
      while (!response.destroyed && sent < 30) {
        sent++;
        if (!response.write(chunk)) return;
      }
      response.end();
    };
    response.on('drain', send);
    send();
  });
  expect(await failure(baseUrl, 60_000)).toMatchObject({ kind: 'unreadable', status: 200 });
  expect(sent).toBeLessThan(20);
});
