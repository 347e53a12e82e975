import { numberIn } from './support/numbers.ts';
import { expect, expectAccessibleInBothThemes, test, total } from './support/test.ts';

test('axe finds nothing on the trends, as charts and as tables, wide and on a phone', async ({
  page,
  demo,
}) => {
  await page.goto(`${demo.url}/w/4201/trends`);
  await expect(page.getByRole('table', { name: 'Scorecards by segment' })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  for (const table of await page.getByRole('button', { name: /show as table$/ }).all()) await table.click();
  await expect(page.getByRole('table', { name: 'Backlog' })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('list', { name: 'Scorecards by segment' })).toBeVisible();
  await expectAccessibleInBothThemes(page);
});

test('the newest backlog and the scorecards lead to as many tickets', async ({ page, demo }) => {
  await page.goto(`${demo.url}/w/4201/trends`);
  const backlog = page.getByRole('region', { name: 'Backlog' }).getByRole('link');
  const scores = page
    .getByRole('table', { name: 'Scorecards by segment' })
    .getByRole('link', { name: /: [\d,]+ / });
  for (const link of [backlog.nth(0), backlog.nth(1), scores.nth(0), scores.nth(1)]) {
    await expect(link).toBeVisible();
    const count = numberIn(await link.textContent());
    await link.click();
    await expect(page).toHaveURL(/\/tickets/);
    await expect.poll(() => total(page)).toBe(count);
    await page.goBack();
  }
});

test('the keys alone go to the trends, along a chart, and into a list', async ({ page, demo }) => {
  await page.goto(`${demo.url}/w/4201/tickets`);
  await expect(page.getByRole('table', { name: 'Tickets' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  const opened = page.getByRole('slider', { name: 'Opened and resolved' });
  await opened.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(opened).toHaveAttribute('aria-valuetext', /^Week of .*: Opened [\d,]+/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tickets\?.*issuedFrom=/);
});
