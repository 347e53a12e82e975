import { expect, test } from 'vitest';
import { accessOf, principal } from '../test/access.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { listen, open } from '../test/sockets.ts';
import { tickets } from '../test/tickets.ts';
import { LIMITS } from './limits.ts';
import { createHttpServer } from './server.ts';

const PUBLIC = 'https://desk.example.com';
const HOST = 'desk.example.com';
const TOKEN = 'a-token-of-the-figures';
const LIST = '/api/workspaces/w/tickets';
const REFRESH = '/api/workspaces/w/refresh';

function serveOff({ loaded = true, metricsToken = null as string | null } = {}) {
  const source = loaded ? fakeSource('w', snapshotOf(7, tickets(1, 3))) : fakeSource('w');
  const access = accessOf(() => principal('member'));
  return { source, ...serve([source], { access, host: '0.0.0.0', publicUrl: PUBLIC, metricsToken }) };
}

test('only the public name is served to people', async () => {
  const { http } = serveOff();
  await http.get(LIST).set('Host', HOST).expect(200);
  for (const host of [
    '127.0.0.1',
    'localhost:3000',
    '10.0.0.4',
    'evil.example',
    'desk.example.com.evil.example',
  ]) {
    await http.get(LIST).set('Host', host).expect(421);
  }
});

test('machines ask by any address or name of this one', async () => {
  const { http } = serveOff();
  for (const host of ['127.0.0.1:3000', 'localhost', '10.0.0.4:3000', '[fd00::1]:3000', HOST]) {
    await http.get('/healthz').set('Host', host).expect(200);
    await http.get('/readyz').set('Host', host).expect(200);
  }
  await http.get('/healthz').set('Host', 'evil.example').expect(421);
});

test('a request that changes something must say that it comes from our pages', async () => {
  const { http, source } = serveOff();
  const post = () => http.post(REFRESH).set('Host', HOST);
  await post().expect(403);
  await post().set('Origin', 'https://evil.example').expect(403);
  await post().set('Origin', 'http://desk.example.com').expect(403);
  await post().set('Origin', 'null').expect(403);
  await post().set('Sec-Fetch-Site', 'same-site').set('Origin', PUBLIC).expect(403);
  expect(source.refreshed).toBe(0);
  await post().set('Origin', PUBLIC).expect(202);
  await post().set('Sec-Fetch-Site', 'same-origin').expect(202);
  expect(source.refreshed).toBe(2);
});

test('a browser is told to use https from then on, where it is used', async () => {
  const { http } = serveOff();
  const { headers } = await http.get('/healthz').set('Host', HOST);
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  const { http: local } = serve([fakeSource('w')]);
  expect((await local.get('/healthz')).headers['strict-transport-security']).toBeUndefined();
});

test.each([
  ['https://desk.example.com:8443', true],
  ['https://localhost:8443', false],
  ['https://127.0.0.1', false],
  ['http://127.0.0.1:3000', false],
])(
  '%s: kept to https is %s, since on loopback it would hold for all that is there',
  async (publicUrl, isKept) => {
    const { http } = serve([fakeSource('w')], { publicUrl, host: '0.0.0.0' });
    const { headers } = await http.get('/healthz').expect(200);
    expect('strict-transport-security' in headers).toBe(isKept);
  },
);

test('the figures are for this machine itself, and for those who have the token', async () => {
  const { http } = serveOff({ metricsToken: TOKEN });
  const get = (host: string) => http.get('/metrics').set('Host', host);
  await get('127.0.0.1:3000').expect(200);
  await get(HOST).expect(401);
  await get(`${HOST}:3000`).expect(401);
  for (const header of ['Forwarded', 'Via', 'X-Real-IP', 'X-Forwarded-For', 'X-Forwarded-User']) {
    await get('127.0.0.1').set(header, '127.0.0.1').expect(401);
  }
  await get(HOST).set('Authorization', `Bearer ${TOKEN}x`).expect(401);
  await get(HOST).set('Authorization', 'Bearer ').expect(401);
  await get(HOST).set('Authorization', `bearer ${TOKEN}`).expect(200);
});

test('without a token the figures are for this machine alone', async () => {
  const { http } = serveOff();
  await http.get('/metrics').set('Host', HOST).set('Authorization', 'Bearer ').expect(401);
  await http.get('/metrics').set('Host', 'localhost').expect(200);
});

test('what a process lacks is told to this machine alone', async () => {
  const { http } = serveOff({ loaded: false });
  const detail = async (host: string) =>
    (await http.get('/readyz').set('Host', host).expect(503)).body.detail;
  expect(await detail('127.0.0.1')).toBe('No tickets yet of workspace w.');
  expect(await detail(HOST)).toBe('No tickets yet.');
});

test('an http address on loopback is this machine’s, but for what a proxy there passes on', async () => {
  const publicUrl = 'http://127.0.0.1:8080';
  const { http } = serve([fakeSource('w')], { publicUrl, host: '0.0.0.0' });
  await http.get('/metrics').set('Host', '127.0.0.1:3000').expect(200);
  await http.get('/metrics').set('Host', '127.0.0.1:8080').expect(401);
  await http.get('/metrics').set({ Host: '127.0.0.1', 'X-Forwarded-For': '127.0.0.1' }).expect(401);
});

test('each person has their own share of requests', async () => {
  let who = principal('member', 'anna');
  const { http } = serve([fakeSource('w', snapshotOf(7, tickets(1, 3)))], {
    access: accessOf(() => who),
    limits: { ...LIMITS, requests: 2 },
  });
  await http.get(LIST).expect(200);
  await http.get(LIST).expect(200);
  await http.get(LIST).expect(429);
  who = principal('member', 'bo');
  await http.get(LIST).expect(200);
});

test('each person has their own share of what takes long, trends and files together', async () => {
  let who = principal('member', 'anna');
  const { http } = serve([fakeSource('w', snapshotOf(7, tickets(1, 3)))], {
    access: accessOf(() => who),
    limits: { ...LIMITS, costlyRequests: 2 },
  });
  await http.get('/api/workspaces/w/trends').expect(200);
  await http.get(`${LIST}.csv`).expect(200);
  await http.get(`${LIST}.xlsx`).expect(429);
  await http.get(LIST).expect(200);
  who = principal('member', 'bo');
  await http.get(`${LIST}.xlsx`).expect(200);
});

test('the log tells where a request came from, by the word of a trusted proxy alone', async () => {
  const trustedProxies = [{ address: '127.0.0.1', prefix: 32, family: 'ipv4' }] as const;
  for (const [trusted, client] of [
    [trustedProxies, '203.0.113.9'],
    [[], '127.0.0.1'],
  ] as const) {
    const { app, log } = serve([fakeSource('w')], { publicUrl: PUBLIC, trustedProxies: trusted });
    const server = createHttpServer(app);
    const port = await listen(server);
    const head = `GET /healthz HTTP/1.1\r\nHost: ${HOST}\r\nX-Forwarded-For: 203.0.113.9\r\nConnection: close\r\n\r\n`;
    await open(port, head).closed;
    await expect.poll(() => log.join('')).toContain(`"client":"${client}"`);
    server.close();
  }
});

test('a token of the figures is not guessed by trying', async () => {
  const { http } = serveOff({ metricsToken: TOKEN });
  const ask = (token: string) => http.get('/metrics').set({ Host: HOST, Authorization: `Bearer ${token}` });
  for (let guess = 0; guess < 120; guess++) await ask(`guess-${guess}`).expect(401);
  await ask(TOKEN).expect(429);
  await http.get('/metrics').set('Host', 'localhost').expect(200);
});
