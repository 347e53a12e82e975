import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { eachWithOidc } from './testing/serve-oidc.ts';

const served = eachWithOidc();

const SESSION = '__Host-loopdesk';
const seconds = () => Math.floor(Date.now() / 1_000);

/** A browser that has been at the provider, and the address that it was sent back to and has not gone to. */
async function comeBack(to = '/healthz') {
  const browser = served.browser();
  let url = `${served.app}/auth/sign-in?to=${encodeURIComponent(to)}`;
  while (!url.includes('/auth/callback')) {
    const { headers } = await browser.ask(url);
    url = new URL(headers.get('location') ?? '', url).href;
  }
  return { browser, callback: url };
}

/** Whether a browser goes to an address and is not signed in by it, but offered another try. */
async function expectRefused(
  browser: Awaited<ReturnType<typeof comeBack>>['browser'],
  url: string,
  status = 400,
) {
  const answer = await browser.ask(url);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.text).toMatch(/<a href="\/auth\/sign-in\?to=[^"]*">Try again<\/a>/);
  expect(browser.jar().some(({ name }) => name === SESSION)).toBe(false);
  expect(await browser.me()).toBeNull();
  return answer;
}

test('a callback counts once, also with the same cookie', async () => {
  const { browser, callback } = await comeBack();
  const attempt = browser.jar().find(({ name }) => name === '__Host-loopdesk-sign-in');
  expect((await browser.ask(callback)).status).toBe(303);
  expect(browser.jar().some(({ name }) => name === attempt?.name)).toBe(false);
  const thief = served.browser();
  thief.setCookie(served.app, attempt?.line ?? '');
  served.provider.asked.length = 0;
  await expectRefused(thief, callback);
  expect(served.provider.asked).toEqual([]);
});

test('a code counts once, whatever attempt it comes with', async () => {
  const { browser, callback } = await comeBack();
  expect((await browser.ask(callback)).status).toBe(303);
  const other = await comeBack();
  const mixed = new URL(other.callback);
  mixed.searchParams.set('code', new URL(callback).searchParams.get('code') ?? '');
  await expectRefused(other.browser, mixed.href);
});

test('the callback of another browser signs nobody in, and leaves an attempt that is under way', async () => {
  const [mine, theirs] = [await comeBack(), await comeBack()];
  await expectRefused(mine.browser, theirs.callback);
  await expectRefused(served.browser(), mine.callback);
  expect((await mine.browser.ask(mine.callback)).status).toBe(303);
});

test.each(['', '?', '?state=x', '?code=x&state=x', '?error=access_denied', '?state=&code='])(
  'a callback with %j is none',
  async (search) => {
    const { browser } = await comeBack();
    await expectRefused(browser, `${served.app}/auth/callback${search}`);
  },
);

test('a cookie that we have not made is no attempt', async () => {
  const { browser, callback } = await comeBack();
  browser.setCookie(served.app, `__Host-loopdesk-sign-in=${'A'.repeat(200)}; Path=/`);
  await expectRefused(browser, callback);
});

test('an attempt ends after ten minutes', async () => {
  const { browser, callback } = await comeBack();
  served.clock.ahead = 600_000;
  await expectRefused(browser, callback);
});

test('a query that was tampered with names no other provider', async () => {
  const { browser, callback } = await comeBack();
  const url = new URL(callback);
  url.searchParams.set('iss', 'https://evil.example');
  await expectRefused(browser, url.href);
});

test('who cancels is told, and offered the way that they wanted', async () => {
  served.provider.account = null;
  const { browser, callback } = await comeBack('/w/1?q=a%20%22b%22');
  const { text } = await expectRefused(browser, callback, 403);
  expect(text).toContain(`to=${encodeURIComponent('/w/1?q=a%20%22b%22')}"`);
  expect(text).not.toContain('rather not');
});

const foreign = generateKeyPair('RS256');
const signForeign = async (claims: JWTPayload, header: object) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...header }).sign((await foreign).privateKey);

const FORGERIES: Record<string, (claims: JWTPayload) => Promise<string>> = {
  'signed with a foreign key': (claims) => signForeign(claims, { kid: 'k' }),
  'signed with an unknown key': (claims) => signForeign(claims, { kid: 'other' }),
  'signed with a key that it brings along': async (claims) =>
    signForeign(claims, { jwk: await exportJWK((await foreign).publicKey) }),
  'not signed': async (claims) => new UnsecuredJWT(claims).encode(),
  'signed with the secret that the client has': (claims) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode('a-secret-of-the-client-and-us')),
  'without its signature': async (claims) => (await served.provider.sign(claims)).replace(/[^.]*$/, ''),
  'of another person than was signed for': async (claims) => {
    const [header, , signature] = (await served.provider.sign(claims)).split('.');
    const payload = Buffer.from(JSON.stringify({ ...claims, sub: 'ben' })).toString('base64url');
    return [header, payload, signature].join('.');
  },
  'for somebody else': (claims) => served.provider.sign({ ...claims, aud: 'another-client' }),
  'for several, and made for another': (claims) =>
    served.provider.sign({ ...claims, aud: [served.clientId, 'x'], azp: 'x' }),
  'of another issuer': (claims) => served.provider.sign({ ...claims, iss: 'https://evil.example' }),
  'of an issuer with a slash more': (claims) => served.provider.sign({ ...claims, iss: `${claims.iss}/` }),
  'with another nonce': (claims) => served.provider.sign({ ...claims, nonce: 'x' }),
  'without a nonce': ({ nonce: _, ...claims }) => served.provider.sign(claims),
  'without a subject': ({ sub: _, ...claims }) => served.provider.sign(claims),
  'that has expired': (claims) => served.provider.sign({ ...claims, exp: seconds() - 600 }),
  'that is not valid yet': (claims) => served.provider.sign({ ...claims, nbf: seconds() + 600 }),
  'without an end': ({ exp: _, ...claims }) => served.provider.sign(claims),
  'that is no token': async () => 'x',
};

test.each(Object.entries(FORGERIES))('an ID token %s signs nobody in', async (_name, forge) => {
  const { browser, callback } = await comeBack();
  served.provider.forge = forge;
  const { text } = await expectRefused(browser, callback);
  expect(text).toContain('could not be verified');
  expect(served.logger.warn).toHaveBeenCalledWith(
    expect.objectContaining({ failure: 'invalid' }),
    'a sign-in has failed',
  );
});

test.each([
  ['two minutes ahead', (now: number) => ({ iat: now + 120, nbf: now + 120, exp: now + 420 })],
  ['two minutes behind', (now: number) => ({ iat: now - 420, nbf: now - 420, exp: now - 120 })],
])('a provider whose clock is %s signs people in', async (_name, times) => {
  const { browser, callback } = await comeBack();
  served.provider.forge = (claims) => served.provider.sign({ ...claims, ...times(seconds()) });
  expect((await browser.ask(callback)).status).toBe(303);
  expect(await browser.me()).toMatchObject({ user: { name: 'Anna' } });
});

test.each([
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/auth/sign-in', '/'],
  ['/w/1?q=x', '/w/1?q=x'],
])('wanting %s ends at %s of ours', async (to, path) => {
  const { browser, callback } = await comeBack(to);
  expect((await browser.ask(callback)).headers.get('location')).toBe(`${served.app}${path}`);
});
