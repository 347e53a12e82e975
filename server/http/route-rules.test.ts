import type { Express } from 'express';
import { afterAll, expect, test } from 'vitest';
import { isAtLeast, ROLES } from '../../contract/index.ts';
import { createAudit } from '../access/audit/audit.ts';
import { createMemoryAuditStore } from '../access/audit/audit-store.ts';
import { createTokens } from '../access/tokens/tokens.ts';
import { accessOf, principal } from '../test/access.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { tickets } from '../test/tickets.ts';
import { NO_TOKENS } from '../test/token-bench.ts';
import { matchRoute, ROUTE_RULES, ruleOf } from './route-rules.ts';

/** A layer of Express's router: a route of its own, or a router below it. */
interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** The API's routes as the app has them, each as `GET /api/…`. */
function routesOf(layers: readonly Layer[]): readonly string[] {
  return layers.flatMap(({ route, handle }) => {
    if (route === undefined) return routesOf(handle?.stack ?? []);
    return Object.keys(route.methods)
      .filter((method) => method !== '_all')
      .map((method) => `${method.toUpperCase()} ${route.path}`);
  });
}

const METHODS = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

/** Without a body, and with ids of things that are not there. */
function request(method: string, path: string) {
  return http[METHODS[method as keyof typeof METHODS]](path);
}

const NOBODY = null;
const ASKED = ROLES.map((role) => [role, principal({ w: role })] as const);
const SOMEBODY_ELSE = principal({ other: 'admin' });

let who: ReturnType<typeof principal> | null = NOBODY;
const sources = [fakeSource('w', snapshotOf(7, tickets(1, 3))), fakeSource('other', snapshotOf(7, []))];
const log = { info: () => undefined, warn: () => undefined };
const audit = createAudit({ store: createMemoryAuditStore(), retentionDays: 1, now: Date.now, logger: log });
afterAll(() => audit.close());
const tokens = createTokens({ store: NO_TOKENS, now: Date.now, logger: { warn: () => undefined } });
const sessions = { list: async () => [], idOf: () => '', endById: async () => null };
const { app, http } = serve(sources, { access: accessOf(() => who), tokens, sessions, audit });

const RULED = Object.entries(ROUTE_RULES).flatMap(([path, rules]) =>
  Object.entries(rules).map(([method, rule]) => ({ name: `${method} ${path}`, method, path, rule })),
);

/** The status that a request gets from somebody. A body that lacks and a parameter that is missing are errors of those let in. */
async function statusFor(method: string, path: string, somebody: typeof who): Promise<number> {
  who = somebody;
  const address = path.replace(':workspace', 'w').replace(':ticket', '1');
  return (await request(method, address)).status;
}

test('every route of the API has a rule, and every rule a route', () => {
  const { stack } = (app as Express & { router: { stack: readonly Layer[] } }).router;
  const routes = routesOf(stack).filter((route) => route.includes(' /api/'));
  expect(routes.toSorted()).toEqual(RULED.map(({ name }) => name).toSorted());
});

test('a route without a rule is served to nobody', async () => {
  who = principal('admin');
  await http.get('/api/workspaces/w/secrets').expect(404);
  expect(matchRoute('/api/workspaces/w/secrets')).toBeNull();
});

test.each(RULED)('$name is refused to nobody that is known', async ({ method, path }) => {
  expect(await statusFor(method, path, NOBODY)).toBe(401);
});

test.each(RULED)('$name takes the role of its rule, and more', async ({ method, path, rule }) => {
  for (const [role, somebody] of ASKED) {
    const status = await statusFor(method, path, somebody);
    const isAllowed = rule === 'signed-in' || isAtLeast(role, rule);
    if (isAllowed)
      expect(/:(token|session)$/.test(path) ? [404] : [200, 202, 400, 415, 503]).toContain(status);
    else expect(status).toBe(403);
  }
});

test.each(RULED.filter(({ path }) => path.includes(':workspace')))(
  '$name of a workspace of others is like one of none',
  async ({ method, path }) => {
    const watchedBefore = sources[0]?.watched;
    const unseen = await answer(method, path, 'w');
    const absent = await answer(method, path, 'nowhere');
    expect(unseen.status).toBe(404);
    expect(unseen.body).toEqual(absent.body);
    expect(sources[0]?.watched).toBe(watchedBefore);
  },
);

async function answer(method: string, path: string, workspace: string) {
  who = SOMEBODY_ELSE;
  const address = path.replace(':workspace', workspace).replace(':ticket', '1');
  return request(method, address);
}

test('a workspace’s list has those that one may see', async () => {
  who = SOMEBODY_ELSE;
  expect((await http.get('/api/workspaces')).body.workspaces).toEqual([
    { id: 'other', name: 'Workspace other' },
  ]);
  expect((await http.get('/api/me')).body).toEqual({
    access: 'oidc',
    user: { id: 'anna', name: 'Anna', email: 'anna@example.com' },
    workspaces: [{ id: 'other', name: 'Workspace other', role: 'admin' }],
    groupsLeftOut: false,
    signOutUrl: '/auth/sign-out',
    contact: 'the help desk',
  });
});

test.each([
  ['/api/workspaces/w%2Fx/tickets', 'w/x'],
  ['/api/workspaces/w/tickets/', 'w'],
])('%s names a workspace', (path, workspace) => {
  expect(matchRoute(path)?.workspace).toBe(workspace);
});

test('HEAD is GET, and a method that a route does not have is refused as such', async () => {
  const refresh = matchRoute('/api/workspaces/w/refresh');
  expect(refresh && ruleOf(refresh, 'GET')).toBe('signed-in');
  who = principal('viewer');
  await http.get('/api/workspaces/w/refresh').expect(405);
  await http.head('/api/workspaces/w/snapshot').expect(200);
});
