import { afterEach, expect, test } from 'vitest';
import type { Database } from '../../store/database.ts';
import { serveOidc } from './testing/serve-oidc.ts';

let served: Awaited<ReturnType<typeof serveOidc>>;
afterEach(() => served.close());

async function start(options: Parameters<typeof serveOidc>[0] = {}) {
  served = await serveOidc(options);
  served.provider.account = 'anna';
  return served;
}

test('a provider that is down at the start is told, and found when it is there', async () => {
  const { provider, browser, app } = await start();
  provider.isDown = true;
  const person = browser();
  const { status, text } = await person.ask(`${app}/auth/sign-in?to=/w/1%3Fq=x`);
  expect(status).toBe(503);
  expect(text).toContain('can’t be reached');
  expect(text).toContain('<a href="/auth/sign-in?to=%2Fw%2F1%3Fq%3Dx">Try again</a>');
  expect((await person.ask(`${app}/api/me`)).status).toBe(401);
  provider.isDown = false;
  expect((await person.signIn()).status).toBe(200);
  expect(await person.me()).not.toBeNull();
});

test('nobody asks the provider for anything before somebody signs in', async () => {
  const { provider, browser } = await start();
  await browser().me();
  expect(provider.asked).toEqual([]);
});

test('a provider that goes down later leaves those who are signed in, who can sign out', async () => {
  const { provider, browser, app } = await start();
  const [inside, outside] = [browser(), browser()];
  await inside.signIn();
  let url = `${app}/auth/sign-in`;
  while (!url.includes('/auth/callback')) {
    url = new URL((await outside.ask(url)).headers.get('location') ?? '', url).href;
  }
  provider.isDown = true;
  const { status, text } = await outside.ask(url);
  expect(status).toBe(503);
  expect(text).toContain('Try again');
  expect(await inside.me()).not.toBeNull();
  const { status: signedOut, text: body } = await inside.signOut();
  expect([signedOut, JSON.parse(body)]).toEqual([200, { location: `${app}/` }]);
  expect(await inside.me()).toBeNull();
});

test('a provider that has gone down is told before anybody is sent there, and found again', async () => {
  const { provider, browser, app, clock } = await start();
  await browser().signIn();
  provider.isDown = true;
  clock.ahead += 60_000;
  const late = browser();
  expect((await late.ask(`${app}/auth/sign-in`)).status).toBe(503);
  provider.isDown = false;
  expect((await late.signIn()).status).toBe(200);
});

test('a logout token that cannot be checked is not refused for ever', async () => {
  const { provider, app } = await start();
  provider.isDown = true;
  const body = new URLSearchParams({ logout_token: 'x' });
  const response = await fetch(`${app}/auth/back-channel-logout`, { method: 'POST', body });
  expect(response.status).toBe(503);
});

test('a store that fails lets nobody in, and says so', async () => {
  const fail = () => Promise.reject(new Error('no store'));
  const database: Database = { query: fail, transaction: fail, close: async () => undefined };
  const { browser } = await start({ database });
  const person = browser();
  const { status, text } = await person.signIn();
  expect(status).toBe(503);
  expect(text).toContain('Nobody can sign in at the moment');
  expect(await person.me()).toBeNull();
});
