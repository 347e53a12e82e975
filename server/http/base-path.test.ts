import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessOf, principal } from '../test/access.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { listen, open } from '../test/sockets.ts';
import { tickets } from '../test/tickets.ts';
import { createHttpServer } from './server.ts';

const BASE = '/loopdesk';
const HOST = 'desk.example.com';
const LIST = '/api/workspaces/w/tickets';

let clientDir: string;
beforeAll(async () => {
  clientDir = await mkdtemp(join(tmpdir(), 'loopdesk-'));
  const page =
    '<html lang="en"><script src="/assets/a.js"></script><a href="https://example.com/">x</a></html>';
  await writeFile(join(clientDir, 'index.html'), page);
  await writeFile(join(clientDir, 'theme.js'), '// theme');
});
afterAll(() => rm(clientDir, { recursive: true }));

function serveUnder(basePath: string) {
  const access = accessOf(() => principal('member'));
  const publicUrl = `https://${HOST}${basePath}`;
  return serve([fakeSource('w', snapshotOf(7, tickets(1, 3)))], { access, clientDir, basePath, publicUrl });
}

test.each([BASE, ''])('it answers with the path or without: %j', async (prefix) => {
  const { http, log } = serveUnder(BASE);
  const get = (path: string) => http.get(prefix + path).set('Host', HOST);
  expect((await get(`${LIST}?status=NEW`).expect(200)).body.page.total).toBeDefined();
  await get('/healthz').expect(200);
  await get('/theme.js').expect(200);
  await get('/api/nowhere').expect(404);
  await get('/metrics').expect(401);
  expect(log.join('')).toContain(`"path":"${LIST}"`);
});

test.each([
  `${BASE}/`,
  BASE,
  `${BASE}?x`,
  `${BASE}/w/w/tickets/5?status=NEW`,
  '/w/w/tickets',
  `${BASE}/index.html`,
])('%s is the app’s page, whose addresses have the path', async (path) => {
  const { text, headers } = await serveUnder(BASE).http.get(path).set('Host', HOST).expect(200);
  expect(text).toBe(
    '<html data-base="/loopdesk" lang="en"><script src="/loopdesk/assets/a.js"></script><a href="https://example.com/">x</a></html>',
  );
  expect(headers['cache-control']).toBe('no-cache');
  const known = { Host: HOST, 'If-None-Match': headers.etag };
  await serveUnder(BASE).http.get(path).set(known).expect(304);
});

test('a path that only begins like it, or stands there twice, is none', async () => {
  const { http } = serveUnder(BASE);
  for (const path of [`${BASE}er${LIST}`, `${BASE}${BASE}${LIST}`, `/LoopDesk${LIST}`]) {
    const { type } = await http.get(path).set('Host', HOST).expect(200);
    expect(path + type).toBe(`${path}text/html`);
  }
});

test('a request line that holds a whole URL is read as one', async () => {
  const server = createHttpServer(serveUnder(BASE).app);
  const port = await listen(server);
  const ask = async (host: string) => {
    const head = `GET http://${host}${BASE}${LIST} HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\n\r\n`;
    const connection = open(port, head);
    await connection.closed;
    return connection.text().slice(0, 'HTTP/1.1 200'.length);
  };
  expect([await ask(HOST), await ask('evil.example')]).toEqual(['HTTP/1.1 200', 'HTTP/1.1 421']);
  server.close();
});

test('other sites are kept from the API under the path, too', async () => {
  const { http } = serveUnder(BASE);
  const foreign = { Host: HOST, 'Sec-Fetch-Site': 'cross-site' };
  await http
    .get(BASE + LIST)
    .set(foreign)
    .expect(403);
  const click = { ...foreign, 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
  const { text } = await http.get(`${BASE}${LIST}.csv?status=NEW`).set(click).expect(403);
  expect(text).toContain(`href="${BASE}${LIST}.csv?status=NEW"`);
  expect(text).toContain(`href="${BASE}/loopdesk.svg"`);
});

test('a request that changes something comes from the origin, which has no path', async () => {
  const { http } = serveUnder(BASE);
  const post = (Origin: string) => http.post(`${BASE}/api/workspaces/w/refresh`).set({ Host: HOST, Origin });
  await post(`https://${HOST}`).expect(202);
  await post(`https://${HOST}${BASE}`).expect(403);
});
