import { expect, expectAccessibleInBothThemes, openQueue, test } from './support/test.ts';

test('axe finds nothing on the queue and its dates', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=25&priority=HIGH&priority=VIP&deleted=include`);
  await expectAccessibleInBothThemes(page);
  await page.getByRole('button', { name: /^Issued:/ }).click();
  await expect(page.getByRole('button', { name: 'Last 7 days' })).toBeVisible();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
});

test('axe finds nothing on an empty list and on a faulty address', async ({ page, demo }) => {
  await page.goto(`${demo.url}/w/4201/tickets?q=zzzzzz`);
  await expect(page.getByRole('heading', { name: /^No tickets match/ })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await page.goto(`${demo.url}/w/4201/tickets?overdue=maybe`);
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'main');
  await page.goto(`${demo.url}/w/9/tickets`);
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'main');
});

test('axe finds nothing on a phone, with its cards and its filters', async ({ page, demo }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${demo.url}/w/4201/tickets?perPage=25`);
  await expect(page.getByRole('list', { name: 'Tickets', exact: true })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await page.getByRole('button', { name: /^Filters/ }).click();
  await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
});

test('the keyboard alone searches, filters, opens, walks and closes', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await page.keyboard.press('/');
  await page.keyboard.type('order');
  await expect(page).toHaveURL(/q=order/);
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: /^High/ }).focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/priority=HIGH/);
  await expect(page.getByRole('table', { name: 'Tickets' })).toHaveAttribute('aria-busy', 'false');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const second = page.locator('tr[data-listed]').nth(1).getByRole('link');
  await expect(second).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('k');
  await page.keyboard.press('Escape');
  await expect(page.locator('tr[data-listed]').first().getByRole('link')).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});

test('no page is wider than a narrow phone', async ({ page, demo }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`${demo.url}/w/4201/tickets?deleted=include&sort=-issueDate&perPage=200`);
  const cards = page.getByRole('list', { name: 'Tickets', exact: true }).locator('[data-listed] a');
  await expect(cards).toHaveCount(200);
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBe(0);
  await cards.first().click();
  await expect(page.getByRole('dialog')).toContainText('References');
  expect(await overflow()).toBe(0);
});
