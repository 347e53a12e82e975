import { startProduct, startSandbox } from './support/servers.ts';
import { expect, expectAccessibleInBothThemes, test } from './support/test.ts';
import { startFew } from './support/upstream.ts';

const TROUBLE = { name: 'Trouble with the data' } as const;
const AGE = { name: 'State of the data' } as const;

test('a refused key says so, never as an empty list; first tickets come with progress; a stopped server is told of, and comes back', async ({
  page,
}) => {
  const sandbox = await startSandbox('--tickets', '3000', '--latency', '300');
  await test.step('a refused key', async () => {
    const refused = await startProduct({ ...sandbox.environment, QUESTIONPRO_API_KEY: 'a-wrong-key-31337' });
    await page.goto(refused.url);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('refused the API key');
    await expect(alert).toContainText('none could be read, not because there are none');
    await expectAccessibleInBothThemes(page);
    await refused.stop();
  });

  const product = await startProduct(sandbox.environment);
  await test.step('rows before the end', async () => {
    await page.goto(`${product.url}/w/4201/tickets?perPage=10`);
    await expect(page.getByRole('progressbar', { name: 'Tickets read' })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Tickets' })).toBeVisible();
    await expect(page.getByRole('region', TROUBLE)).toContainText(/Reading tickets: [\d,]+ of 3,000/);
    await expect(page.getByRole('region', AGE)).toContainText('all 3,000 tickets read');
    await expect(page.getByText('Demo data')).toBeHidden();
  });

  await test.step('Loopdesk’s own server stops', async () => {
    const { port } = new URL(product.url);
    await product.stop();
    await expect(page.getByRole('region', TROUBLE)).toContainText('Can’t reach Loopdesk. Retrying');
    await expect(page.locator('tr[data-listed]')).toHaveCount(10);
    // Another upstream has a workspace of that number as well, and is read at once.
    const few = await startFew();
    const again = await startProduct({ ...few.environment, PORT: port });
    await expect(page.getByRole('region', AGE)).toContainText(/Updated .* ago/, { timeout: 40_000 });
    await again.stop();
    few.stop();
  });
  await sandbox.stop();
});
