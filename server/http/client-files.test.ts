import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeSource, serve } from '../test/app.ts';
import { listen, open } from '../test/sockets.ts';
import { createHttpServer } from './server.ts';

const PAGE = `<!doctype html><title>Loopdesk</title>${' '.repeat(1_024)}`;
const LARGE = '/* ü */ '.repeat(500);
let clientDir: string;

beforeAll(async () => {
  // A directory whose name begins with a dot above it must not hide the files.
  clientDir = join(await mkdtemp(join(tmpdir(), '.loopdesk-')), 'client');
  await mkdir(join(clientDir, 'assets'), { recursive: true });
  await writeFile(join(clientDir, 'index.html'), PAGE);
  await writeFile(join(clientDir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(clientDir, 'assets', 'main-abc123.js'), 'export {};');
  await writeFile(join(clientDir, 'assets', 'large-abc123.js'), LARGE);
  await writeFile(join(clientDir, 'assets', 'large-abc123.css'), LARGE);
  for (const name of ['index.html', 'assets/large-abc123.js', 'assets/large-abc123.css']) {
    const content = await readFile(join(clientDir, name));
    await writeFile(join(clientDir, `${name}.br`), brotliCompressSync(content));
    await writeFile(join(clientDir, `${name}.gz`), gzipSync(content));
  }
});

afterAll(() => rm(join(clientDir, '..'), { recursive: true }));

function serveClient(directory: string | null) {
  return serve([fakeSource('w')], { clientDir: directory }).http;
}

test.each(['/', '/w/4201', '/w/4201/tickets/5?status=NEW', '/index.html'])(
  '%s is the app’s page, asked for anew each time',
  async (path) => {
    const { text, headers } = await serveClient(clientDir).get(path).expect(200);
    expect(text).toBe(PAGE);
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-type']).toContain('text/html');
  },
);

test('a file with a hash in its name is kept for a year', async () => {
  const { headers } = await serveClient(clientDir).get('/assets/main-abc123.js').expect(200);
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(headers['content-type']).toContain('javascript');
});

test('other files are asked for anew', async () => {
  const { headers } = await serveClient(clientDir).get('/icon.svg').expect(200);
  expect(headers['cache-control']).toBe('no-cache');
});

const plain = (bytes: Buffer) => bytes;

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, *;q=0.1', 'gzip', gunzipSync],
  ['identity', undefined, plain],
  ['br;q=0, gzip;q=0', undefined, plain],
  ['zstd', undefined, plain],
  ['', undefined, plain],
])('files come as they were encoded at the build, once: %s', async (accepted, encoding, decode) => {
  const server = createHttpServer(serve([fakeSource('w')], { clientDir }).app);
  const port = await listen(server);
  for (const [path, type, content, caching] of [
    ['/', 'text/html; charset=utf-8', PAGE, 'no-cache'],
    [
      '/assets/large-abc123.js',
      'text/javascript; charset=utf-8',
      LARGE,
      'public, max-age=31536000, immutable',
    ],
    ['/assets/large-abc123.css', 'text/css; charset=utf-8', LARGE, 'public, max-age=31536000, immutable'],
  ] as const) {
    for (const method of ['GET', 'HEAD']) {
      const sent = request({
        port,
        path,
        method,
        headers: { 'Accept-Encoding': accepted },
        agent: false,
      }).end();
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      const body = await buffer(response);
      expect(response.statusCode).toBe(200);
      expect(response.headers).toMatchObject({
        'content-type': type,
        'cache-control': caching,
        vary: 'Accept-Encoding',
        etag: expect.any(String),
      });
      expect(response.headers['content-encoding']).toBe(encoding);
      if (method === 'GET') expect(String(decode(body))).toBe(content);
      else expect(body).toHaveLength(0);
    }
  }
  server.close();
});

test('an encoded file is known by its tag, and can be had in parts', async () => {
  const http = serveClient(clientDir);
  const path = '/assets/large-abc123.js';
  const { headers } = await http.get(path).set('Accept-Encoding', 'br').expect(200);
  const known = await http
    .get(path)
    .set('Accept-Encoding', 'br')
    .set('If-None-Match', headers.etag ?? '')
    .expect(304);
  expect(known.headers['content-encoding']).toBeUndefined();
  const part = await http.get(path).set('Accept-Encoding', 'identity').set('Range', 'bytes=0-4').expect(206);
  expect(part.headers['content-range']).toBe(`bytes 0-4/${Buffer.byteLength(LARGE)}`);
  expect(part.headers['content-length']).toBe('5');
});

test('what is said of a part that an encoded file has not can be read', async () => {
  const { body, headers } = await serveClient(clientDir)
    .get('/assets/large-abc123.js')
    .set('Accept-Encoding', 'br')
    .set('Range', 'bytes=99999-')
    .expect(404);
  expect(headers['content-encoding']).toBeUndefined();
  expect(body.code).toBe('unknown-route');
});

test.each(['/assets/main-old.js', '/assets/', '/assets'])(
  '%s is missing, and is not the page',
  async (path) => {
    const { body } = await serveClient(clientDir).get(path).expect(404);
    expect(body.code).toBe('unknown-route');
  },
);

test.each(['/../secret', '/%2e%2e/secret', '/assets/../../secret', '/assets/..%2f..%2fsecret'])(
  'nothing outside is served: %s',
  async (path) => {
    await writeFile(join(clientDir, '..', 'secret'), 'S3cret');
    const server = createHttpServer(serve([fakeSource('w')], { clientDir }).app);
    // A client that is one would tidy the path up before it sends it.
    const head = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
    const { closed, text } = open(await listen(server), head);
    await closed;
    server.close();
    expect(text()).toMatch(/^HTTP\/1\.1 (200|40\d) /);
    expect(text()).not.toContain('S3cret');
  },
);

test.each([{ Range: 'bytes=9999-' }, { 'If-Match': '"other"' }])(
  'a part that a file has not is refused, and is no failure: %o',
  async (headers) => {
    await serveClient(clientDir).get('/').set(headers).expect(404);
  },
);

test('without a build there is a hint where the app would be, and nothing elsewhere', async () => {
  const http = serveClient(null);
  const { text } = await http.get('/').expect(200);
  expect(text).toContain('npm start');
  await http.get('/w/4201').expect(404);
});
