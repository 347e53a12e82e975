import { startProduct, startSandbox } from './support/servers.ts';
import {
  expect,
  expectAccessibleInBothThemes,
  idsOnScreen,
  listed,
  openQueue,
  test,
} from './support/test.ts';

const TROUBLE = { name: 'Trouble with the data' } as const;
const AGE = { name: 'State of the data' } as const;

test('while the first tickets come in, there is progress, and rows before the end', async ({ page }) => {
  const sandbox = await startSandbox('--tickets', '3000', '--latency', '300');
  const product = await startProduct(sandbox.environment);
  await page.goto(`${product.url}/w/4201/tickets`);
  await expect(page.getByRole('progressbar', { name: 'Tickets read' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Tickets' })).toBeVisible();
  await expect(page.getByRole('region', TROUBLE)).toContainText(/Reading tickets: [\d,]+ of 3,000/);
  await expect(page.getByRole('region', AGE)).toContainText('all 3,000 tickets read', { timeout: 20_000 });
  await expect(page.getByText('Demo data')).toBeHidden();
  await product.stop();
  await sandbox.stop();
});

test('a refused key says so in place of the list, never as an empty one', async ({ page }) => {
  const sandbox = await startSandbox('--tickets', '60');
  const product = await startProduct({ ...sandbox.environment, QUESTIONPRO_API_KEY: 'a-wrong-key-31337' });
  await page.goto(product.url);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('refused the API key');
  await expect(alert).toContainText('none could be read, not because there are none');
  await expectAccessibleInBothThemes(page);
  await product.stop();
  await sandbox.stop();
});

test('when Loopdesk’s own server stops, the page says that, and comes back by itself', async ({ page }) => {
  const product = await startProduct();
  await openQueue(page, `${product.url}/w/4201/tickets`);
  const { port } = new URL(product.url);
  await product.stop();
  await expect(page.getByRole('region', TROUBLE)).toContainText('Can’t reach Loopdesk. Retrying');
  await expect(page.locator('tr[data-listed]')).toHaveCount(50);
  const again = await startProduct({ PORT: port });
  await expect(page.getByRole('region', AGE)).toContainText(/Updated .* ago/, { timeout: 40_000 });
  await again.stop();
});

test('a page past the end leads back', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  const api = `${demo.url}/api/workspaces/4201/tickets`;
  const { total } = await listed(page, api);
  const last = await listed(page, `${api}?page=${Math.ceil(total / 50)}`);
  const count = total.toLocaleString('en');
  const from = (total - last.ids.length + 1).toLocaleString('en');
  await page.goto(`${demo.url}/w/4201/tickets?page=9999`);
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await expect(pages).toContainText(`0 of ${count}`);
  await page.getByRole('button', { name: 'Go to the last page' }).click();
  await expect(pages).toContainText(`${from}–${count} of ${count}`);
  expect(await idsOnScreen(page)).toEqual(last.ids);
});
