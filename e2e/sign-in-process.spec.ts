import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../scripts/temporary-folder.mjs';
import { signInAt, startIdentified } from './support/identified.ts';
import { startProduct } from './support/servers.ts';
import { expect, test } from './support/test.ts';
import { startFew } from './support/upstream.ts';

/** What a process has loaded that signs people in, as its engine has told at its end. */
function loadedForSignIn(coverage: string): readonly string[] {
  const files = readdirSync(coverage).map((name) => readFileSync(join(coverage, name), 'utf8'));
  const urls = files.flatMap((text) => {
    const { result }: { result: readonly { url: string }[] } = JSON.parse(text);
    return result.map(({ url }) => url);
  });
  expect(urls.some((url) => url.endsWith('/main.js'))).toBe(true);
  const names = urls.flatMap(
    (url) => /openid-client|\/jose\/|create-oidc|sessions?-|audit-/.exec(url)?.[0] ?? [],
  );
  return [...new Set(names)].sort();
}

test('a restart keeps who is signed in, and only where people sign in is anything of that loaded', async ({
  page,
}) => {
  const coverage = temporaryFolder('coverage');
  const desk = await startIdentified({ STORE: 'embedded', DATA_DIR: temporaryFolder('store') });
  const address = `${desk.url}/w/4201/tickets`;
  await signInAt(page, address, 'anna');
  const list = page.getByRole('table', { name: 'Tickets' });
  await expect(list).toBeVisible();
  await desk.product.stop();
  const after = await startProduct({ ...desk.environment, NODE_V8_COVERAGE: coverage });
  await page.goto(address);
  await expect(list).toBeVisible();
  await expect(page.getByRole('button', { name: 'Account of Anna' })).toBeVisible();
  await Promise.all([after.stop(), desk.stop()]);
  expect(loadedForSignIn(coverage)).toEqual(
    expect.arrayContaining(['/jose/', 'create-oidc', 'openid-client']),
  );

  const open = temporaryFolder('coverage');
  const few = await startFew();
  const others = await startProduct({ ...few.environment, NODE_V8_COVERAGE: open });
  await others.stop();
  few.stop();
  expect(loadedForSignIn(open)).toEqual([]);
});
