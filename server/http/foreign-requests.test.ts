import { expect, test } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { listen, open } from '../test/sockets.ts';
import { tickets } from '../test/tickets.ts';
import { LIMITS } from './limits.ts';
import { createHttpServer } from './server.ts';

const LIST = '/api/workspaces/w/tickets';
const REFRESH = '/api/workspaces/w/refresh';
const PATHS = ['/api/workspaces', LIST, `${LIST}/1`, `${LIST}.csv`, '/api/workspaces/w/summary?by=age'];
const HOST = 'localhost:3000';

function serveW(options: Parameters<typeof serve>[1] = {}) {
  const source = fakeSource('w', snapshotOf(7, tickets(1, 3)));
  return { source, ...serve([source], options) };
}

const OURS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['a script of our own', { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost:3000' }],
  ['a script of ours behind a proxy', { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://desk.example' }],
  ['a person, directly', { 'Sec-Fetch-Site': 'none' }],
  ['an older browser on our page', { Origin: 'http://localhost:3000' }],
  ['a program that is no browser', {}],
];

const FOREIGN: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://localhost:3000' }],
  ['another site, without CORS', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }],
  ['another site, by a link', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }],
  ['another port of this machine', { 'Sec-Fetch-Site': 'same-site' }],
  ['a browser of times to come', { 'Sec-Fetch-Site': 'same-party' }],
  ['nowhere that it would tell', { 'Sec-Fetch-Site': '' }],
  ['two sites at once', { 'Sec-Fetch-Site': 'same-origin, cross-site' }],
  ['another site, told by an older browser', { Origin: 'https://evil.example' }],
  ['another port, told by an older browser', { Origin: 'http://localhost:4000' }],
  ['another name that begins like ours', { Origin: 'http://localhost:3000.evil.example' }],
  ['a page without an origin', { Origin: 'null' }],
  ['a page of a file', { Origin: 'file://' }],
  ['two origins at once', { Origin: 'http://localhost:3000, https://evil.example' }],
];

test.each(OURS)('everything may be asked by %s', async (_who, headers) => {
  const { http, source } = serveW();
  for (const path of [...PATHS, '/metrics'])
    await http
      .get(path)
      .set({ Host: HOST, ...headers })
      .expect(200);
  await http
    .post(REFRESH)
    .set({ Host: HOST, ...headers })
    .expect(202);
  expect(source.refreshed).toBe(1);
});

test.each(FOREIGN)('nothing is answered to %s, and nothing comes of it', async (_who, headers) => {
  const { http, source, log } = serveW({ limits: { ...LIMITS, requests: 1 } });
  for (const path of [...PATHS, '/metrics', '/api', '/api/', '/metrics/', '/api/nope']) {
    const { body, type } = await http
      .get(path)
      .set({ Host: HOST, ...headers })
      .expect(403);
    expect(type).toBe('application/problem+json');
    expect(problemSchema.parse(body).code).toBe('foreign-origin');
  }
  await http
    .post(REFRESH)
    .set({ Host: HOST, ...headers })
    .expect(403);
  expect(source).toMatchObject({ watched: 0, refreshed: 0 });
  expect(log).toEqual([]);
  const own = await http.get(LIST).set('Host', HOST).expect(200);
  expect(own.headers.ratelimit).toMatch(/r=0;/);
});

test.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE', 'QUERY'])(
  'the guard is the same for %s',
  async (method) => {
    const { app, source, log } = serveW();
    const server = createHttpServer(app);
    const port = await listen(server);
    for (const path of [LIST, '/metrics']) {
      const head = `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site`;
      const { closed, text } = open(port, `${head}\r\nConnection: close\r\n\r\n`);
      await closed;
      // Not every version of Node knows every method.
      expect(text()).toMatch(/^HTTP\/1\.1 40[03] /);
      expect(text()).not.toMatch(/access-control/i);
    }
    expect(source.watched).toBe(0);
    expect(log).toEqual([]);
    server.close();
  },
);

test.each([
  '/API/workspaces/w/tickets',
  '//api/workspaces/w/tickets',
  '/%61pi/workspaces/w/tickets',
  '/api%2fworkspaces%2Fw/tickets',
  '/api%5Cworkspaces',
  '\\api\\workspaces',
  'http://localhost/api/workspaces/w/tickets',
  'HTTP://localhost/API/workspaces/w/tickets',
  '/Metrics',
  '/metrics?x=1',
  '/api?x=1',
])('the guard holds however the address is spelled: %s', async (target) => {
  const { app, source, log } = serveW();
  const server = createHttpServer(app);
  const port = await listen(server);
  const head = `GET ${target} HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site`;
  const { closed, text } = open(port, `${head}\r\nConnection: close\r\n\r\n`);
  await closed;
  expect(text()).toMatch(/^HTTP\/1\.1 40[03] /);
  expect(source.watched).toBe(0);
  expect(log).toEqual([]);
  server.close();
});

test.each(['/', '/w/4201/tickets', '/apiary', '/healthz', '/readyz', '/x/api'])(
  'a link on another site leads to the screens, and to nothing that the guard is for: %s',
  async (path) => {
    const { http } = serveW();
    const { status } = await http
      .get(path)
      .set({ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' });
    expect(status).not.toBe(403);
  },
);

test('who asks from another site does not learn whether a workspace, a ticket or a snapshot is there', async () => {
  const { http } = serveW();
  const answers = await Promise.all(
    [LIST, '/api/workspaces/nope/tickets', `${LIST}/1`, `${LIST}/99`, `${LIST}?at=1`, `${LIST}?page=0`].map(
      async (path) => {
        const { text, headers } = await http.get(path).set('Sec-Fetch-Site', 'cross-site').expect(403);
        return JSON.stringify([text, { ...headers, date: '' }]);
      },
    ),
  );
  expect(new Set(answers).size).toBe(1);
});

test('foreign requests are counted by themselves, and not among those of a route', async () => {
  const { http } = serveW();
  await http.get(LIST).set('Sec-Fetch-Site', 'cross-site').expect(403);
  await http.get('/metrics').set('Sec-Fetch-Site', 'cross-site').expect(403);
  const { text } = await http.get('/metrics').expect(200);
  expect(text).toMatch(/^loopdesk_foreign_requests_total 2$/m);
  expect(text).not.toMatch(/^loopdesk_http_request_seconds_count/m);
});

test('the body of a foreign request is not received', async () => {
  const server = createHttpServer(serveW().app);
  const port = await listen(server);
  const head = `POST ${REFRESH} HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site`;
  const { closed, text } = open(port, `${head}\r\nContent-Length: 1000000000\r\n\r\n`);
  await closed;
  expect(text()).toMatch(/^HTTP\/1\.1 403 /);
  server.close();
});
