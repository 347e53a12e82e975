import { expect, test, vi } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { listen } from '../test/sockets.ts';
import { tickets } from '../test/tickets.ts';
import { LIMITS } from './limits.ts';
import { createHttpServer } from './server.ts';

const STATUS = '/api/workspaces/w/snapshot';

function serveLimited(requests: number) {
  const source = fakeSource('w', snapshotOf(7, tickets(1, 3)));
  return serve([source], { limits: { ...LIMITS, requests, windowMs: 60_000 } });
}

test('an address that asks too often is told when to come back, and what it may', async () => {
  const { http, log } = serveLimited(2);
  const first = await http.get(STATUS).expect(200);
  expect(first.headers.ratelimit).toMatch(/^"requests"; r=1; t=\d+$/);
  expect(first.headers['ratelimit-policy']).toMatch(/^"requests"; q=2; w=60;/);
  await http.get(STATUS).expect(200);
  const refused = await http.get(`${STATUS}?q=jane`).expect(429);
  expect(refused.type).toBe('application/problem+json');
  expect(problemSchema.parse(refused.body)).toMatchObject({ code: 'too-many-requests', status: 429 });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
  expect(log.join('')).toContain('"status":429');
  expect(log.join('')).not.toMatch(/jane|127\.0\.0\.1/);
});

test.each(['/healthz', '/readyz', '/metrics', '/'])(
  '%s is answered also to an address that asks too often',
  async (path) => {
    const { http } = serveLimited(1);
    await http.get(STATUS).expect(200);
    await http.get(STATUS).expect(429);
    await http.get(path).expect(200);
  },
);

test('who writes another address into a header is still the same', async () => {
  const { http } = serveLimited(1);
  await http.get(STATUS).set('X-Forwarded-For', '10.0.0.1').expect(200);
  await http.get(STATUS).set({ 'X-Forwarded-For': '10.0.0.2', Forwarded: 'for=10.0.0.2' }).expect(429);
});

test('by the word of a trusted proxy, each address behind it has its own share, whatever it writes itself', async () => {
  const source = fakeSource('w', snapshotOf(7, tickets(1, 3)));
  const { app } = serve([source], {
    limits: { ...LIMITS, requests: 1, windowMs: 60_000 },
    trustedProxies: [
      { address: '127.0.0.1', prefix: 32, family: 'ipv4' },
      { address: '10.0.0.0', prefix: 8, family: 'ipv4' },
    ],
  });
  const server = createHttpServer(app);
  const url = `http://127.0.0.1:${await listen(server)}${STATUS}`;
  const ask = async (headers: Record<string, string>) => {
    const answer = await fetch(url, { headers });
    await answer.arrayBuffer();
    return answer.status;
  };
  expect(await ask({ 'X-Forwarded-For': '203.0.113.1, 10.0.0.7' })).toBe(200);
  expect(await ask({ 'X-Forwarded-For': '203.0.113.2' })).toBe(200);
  expect(await ask({ 'X-Forwarded-For': '198.51.100.8, 203.0.113.1' })).toBe(429);
  expect(await ask({ Forwarded: 'for=198.51.100.9, for="203.0.113.1:4711";proto=https' })).toBe(429);
  server.close();
  server.closeAllConnections();
});

test('a hundred tabs of one address, each asking once a second, are never refused', async () => {
  const source = fakeSource('w', snapshotOf(7, tickets(1, 3)));
  const server = createHttpServer(serve([source]).app);
  const url = `http://127.0.0.1:${await listen(server)}${STATUS}`;
  const statuses = new Set<number>();
  for (let second = 0; second < LIMITS.windowMs / 1_000; second++) {
    const answers = await Promise.all(Array.from({ length: 100 }, () => fetch(url)));
    for (const answer of answers) {
      statuses.add(answer.status);
      await answer.arrayBuffer();
    }
  }
  expect([...statuses]).toEqual([200]);
  server.close();
  server.closeAllConnections();
});

test('an address may ask anew when its window is over, and is counted from the start', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000);
  const { http } = serveLimited(1);
  await http.get(STATUS).expect(200).expect('RateLimit', '"requests"; r=0; t=60');
  now.mockReturnValue(60_999);
  await http.get(STATUS).expect(429).expect('Retry-After', '1');
  now.mockReturnValue(61_000);
  await http.get(STATUS).expect(200).expect('RateLimit', '"requests"; r=0; t=60');
  now.mockRestore();
});
