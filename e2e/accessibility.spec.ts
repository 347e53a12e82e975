import { goWithin } from './support/go-within.ts';
import { expect, expectAccessibleInBothThemes, openQueue, test } from './support/test.ts';

test('axe finds nothing on the queue, its first steps and its dates, on an empty list and on faulty addresses', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=25&priority=HIGH&priority=VIP&deleted=include`);
  await expect(page.getByRole('region', { name: 'First steps' })).toContainText('0 of 4');
  await expectAccessibleInBothThemes(page);
  await page.getByRole('button', { name: /^Issued:/ }).click();
  await expect(page.getByRole('button', { name: 'Last 7 days' })).toBeVisible();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
  await page.keyboard.press('Escape');
  await goWithin(page, '/w/4201/tickets?q=zzzzzz');
  await expect(page.getByRole('heading', { name: /^No tickets match/ })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  for (const [address, told] of [
    ['/w/4201/tickets?overdue=maybe', 'This link has an invalid filter'],
    ['/w/9/tickets', 'There is no workspace 9'],
  ] as const) {
    await goWithin(page, address);
    await expect(page.getByRole('alert')).toContainText(told);
    await expectAccessibleInBothThemes(page, 'main');
  }
});

test('a phone’s cards and filters are accessible, and a narrow one’s page is not wider than it, with its ticket', async ({
  page,
  demo,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${demo.url}/w/4201/tickets?perPage=25`);
  const list = page.getByRole('list', { name: 'Tickets', exact: true });
  await expect(list).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await page.getByRole('button', { name: /^Filters/ }).click();
  await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 320, height: 700 });
  await goWithin(page, '/w/4201/tickets?deleted=include&sort=-issueDate&perPage=200');
  const cards = list.locator('[data-listed] a');
  await expect(cards).toHaveCount(200);
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBe(0);
  await cards.first().click();
  await expect(page.getByRole('dialog')).toContainText('References');
  expect(await overflow()).toBe(0);
});
