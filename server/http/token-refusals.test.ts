import { expect, test } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { eachWithTokens, NO_TOKENS } from '../test/token-bench.ts';

const { bench, fresh, post } = eachWithTokens(() => NO_TOKENS);

test.each([
  ['anna', 'admin'],
  ['ben', 'viewer'],
  ['nobody', 'viewer'],
])('%s makes no token for a %s', async (name, role) => {
  bench.who = name;
  await post(fresh({ role })).expect(403);
});

test.each([
  {},
  { name: ' ', role: 'viewer', expiresAt: '2026-02-11T12:00:00Z' },
  { name: 'a\u0000b', role: 'viewer', expiresAt: '2026-02-11T12:00:00Z' },
  { name: 'half \ud800', role: 'viewer', expiresAt: '2026-02-11T12:00:00Z' },
  { name: 'x', role: 'owner', expiresAt: '2026-02-11T12:00:00Z' },
  { name: 'x', role: 'viewer', expiresAt: 'tomorrow' },
  { name: 'x', role: 'viewer', expiresAt: '2026-02-10T12:00:00Z' },
  { name: 'x', role: 'viewer', expiresAt: '2028-02-10T12:00:00Z' },
  { name: 'x', role: 'viewer', expiresAt: '2026-02-11T12:00:00Z', more: 1 },
  '{"name":',
  '[]',
])('%j is no new token', async (body) => {
  const answer = await post(body).expect(400);
  expect(problemSchema.parse(answer.body).code).toBe('invalid-body');
});

test('without a store there are no tokens', async () => {
  const { http } = serve([fakeSource('w', snapshotOf(7, []))]);
  for (const path of ['/api/tokens', '/api/tokens/x']) {
    const { body } = await (path.endsWith('x') ? http.delete(path) : http.get(path)).expect(404);
    expect(problemSchema.parse(body).code).toBe('unknown-route');
  }
});
