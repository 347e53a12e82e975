import { expect, test } from 'vitest';
import { openSessionsSchema } from '../../../contract/index.ts';
import { eachWithOidc } from './testing/serve-oidc.ts';

const served = eachWithOidc();

test('a person sees where they are signed in, and what they end elsewhere ends at once', async () => {
  const [here, there, bens] = [served.browser(), served.browser(), served.browser()];
  await here.signIn();
  await there.signIn();
  served.provider.account = 'ben';
  await bens.signIn();
  const list = async (browser: typeof here) => {
    const { text } = await browser.ask(`${served.app}/api/sessions`);
    return openSessionsSchema.parse(JSON.parse(text)).sessions;
  };
  const end = async (id: string) => {
    const headers = { 'sec-fetch-site': 'same-origin' };
    return (await here.ask(`${served.app}/api/sessions/${id}`, { method: 'DELETE', headers })).status;
  };
  const own = await list(here);
  expect(own.map(({ person, isCurrent }) => [person.name, isCurrent]).toSorted()).toEqual([
    ['anna@example.com', false],
    ['anna@example.com', true],
  ]);
  const [bensOwn] = await list(bens);
  expect(await end(bensOwn?.id ?? '')).toBe(404);
  expect(await end(own.find(({ isCurrent }) => !isCurrent)?.id ?? '')).toBe(204);
  expect(await there.me()).toBeNull();
  expect(await bens.me()).not.toBeNull();
  expect(await list(here)).toHaveLength(1);
});
