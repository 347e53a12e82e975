import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedOutSchema } from '../../../contract/index.ts';
import { serveOidc } from './testing/serve-oidc.ts';

let served: Awaited<ReturnType<typeof serveOidc>>;
beforeAll(async () => {
  served = await serveOidc({ basePath: '/loopdesk' });
  served.provider.account = 'anna';
});
afterAll(() => served.close());

test('under a path of a host people sign in and out, and come back to where they wanted', async () => {
  const browser = served.browser();
  const { way, status } = await browser.signIn('/loopdesk/healthz?a=1');
  expect(status).toBe(200);
  expect(way.at(-1)).toBe(`${served.app}/healthz?a=1`);
  expect(way).toContainEqual(expect.stringMatching(new RegExp(`^${served.app}/auth/callback\\?`)));
  expect(await browser.me()).toMatchObject({ user: { name: 'Anna' } });
  const { text } = await browser.signOut();
  const { searchParams } = new URL(signedOutSchema.parse(JSON.parse(text)).location);
  expect(searchParams.get('post_logout_redirect_uri')).toBe(`${served.app}/`);
  expect(await browser.me()).toBeNull();
});

test('what lies beside the path is nothing to come back to, and another try begins under it', async () => {
  const browser = served.browser();
  expect((await browser.signIn('/elsewhere')).way.at(-1)).toBe(`${served.app}/`);
  const { text, status } = await browser.ask(`${served.app}/auth/callback?code=x&state=y`);
  expect(status).toBe(400);
  expect(text).toContain('href="/loopdesk/auth/sign-in?to=');
});
