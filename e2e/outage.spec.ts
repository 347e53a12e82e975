import type { Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { expect, expectAccessibleInBothThemes, idsOnScreen, test } from './support/test.ts';

const trouble = (page: Page) => page.getByRole('region', { name: 'Trouble with the data' });
const age = (page: Page) => page.getByRole('region', { name: 'State of the data' });
const retry = (page: Page) => page.getByRole('button', { name: 'Retry' });

/** Texts of the tiles, which must not go blank. */
const tiles = (page: Page) => page.getByRole('list', { name: 'Open tickets' }).allTextContents();

test('axe finds nothing where the first load fails, nor on what tells of a server that does; both come back by themselves; offline a filter leaves the last list, dimmed, says so once, and is applied when the network is back', async ({
  page,
  demo,
  context,
}) => {
  await page.route('**/api/workspaces', (route) => route.abort());
  await page.goto(`${demo.url}/w/4201/tickets?perPage=10`);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Can’t reach Loopdesk');
  await expect(alert).toContainText(/Retrying/);
  await expect(alert.getByRole('button', { name: 'Retry' })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await page.unroute('**/api/workspaces');
  await expect(page.getByRole('table', { name: 'Tickets' })).toBeVisible();

  await page.route('**/api/workspaces/4201/tickets?**', (route) =>
    route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>Oops</h1>' }),
  );
  await page.getByRole('checkbox', { name: /^Low/ }).check();
  await expect(trouble(page)).toContainText(/Server error \(500\)\. Retrying/);
  await expectAccessibleInBothThemes(page, '[aria-label="Trouble with the data"]');
  await page.unroute('**/api/workspaces/4201/tickets?**');
  await expect(page.locator('tbody td[data-column="priority"]').first()).toContainText('Low');
  await expect(age(page)).toContainText(/Updated .* ago/);

  await goWithin(page, '/w/4201/tickets?status=-RESOLVED&perPage=10');
  await expect(page).toHaveTitle(/^Open tickets/);
  const ids = await idsOnScreen(page);
  // The filters and the tiles come after the rows, both at once.
  const low = page.getByRole('checkbox', { name: /^Low/ });
  await expect(low).not.toBeChecked();
  const before = await tiles(page);
  await context.setOffline(true);
  await expect(trouble(page)).toContainText('This device is offline.');
  await low.check();
  await expect(trouble(page)).toContainText('This is the previous list');
  await expect(trouble(page)).toHaveAttribute('data-tone', 'fail');
  await expect(age(page)).not.toContainText(/Updated/);
  await expect(retry(page)).toHaveCount(1);
  await expect(page.locator('tbody tr[data-listed]')).toHaveCount(ids.length);
  expect(await tiles(page)).toEqual(before);
  await expect(page.getByRole('table', { name: 'Tickets' })).toHaveAttribute('aria-busy', 'true');

  await context.setOffline(false);
  await expect(age(page)).toContainText(/Updated .* ago/);
  await expect(page.getByRole('table', { name: 'Tickets' })).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('tbody td[data-column="priority"]').first()).toContainText('Low');
  await expect(retry(page)).toHaveCount(0);
});
