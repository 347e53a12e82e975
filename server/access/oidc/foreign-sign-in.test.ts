import { expect, test } from 'vitest';
import { eachWithOidc } from './testing/serve-oidc.ts';

const served = eachWithOidc();

test.each(['cross-site', 'same-site'])('a link on a page that is %s signs nobody in', async (site) => {
  const browser = served.browser();
  const address = `${served.app}/auth/sign-in?to=${encodeURIComponent('/w/1?q="<b>')}`;
  const page = await browser.ask(address, { headers: { 'sec-fetch-site': site } });
  expect(page.status).toBe(200);
  expect(page.headers.getSetCookie()).toEqual([]);
  expect(page.text).not.toContain('<b>');
  const [, href = ''] = /<a href="([^"]+)">Sign in</.exec(page.text) ?? [];
  expect(new URL(href, address).href).toBe(address);
});

test.each(['same-origin', 'none'])('a click on a page of ours, or an address typed in: %s', async (site) => {
  const asked = await served
    .browser()
    .ask(`${served.app}/auth/sign-in`, { headers: { 'sec-fetch-site': site } });
  expect(asked.status).toBe(303);
  expect(new URL(asked.headers.get('location') ?? '').origin).toBe(served.provider.issuer);
});
