import { numberIn } from './support/numbers.ts';
import { expect, expectAccessibleInBothThemes, test, total } from './support/test.ts';

test('the numbers of the Monday page lead to as many tickets, axe finds nothing on it, wide and on a phone, and paper needs one sheet', async ({
  page,
  demo,
}) => {
  await page.goto(`${demo.url}/w/4201/trends`);
  await page.getByRole('link', { name: /Monday page/ }).click();
  const sheet = page.getByRole('article', { name: 'How are we doing' });
  const names = sheet.getByRole('table', { name: 'Most overdue' }).getByRole('link');
  const attention = sheet.getByRole('region', { name: 'To look at' }).getByRole('link');
  for (const link of [
    sheet.getByRole('link', { name: /overdue$/ }).first(),
    names.nth(0),
    names.nth(1),
    attention.first(),
  ]) {
    await expect(link).toBeVisible();
    const count = numberIn(await link.textContent());
    await link.click();
    await expect(page).toHaveURL(/\/tickets/);
    await expect.poll(() => total(page)).toBe(count);
    await page.goBack();
  }

  await expect(sheet).toBeVisible();
  await expectAccessibleInBothThemes(page);
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessibleInBothThemes(page, 'main');
});
