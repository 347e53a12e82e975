import type { Response } from 'express';
import { expect, test } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { type Access, KeysFailing } from '../access/access.ts';
import { accessOf, principal } from '../test/access.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { tickets } from '../test/tickets.ts';
import { LIMITS } from './limits.ts';
import { principalOf } from './principal.ts';

const DENYING = accessOf(() => null);
const LIST = '/api/workspaces/w/tickets';

function serveTo(access: Access, requests = LIMITS.requests) {
  const source = fakeSource('w', snapshotOf(7, tickets(1, 3)));
  return { source, ...serve([source], { access, limits: { ...LIMITS, requests } }) };
}

test.each(['/api/workspaces', LIST, `${LIST}.csv`, `${LIST}/1`, '/api/workspaces/nope/tickets', '/api/nope'])(
  'who is not known gets a 401 at %s, whatever is there, and it watches nothing',
  async (path) => {
    const { http, source } = serveTo(DENYING);
    const { body, text } = await http.get(`${path}?page=0`).expect(401);
    expect(problemSchema.parse(body)).toMatchObject({ code: 'not-signed-in', access: 'oidc' });
    expect(text).not.toContain('Ticket');
    expect(source.watched).toBe(0);
  },
);

test('where nobody can tell who asks, that is told, and not that they are not signed in', async () => {
  const authenticate = () => Promise.reject(new KeysFailing('no keys'));
  const { http, log } = serveTo({ ...DENYING, authenticate });
  const { body, headers } = await http.get('/api/me').expect(503);
  expect(problemSchema.parse(body)).toMatchObject({ code: 'keys-failing' });
  expect(headers['retry-after']).toBe('10');
  expect(log.join('')).not.toContain('"level":"error"');
});

test('who is not known refreshes nothing', async () => {
  const { http, source } = serveTo(DENYING);
  await http.post('/api/workspaces/w/refresh').expect(401);
  expect(source.refreshed).toBe(0);
});

test('what is refused for want of a sign-in costs nothing of what a client may ask', async () => {
  let isKnown = false;
  const { http } = serveTo(
    accessOf(() => (isKnown ? principal('member') : null)),
    1,
  );
  for (let request = 0; request < 3; request++) await http.get(LIST).expect(401);
  isKnown = true;
  await http.get(LIST).expect(200);
  await http.get(LIST).expect(429);
});

test('machines and the screens’ own files are served to everybody', async () => {
  const { http } = serveTo(DENYING);
  for (const path of ['/healthz', '/readyz', '/']) await http.get(path).expect(200);
});

test('a request from another site is refused as such before anybody is asked who it is', async () => {
  let asked = 0;
  const { http } = serveTo(
    accessOf(() => {
      asked++;
      return null;
    }),
  );
  await http.get(LIST).set('Sec-Fetch-Site', 'cross-site').expect(403);
  expect(asked).toBe(0);
  await http.get(LIST).expect(401);
  expect(asked).toBe(1);
});

test('a route is told the principal, and one that stands before the question fails', () => {
  const anna = principal('member');
  expect(principalOf({ locals: { principal: anna } } as unknown as Response)).toBe(anna);
  expect(() => principalOf({ locals: {} } as unknown as Response)).toThrow(/before anybody/);
});
