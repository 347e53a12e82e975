import { expect, test } from 'vitest';
import { signedOutSchema } from '../../../contract/index.ts';
import { eachWithOidc } from './testing/serve-oidc.ts';

const served = eachWithOidc();

test('who signs out is nobody at once, and the provider has its token back', async () => {
  const browser = served.browser();
  await browser.signIn();
  const before = browser.jar().find(({ name }) => name === '__Host-loopdesk');
  served.provider.asked.length = 0;
  const { status, text, headers } = await browser.signOut();
  expect(status).toBe(200);
  expect(headers.get('clear-site-data')).toBe('"cache"');
  const { location } = signedOutSchema.parse(JSON.parse(text));
  const end = new URL(location);
  expect(end.origin).toBe(served.provider.issuer);
  expect(Object.fromEntries(end.searchParams)).toEqual({
    client_id: served.clientId,
    post_logout_redirect_uri: `${served.app}/`,
  });
  expect(served.provider.asked).toContain('/token/revocation');
  expect(await browser.me()).toBeNull();
  browser.setCookie(served.app, before?.line ?? '');
  expect(await browser.me()).toBeNull();
});

test('who is nobody can sign out too', async () => {
  const { status, text } = await served.browser().signOut();
  expect(status).toBe(200);
  expect(JSON.parse(text)).toEqual({ location: `${served.app}/` });
});

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour', { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' }],
  ['an old browser on another site', { origin: 'https://evil.example' }],
  ['a page without an origin', { origin: 'null' }],
  ['somebody who says nothing', {}],
])('%s signs nobody out', async (_who, headers: Record<string, string>) => {
  const browser = served.browser();
  await browser.signIn();
  expect((await browser.signOut(headers)).status).toBe(403);
  expect(await browser.me()).not.toBeNull();
  expect((await browser.ask(`${served.app}/auth/sign-out`)).status).toBe(405);
});
