import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { temporaryFolder } from '../scripts/temporary-folder.mjs';
import { freePort } from './support/free-port.ts';
import { startProduct, startSandbox } from './support/servers.ts';
import { test as base, expect, expectAccessibleInBothThemes } from './support/test.ts';

interface Guarded {
  readonly url: string;
  /** Writes who is an admin into the access file, beside a member. */
  readonly grant: (...admins: readonly string[]) => Promise<void>;
}

/** Loopdesk with a store, behind a proxy that signs people in: the test sends the proxy's headers. */
const test = base.extend<{ guarded: Guarded }>({
  guarded: async ({}, use) => {
    const [port, folder] = [await freePort(), temporaryFolder('access')];
    const [file, url] = [join(folder, 'access.json'), `http://127.0.0.1:${port}`];
    const grant = (...admins: readonly string[]) => {
      const roles = [...admins.map((name) => [name, 'admin']), ['mia', 'member']];
      const grants = roles.map(([name, role]) => ({ who: `user:${name}`, workspaces: '*', role }));
      return writeFile(file, JSON.stringify({ grants }));
    };
    await grant('anna');
    const sandbox = await startSandbox('--tickets', '40', '--port', '0');
    const product = await startProduct({
      ...sandbox.environment,
      ACCESS: 'proxy',
      ACCESS_FILE: file,
      DATA_DIR: join(folder, 'data'),
      PORT: port,
      PROXY_TRUSTED: '127.0.0.1',
      PUBLIC_URL: url,
      STORE: 'embedded',
    });
    await use({ url, grant });
    await product.stop();
    await sandbox.stop();
  },
});

function signIn(page: Page, user: string): Promise<void> {
  return page.context().setExtraHTTPHeaders({ 'X-Forwarded-User': user });
}

test('a token is made, used and revoked at once, and the audit log tells of it', async ({
  page,
  guarded,
}) => {
  const { url } = guarded;
  const asProgram = (token: string) =>
    fetch(`${url}/api/workspaces`, { headers: { authorization: `Bearer ${token}` } });

  await signIn(page, 'mia');
  await page.goto(`${url}/access/tokens`);
  await page.getByLabel('What it is for').fill('Weekly report');
  await page.keyboard.press('Enter');
  const secret = await page.getByRole('textbox', { name: 'Secret' }).inputValue();
  await expectAccessibleInBothThemes(page);
  expect((await asProgram(secret)).status).toBe(200);
  await page.reload();
  const row = page.getByRole('row', { name: /^Weekly report Viewer/ });
  await expect(row).toContainText('just now');
  expect(await page.content()).not.toContain(secret);
  await row.getByRole('button', { name: 'Revoke Weekly report' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('You have none.')).toBeVisible();
  expect((await asProgram(secret)).status).toBe(401);
  await expect(page.getByRole('link', { name: 'Audit log' })).toHaveCount(0);

  await guarded.grant('anna', 'ben');
  await signIn(page, 'anna');
  // The file is read every few seconds.
  await expect.poll(async () => (await page.request.get(`${url}/api/audit`)).text()).toContain('user:ben');
  await page.goto(`${url}/access/audit`);
  const log = page.getByRole('table', { name: 'Audit log' });
  await expect(log.getByRole('row', { name: /user:ben: none → admin/ })).toBeVisible();
  await expect(log.getByRole('row', { name: /mia API token revoked/ })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await page.getByLabel('Action').selectOption('API token created');
  await page.getByLabel('Who').fill('MI');
  await expect(page).toHaveURL(/action=token-created&who=MI/);
  await expect(log.getByRole('row')).toHaveCount(2);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/"mia",.*"token-created",,"id: /);
});
