import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { copyBuild, deployAnother } from './support/deploy.ts';
import { startProduct } from './support/servers.ts';
import { expect, expectAccessibleInBothThemes, idsOnScreen, openQueue, test } from './support/test.ts';
import { type ChangingUpstream, startUpstream, vendorTicket } from './support/upstream.ts';

/** A few tickets, which are read at once, every other one of them urgent. */
let upstream: ChangingUpstream;

test.beforeAll(async () => {
  upstream = await startUpstream(
    Array.from({ length: 120 }, (_, id) => vendorTicket(id + 1, id % 2 === 0 ? { priority: 'HIGH' } : {})),
  );
});
test.afterAll(() => upstream.stop());

const failure = (page: Page, name: string) => page.getByRole('alert', { name });

test('with the server gone each dialog, menu and screen costs itself alone; a ticket says so in its place, and comes when it is back', async ({
  page,
}) => {
  const product = await startProduct(upstream.environment);
  await openQueue(page, `${product.url}/w/1/tickets?perPage=10`);
  const ids = await idsOnScreen(page);
  // The filters come after the rows: later they would have a failure of their own.
  await page.getByRole('complementary', { name: 'Filters' }).getByRole('checkbox').first().waitFor();
  await product.stop();
  const opened: readonly (readonly [key: string, name: string])[] = [
    ['Control+k', 'The list of commands could not be loaded'],
    [',', 'Settings could not be loaded'],
    ['?', 'The list of keys could not be loaded'],
    ['e', 'The export could not be loaded'],
  ];
  for (const [key, name] of opened) {
    await page.keyboard.press(key);
    await expect(failure(page, name)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(failure(page, name)).toBeHidden();
  }
  for (const name of ['Data status', 'Columns', 'Issued: any time']) {
    await page.getByRole('button', { name }).first().click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('alert')).toBeHidden();
  }
  expect(await idsOnScreen(page)).toEqual(ids);
  await page.getByRole('link', { name: 'People' }).click();
  await expect(failure(page, 'People could not be loaded')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  await page.getByRole('link', { name: 'Tickets', exact: true }).click();
  expect(await idsOnScreen(page)).toEqual(ids);

  await page.getByRole('link', { name: String(ids[2]), exact: true }).click();
  const instead = failure(page, `Ticket ${ids[2]} could not be loaded`);
  await expect(instead).toContainText('Can’t reach Loopdesk.');
  expect(await idsOnScreen(page)).toEqual(ids);
  await expectAccessibleInBothThemes(page, '[role="alert"]');

  await page.keyboard.press('Escape');
  await expect(instead).toBeHidden();
  await page.getByRole('link', { name: String(ids[1]), exact: true }).click();
  const next = failure(page, `Ticket ${ids[1]} could not be loaded`);
  await expect(next).toBeVisible();

  const again = await startProduct({ ...upstream.environment, PORT: new URL(product.url).port });
  await next.getByRole('button', { name: 'Try again' }).click();
  const drawer = page.getByRole('dialog', { name: `Ticket ${ids[1]}` });
  await expect(drawer).toBeVisible();
  // Its style sheet could not be had at first either.
  await expect(drawer).toHaveCSS('position', 'fixed');
  await again.stop();
});

test('rows that cannot be fetched cost the list alone, and come when they are tried again', async ({
  page,
  demo,
}) => {
  const rows = /assets\/ticket-rows-.*\.js$/;
  await page.route(rows, (route) => route.abort());
  await page.goto(`${demo.url}/w/4201/tickets?perPage=10`);
  const instead = failure(page, 'The list could not be loaded');
  await expect(instead).toBeVisible();
  await expect(page.getByRole('region', { name: 'State of the data' })).toBeVisible();
  await page.unroute(rows);
  await instead.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('tr[data-listed]').first()).toBeVisible();
});

test('after a deploy a reload is offered, which keeps the address, the list and the selection', async ({
  page,
}) => {
  const build = await copyBuild();
  const product = await startProduct(upstream.environment, build);
  await openQueue(page, `${product.url}/w/1/tickets?priority=HIGH&sort=-id&perPage=10`);
  const ids = await idsOnScreen(page);
  for (const id of ids.slice(0, 2)) await page.getByRole('checkbox', { name: `Select ticket ${id}` }).check();
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar).toContainText('2');

  await deployAnother(build);
  await page.getByRole('link', { name: String(ids[3]), exact: true }).click();
  const instead = failure(page, `Ticket ${ids[3]} could not be loaded`);
  await expect(instead).toContainText('Loopdesk has been updated');
  await expectAccessibleInBothThemes(page, '[role="alert"]');
  const address = page.url();
  await instead.getByRole('button', { name: 'Reload page' }).click();
  await expect(page.getByRole('dialog', { name: `Ticket ${ids[3]}` })).toBeVisible();
  expect(page.url()).toBe(address);
  expect(await idsOnScreen(page)).toEqual(ids);
  await expect(page.getByRole('checkbox', { name: `Select ticket ${ids[1]}` })).toBeChecked();
  await expect(bar).toContainText('2');
  await product.stop();
  await rm(build, { recursive: true });
});

test.describe('without a wish to save data', () => {
  test.use({ fetchesAhead: true });

  test('what is fetched ahead opens also when the server is gone', async ({ page }) => {
    const product = await startProduct(upstream.environment);
    const ahead = page.waitForResponse((response) => /assets\/triage-screen-.*\.js$/.test(response.url()));
    await openQueue(page, `${product.url}/w/1/tickets?perPage=10`);
    const ids = await idsOnScreen(page);
    await (await ahead).finished();
    await product.stop();
    await page.getByRole('link', { name: String(ids[0]), exact: true }).click();
    await expect(page.getByRole('dialog', { name: `Ticket ${ids[0]}` })).toContainText('of');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  });
});
