import { numberIn } from './support/numbers.ts';
import { expect, expectAccessibleInBothThemes, test, total } from './support/test.ts';

test('the newest backlog and the scorecards lead to as many tickets; axe finds nothing on the trends, as charts in a wide window and as tables on a phone', async ({
  page,
  demo,
}) => {
  await page.goto(`${demo.url}/w/4201/trends`);
  const scorecards = page.getByRole('table', { name: 'Scorecards by segment' });
  const backlog = page.getByRole('region', { name: 'Backlog' }).getByRole('link');
  const scores = scorecards.getByRole('link', { name: /: [\d,]+ / });
  for (const link of [backlog.nth(0), backlog.nth(1), scores.nth(0), scores.nth(1)]) {
    await expect(link).toBeVisible();
    const count = numberIn(await link.textContent());
    await link.click();
    await expect(page).toHaveURL(/\/tickets/);
    await expect.poll(() => total(page)).toBe(count);
    await page.goBack();
  }

  await expect(scorecards).toBeVisible();
  await expectAccessibleInBothThemes(page);
  for (const table of await page.getByRole('button', { name: /show as table$/ }).all()) await table.click();
  await expect(page.getByRole('table', { name: 'Backlog' })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('list', { name: 'Scorecards by segment' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'main');
});
