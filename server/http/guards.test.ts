import { expect, test } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { tickets } from '../test/tickets.ts';

function serveW(host = '127.0.0.1') {
  const source = fakeSource('w', snapshotOf(7, tickets(1, 3)));
  return { source, ...serve([source], { host }) };
}

test.each(['localhost', 'localhost:3000', 'LOCALHOST:9', '127.0.0.1:1234', '[::1]:3000', '[::1]'])(
  'requests for %s are answered',
  async (host) => {
    await serveW().http.get('/api/workspaces').set('Host', host).expect(200);
  },
);

test.each([
  'evil.example',
  'localhost.evil.example',
  'localhost:3000@evil.example',
  'evil.example:3000',
  '127.0.0.1.evil.example',
  '127.0.0.2',
  '[::2]:3000',
  'localhost/x',
  'localhost.',
])('requests for %s are refused, as another site could have led a browser here', async (host) => {
  const { http } = serveW();
  for (const path of ['/api/workspaces', '/', '/healthz', '/metrics', '/assets/x.js']) {
    const answer = await http.get(path).set('Host', host).expect(421);
    expect(problemSchema.parse(answer.body).code).toBe('host-not-served');
  }
});

test('the configured address is served too, IPv6 in brackets', async () => {
  await serveW('127.9.9.9').http.get('/healthz').set('Host', '127.9.9.9:80').expect(200);
  await serveW('::1').http.get('/healthz').set('Host', '[::1]:80').expect(200);
});

test.each([
  ['a script of our own', { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost:3000' }],
  ['a person, directly', { 'Sec-Fetch-Site': 'none' }],
  ['an older browser on our page', { Origin: 'http://localhost:3000' }],
  ['a program that is no browser', {}],
])('a refresh may come from %s', async (_who, headers) => {
  const { http, source } = serveW();
  await http.post('/api/workspaces/w/refresh').set('Host', 'localhost:3000').set(headers).expect(202);
  expect(source.refreshed).toBe(1);
});

test.each([
  ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://localhost:3000' }],
  ['another port of this machine', { 'Sec-Fetch-Site': 'same-site' }],
  ['another site, told by an older browser', { Origin: 'https://evil.example' }],
  ['another port, told by an older browser', { Origin: 'http://localhost:4000' }],
  ['a page without an origin', { Origin: 'null' }],
])('a refresh may not come from %s', async (_who, headers) => {
  const { http, source } = serveW();
  const request = http.post('/api/workspaces/w/refresh').set('Host', 'localhost:3000');
  const { body } = await request.set(headers).expect(403);
  expect(problemSchema.parse(body).code).toBe('foreign-origin');
  expect(source.refreshed).toBe(0);
});

test('a browser may only run our own files, frame nothing, and tell nobody where it was', async () => {
  const { headers } = await serveW().http.get('/').expect(200);
  expect(headers['content-security-policy']?.split(';').sort()).toEqual([
    "base-uri 'none'",
    "connect-src 'self'",
    "default-src 'none'",
    "font-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
  ]);
  expect(headers).toMatchObject({
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
  for (const name of ['strict-transport-security', 'x-powered-by', 'access-control-allow-origin']) {
    expect(headers).not.toHaveProperty(name);
  }
});

test('answers are compressed for those who take it', async () => {
  const { http } = serveW();
  const packed = await http.get('/api/workspaces/w/tickets').set('Accept-Encoding', 'gzip').expect(200);
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.body.tickets).toHaveLength(3);
});
