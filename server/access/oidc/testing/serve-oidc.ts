import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import type { Database } from '../../../store/database.ts';
import { fakeSource, serve, snapshotOf } from '../../../test/app.ts';
import type { AccessRules } from '../../access-file.ts';
import { createOidc } from '../create-oidc.ts';
import { createBrowser } from './browser.ts';
import { startIdentityProvider } from './identity-provider.ts';

const CLIENT_ID = 'loopdesk';
const CLIENT_SECRET = 'a-secret-of-the-client-and-us';

/** People of the tests. */
const ACCOUNTS = {
  anna: { name: 'Anna', email: 'anna@example.com', email_verified: true, groups: ['leads'] },
  ben: { name: 'Ben', email: 'ben@example.com', email_verified: true },
  mallory: { name: 'Mallory', email: 'anna@example.com', email_verified: false },
  busy: { name: 'Bea', email: 'ben@example.com', email_verified: true, _claim_names: { groups: 'src1' } },
  many: { name: 'Mia', email: 'mia@example.com', email_verified: true, _claim_names: { groups: 'src1' } },
};

const RULES: AccessRules = {
  grants: [
    { who: { kind: 'user', name: 'anna@example.com' }, workspaces: ['w'], role: 'admin' },
    { who: { kind: 'user', name: 'ben@example.com' }, workspaces: ['w'], role: 'viewer' },
    { who: { kind: 'group', name: 'leads' }, workspaces: ['v'], role: 'member' },
  ],
  contact: null,
};

/** The app and its identity provider, both on loopback, with a clock of their own for sessions. */
export async function serveOidc({
  database = null,
  basePath = '',
  rules = RULES,
}: {
  readonly database?: Database | null;
  readonly basePath?: string;
  readonly rules?: AccessRules;
} = {}) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const app = `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePath}`;
  const provider = await startIdentityProvider({
    app,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    accounts: ACCOUNTS,
  });
  const clock = { ahead: 0 };
  const logger = { info: vi.fn(), warn: vi.fn() };
  const oidc = createOidc({
    settings: {
      issuer: provider.issuer,
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      scopes: 'openid email profile',
      groupsClaim: 'groups',
      emailTrusted: false,
      publicUrl: app,
      idleHours: 8,
      sessionHours: 24,
    },
    rules: { current: () => rules },
    workspaces: ['w', 'v'],
    database,
    logger,
    now: () => Date.now() + clock.ahead,
  });
  const sources = [fakeSource('w', snapshotOf(7, [])), fakeSource('v', snapshotOf(7, []))];
  const served = serve(sources, { ...oidc, publicUrl: app, basePath });
  server.on('request', served.app);
  const browser = () => {
    const made = createBrowser();
    return {
      ...made,
      /** The cookies as they are now. */
      jar: () => made.cookies,
      signIn: (to = '/healthz') => made.visit(`${app}/auth/sign-in?to=${encodeURIComponent(to)}`),
      /** Who the app takes the browser for; null for nobody. */
      async me() {
        const { status, text } = await made.ask(`${app}/api/me`);
        if (status === 401) return null;
        return JSON.parse(text);
      },
      signOut: (headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) =>
        made.ask(`${app}/auth/sign-out`, { method: 'POST', headers }),
    };
  };
  return {
    app,
    clientId: CLIENT_ID,
    provider,
    clock,
    logger,
    browser,
    log: served.log,
    async close() {
      oidc.close();
      server.closeAllConnections();
      await Promise.all([new Promise((resolve) => server.close(resolve)), provider.close()]);
    },
  };
}

/** Gives the tests of a file one app and one provider, with account, clock and warnings as at first for each test. */
export function eachWithOidc(): Awaited<ReturnType<typeof serveOidc>> {
  const served = {} as Awaited<ReturnType<typeof serveOidc>>;
  beforeAll(async () => {
    Object.assign(served, await serveOidc());
  });
  beforeEach(() => {
    Object.assign(served.provider, { account: 'anna', isDown: false, forge: null });
    served.clock.ahead = 0;
    served.logger.warn.mockClear();
  });
  afterAll(() => served.close());
  return served;
}
