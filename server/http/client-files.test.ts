import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeSource, serve } from '../test/app.ts';
import { listen, open } from '../test/sockets.ts';
import { createHttpServer } from './server.ts';

const PAGE = '<!doctype html><title>Loopdesk</title>';
let clientDir: string;

beforeAll(async () => {
  // A directory whose name begins with a dot above it must not hide the files.
  clientDir = join(await mkdtemp(join(tmpdir(), '.loopdesk-')), 'client');
  await mkdir(join(clientDir, 'assets'), { recursive: true });
  await writeFile(join(clientDir, 'index.html'), PAGE);
  await writeFile(join(clientDir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(clientDir, 'assets', 'main-abc123.js'), 'export {};');
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
