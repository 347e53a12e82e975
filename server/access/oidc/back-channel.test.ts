import type { JWTPayload } from 'jose';
import { generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { eachWithOidc } from './testing/serve-oidc.ts';

const served = eachWithOidc();

const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const seconds = () => Math.floor(Date.now() / 1_000);
let made = 0;

function claims(parts: JWTPayload = {}): JWTPayload {
  made += 1;
  const times = { iat: seconds(), exp: seconds() + 120 };
  const to = { iss: served.provider.issuer, aud: served.clientId };
  return { ...to, ...times, jti: `jti-${made}`, events: EVENTS, sub: 'anna', ...parts };
}

/** Sends a logout token as a provider does, and answers the status. */
async function send(token: string): Promise<number> {
  const body = new URLSearchParams({ logout_token: token });
  const response = await fetch(`${served.app}/auth/back-channel-logout`, { method: 'POST', body });
  expect(response.headers.get('cache-control')).toBe('no-store');
  return response.status;
}

async function signedIn(account = 'anna') {
  served.provider.account = account;
  const browser = served.browser();
  await browser.signIn();
  expect(await browser.me()).not.toBeNull();
  return browser;
}

test('who signs out at the provider itself is signed out here', async () => {
  const [here, elsewhere] = [await signedIn(), await signedIn()];
  const { issuer } = served.provider;
  const page = await here.ask(`${issuer}/session/end?client_id=${served.clientId}`);
  const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page.text) ?? [];
  const body = new URLSearchParams({ xsrf, logout: 'yes' });
  const { status } = await here.ask(`${issuer}/session/end/confirm`, { method: 'POST', body });
  expect(status).toBe(303);
  await expect.poll(() => here.me()).toBeNull();
  expect(await elsewhere.me()).not.toBeNull();
});

test('a token that names a person ends all their sessions, and nobody else’s', async () => {
  const [one, two, other] = [await signedIn(), await signedIn(), await signedIn('ben')];
  expect(await send(await served.provider.sign(claims(), { typ: 'logout+jwt' }))).toBe(200);
  for (const browser of [one, two]) expect(await browser.me()).toBeNull();
  expect(await other.me()).not.toBeNull();
});

test.each([undefined, 'JWT', 'logout+jwt', 'LOGOUT+JWT'])('a type of %s is fine', async (typ) => {
  const browser = await signedIn();
  expect(await send(await served.provider.sign(claims(), typ === undefined ? {} : { typ }))).toBe(200);
  expect(await browser.me()).toBeNull();
});

test('a token counts once', async () => {
  const token = await served.provider.sign(claims());
  expect(await send(token)).toBe(200);
  const browser = await signedIn();
  expect(await send(token)).toBe(400);
  expect(await browser.me()).not.toBeNull();
});

const foreign = generateKeyPair('RS256');
const sign = (parts: JWTPayload, header?: object) => served.provider.sign(claims(parts), header);

const REFUSED: Record<string, () => Promise<string>> = {
  'is no token': async () => 'x',
  'was signed with a foreign key': async () =>
    new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign((await foreign).privateKey),
  'was signed with the client’s secret': async () =>
    new SignJWT(claims())
      .setProtectedHeader({ alg: 'HS256', kid: 'k' })
      .sign(new TextEncoder().encode('a-secret-of-the-client-and-us')),
  'is for another client': () => sign({ aud: 'another' }),
  'is of another issuer': () => sign({ iss: 'https://evil.example' }),
  'has expired': () => sign({ exp: seconds() - 600 }),
  'is old': () => sign({ iat: seconds() - 600 }),
  'is of the future': () => sign({ iat: seconds() + 600, exp: seconds() + 900 }),
  'has a nonce, as an ID token': () => sign({ nonce: 'x' }),
  'has no event': () => sign({ events: {} }),
  'has another event': () => sign({ events: { 'http://schemas.openid.net/event/else': {} } }),
  'has an event that is no object': () => sign({ events: { [Object.keys(EVENTS)[0] as string]: 'x' } }),
  'names nobody': () => served.provider.sign((({ sub: _, ...rest }) => rest)(claims())),
  'has no name of its own': () => served.provider.sign((({ jti: _, ...rest }) => rest)(claims())),
  'is of another type': () => sign({}, { typ: 'at+jwt' }),
};

test.each(Object.entries(REFUSED))('a logout token that %s ends nothing', async (_name, make) => {
  const browser = await signedIn();
  expect(await send(await make())).toBe(400);
  expect(await browser.me()).not.toBeNull();
});

test('two minutes between the clocks are nothing', async () => {
  expect(await send(await sign({ iat: seconds() + 120, exp: seconds() + 240 }))).toBe(200);
  expect(await send(await sign({ iat: seconds() - 240, exp: seconds() - 120 }))).toBe(200);
});

test.each([
  ['none', undefined],
  ['JSON', JSON.stringify({ logout_token: 'x' })],
  ['a form without a token', new URLSearchParams({ token: 'x' })],
  ['a form with two', new URLSearchParams('logout_token=x&logout_token=y')],
  ['one that is too large', new URLSearchParams({ logout_token: 'x'.repeat(20_000) })],
])('a body that is %s is refused', async (_name, body) => {
  const url = `${served.app}/auth/back-channel-logout`;
  const response = await fetch(url, { method: 'POST', ...(body && { body }) });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: 'invalid_request' });
});
