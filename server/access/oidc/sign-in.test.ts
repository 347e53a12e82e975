import { expect, test } from 'vitest';
import { eachWithOidc, serveOidc } from './testing/serve-oidc.ts';

const served = eachWithOidc();

test('who signs in at the provider is known here, with the roles of their e-mail and groups', async () => {
  const browser = served.browser();
  expect(await browser.me()).toBeNull();
  const { way, status } = await browser.signIn('/healthz?a=1');
  expect(status).toBe(200);
  expect(way.at(-1)).toBe(`${served.app}/healthz?a=1`);
  expect(await browser.me()).toMatchObject({
    access: 'oidc',
    user: { id: 'oidc:anna', name: 'Anna', email: 'anna@example.com' },
    workspaces: [
      { id: 'w', role: 'admin' },
      { id: 'v', role: 'member' },
    ],
    signOutUrl: '/auth/sign-out',
  });
});

test('the browser is asked with a code challenge, a state and a nonce', async () => {
  const { headers, status } = await served.browser().ask(`${served.app}/auth/sign-in`);
  expect(status).toBe(303);
  const { searchParams } = new URL(headers.get('location') ?? '');
  expect(Object.fromEntries(searchParams)).toEqual({
    client_id: served.clientId,
    response_type: 'code',
    redirect_uri: `${served.app}/auth/callback`,
    scope: 'openid email profile',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  });
});

test('cookies are this host’s alone, and no script’s; none holds a token or a name', async () => {
  const browser = served.browser();
  const begun = await browser.ask(`${served.app}/auth/sign-in`);
  const attributes = ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax'];
  const [attempt = ''] = begun.headers.getSetCookie();
  expect(attempt.split('; ')).toEqual([
    expect.stringMatching(/^__Host-loopdesk-sign-in=[\w-]+$/),
    'Max-Age=600',
    ...attributes,
  ]);
  await browser.signIn();
  const ours = browser.jar().filter(({ host }) => served.app.endsWith(host));
  expect(ours.map(({ line }) => line.split('; '))).toEqual([
    [expect.stringMatching(/^__Host-loopdesk=[\w-]{43}$/), 'Max-Age=86400', ...attributes],
  ]);
});

test('nothing here is kept by a cache, and no log has a code, a state, a token or a secret', async () => {
  const browser = served.browser();
  const { way } = await browser.signIn();
  const callback = new URL(way.find((url) => url.includes('/auth/callback')) ?? '');
  expect((await browser.ask(`${served.app}/auth/sign-in`)).headers.get('cache-control')).toBe('no-store');
  const log = served.log.join('') + JSON.stringify(served.logger.warn.mock.calls);
  expect(log).toContain('/auth/callback');
  for (const secret of [...callback.searchParams.values(), ...browser.jar().map(({ value }) => value)]) {
    expect(log).not.toContain(secret);
  }
});

test('another account in the same browser takes the place of the first, whose session ends', async () => {
  const browser = served.browser();
  await browser.signIn();
  const annas = browser.jar().find(({ name }) => name === '__Host-loopdesk');
  const other = served.browser();
  other.setCookie(served.app, annas?.line ?? '');
  served.provider.account = 'ben';
  // Another session there as well: the provider was asked to forget the first.
  await other.signIn();
  expect(await other.me()).toMatchObject({
    user: { name: 'Ben' },
    workspaces: [{ id: 'w', role: 'viewer' }],
  });
  expect(await browser.me()).toBeNull();
});

test('signing in again gives the browser another secret', async () => {
  const browser = served.browser();
  await browser.signIn();
  const first = browser.jar().find(({ name }) => name === '__Host-loopdesk')?.value;
  await browser.signIn();
  expect(browser.jar().find(({ name }) => name === '__Host-loopdesk')?.value).not.toBe(first);
});

test('a session ends when nobody uses it for eight hours, and after a day', async () => {
  const idle = served.browser();
  await idle.signIn();
  served.clock.ahead = 8 * 3_600_000;
  expect(await idle.me()).toBeNull();
  const busy = served.browser();
  await busy.signIn();
  for (let hour = 1; hour < 24; hour += 1) {
    served.clock.ahead += 3_600_000;
    expect(await busy.me()).not.toBeNull();
  }
  served.clock.ahead += 3_600_000;
  expect(await busy.me()).toBeNull();
});

test('an office signs in within a minute, and a flood is stopped', async () => {
  const flooded = await serveOidc();
  const statuses: number[] = [];
  for (let count = 0; count <= 1_200; count += 1) {
    statuses.push((await fetch(`${flooded.app}/auth/sign-out`)).status);
  }
  expect(statuses.slice(0, 1_200).every((status) => status === 405)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
  await flooded.close();
});

test('an e-mail that nobody has verified lets nobody in', async () => {
  served.provider.account = 'mallory';
  const browser = served.browser();
  await browser.signIn();
  expect(await browser.me()).toMatchObject({ user: { email: null }, workspaces: [] });
});

test('somebody with more groups than the provider sends is told, when they needed them', async () => {
  served.provider.account = 'many';
  const browser = served.browser();
  const { status, text } = await browser.signIn();
  expect(status).toBe(403);
  expect(text).toContain('too many groups');
  expect(await browser.me()).toBeNull();
  expect(served.logger.warn).toHaveBeenCalledOnce();
});

test('somebody who sees something without those groups is told that there may be more', async () => {
  served.provider.account = 'busy';
  const browser = served.browser();
  await browser.signIn();
  expect(await browser.me()).toMatchObject({ groupsLeftOut: true, workspaces: [{ id: 'w' }] });
  expect(served.logger.warn).toHaveBeenCalledOnce();
});

test('groups that no grant asks for are missed by nobody', async () => {
  const grants = [{ who: { kind: 'everyone' }, workspaces: '*', role: 'viewer' }] as const;
  const open = await serveOidc({ rules: { grants, contact: null } });
  open.provider.account = 'many';
  const browser = open.browser();
  await browser.signIn();
  expect(await browser.me()).toMatchObject({ groupsLeftOut: false });
  expect(open.logger.warn).not.toHaveBeenCalled();
  await open.close();
});
