import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startProduct, startSandbox } from './support/servers.ts';
import { expect, openQueue, test } from './support/test.ts';

test('the key is in no response, header, log line or file that a browser gets', async ({ page }) => {
  const sandbox = await startSandbox('--tickets', '120');
  const product = await startProduct(sandbox.environment);
  const key = sandbox.environment.QUESTIONPRO_API_KEY ?? '';
  expect(key.length).toBeGreaterThan(8);

  const seen: string[] = [];
  page.on('response', async (response) => {
    seen.push(JSON.stringify(await response.allHeaders()), await response.text().catch(() => ''));
  });
  await openQueue(page, `${product.url}/w/4201/tickets`);
  await page.locator('tbody tr').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const { url } = product;
  const workspace = '/api/workspaces/4201';
  const paths = [
    '/metrics',
    '/readyz',
    '/healthz',
    '/nothing',
    `${workspace}/tickets?at=1&x=${key.slice(0, 0)}`,
  ];
  for (const path of [...paths, `${workspace}/tickets.csv`, `${workspace}/snapshot`, '/api/workspaces/%E0']) {
    seen.push(await (await page.request.get(url + path)).text());
  }
  await product.stop();
  await sandbox.stop();

  expect(seen.length).toBeGreaterThan(10);
  expect([...seen, product.output(), ...filesForBrowsers()].filter((text) => text.includes(key))).toEqual([]);
});

test('the log of a session holds no customer’s words and no search', async ({ page }) => {
  const product = await startProduct({ LOG_LEVEL: 'trace' });
  await openQueue(page, `${product.url}/w/4201/tickets?q=refund`);
  const customer = await page.locator('tbody tr').first().locator('[data-column="customer"]').textContent();
  if (!customer) throw new Error('The first row has no customer to look for.');
  await product.stop();
  const logged = product
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(logged.length).toBeGreaterThan(0);
  expect(
    logged.filter((line) => line.includes('refund') || line.includes(customer) || line.includes('@')),
  ).toEqual([]);
});

function filesForBrowsers(): string[] {
  const folder = fileURLToPath(new URL('../dist/client/', import.meta.url));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'latin1'));
}
