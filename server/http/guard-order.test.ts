import { expect, test } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { tickets } from '../test/tickets.ts';
import { LIMITS } from './limits.ts';

/** Every reason there is to refuse a request, in the order in which they are looked at. */
const REASONS = [
  { status: 403, code: 'foreign-origin', headers: { 'Sec-Fetch-Site': 'cross-site' } },
  { status: 421, code: 'host-not-served', headers: { Host: 'evil.example' } },
  { status: 413, code: 'body-too-large', headers: { 'Transfer-Encoding': 'chunked' } },
  { status: 429, code: 'too-many-requests', headers: {} },
] as const;

/** An app whose only client has used up its requests. */
async function serveUsedUp() {
  const source = fakeSource('w', snapshotOf(7, tickets(1, 3)));
  const served = serve([source], { limits: { ...LIMITS, requests: 1 } });
  await served.http.get('/api/workspaces').expect(200);
  return { source, ...served };
}

test.each(REASONS.map((reason, index) => [reason.code, index] as const))(
  '%s is told before every reason behind it, and before the query is read',
  async (code, index) => {
    const { http, source } = await serveUsedUp();
    const headers = Object.assign({}, ...REASONS.slice(index).map((reason) => reason.headers));
    for (const path of ['/api/workspaces/w/tickets?page=0', '/api/workspaces/nope/tickets', '/api/nope']) {
      const { body } = await http
        .get(path)
        .set(headers)
        .expect(REASONS[index]?.status ?? 0);
      expect(problemSchema.parse(body).code).toBe(code);
    }
    expect(source.watched).toBe(0);
  },
);

test('a request refused for where it comes from or goes to costs nothing of what a client may ask', async () => {
  const source = fakeSource('w', snapshotOf(7, tickets(1, 3)));
  const { http } = serve([source], { limits: { ...LIMITS, requests: 1 } });
  for (const { status, headers } of REASONS.slice(0, 3)) {
    await http.get('/api/workspaces').set(headers).expect(status);
  }
  await http.get('/api/workspaces').expect(200);
});

test('the figures of the process have the same guards, and no limit', async () => {
  const { http } = await serveUsedUp();
  for (const { status, headers } of REASONS.slice(0, 3)) {
    await http.get('/metrics').set(headers).expect(status);
  }
  await http.get('/metrics').expect(200);
});
