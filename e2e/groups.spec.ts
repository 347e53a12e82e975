import type { Locator, Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { bar } from './support/table.ts';
import { expect, idsOnScreen, listed, openQueue, test, total } from './support/test.ts';

/** Enough rows for several groups. */
const OPEN = '/w/4201/tickets?perPage=25&status=-RESOLVED';

/** The head of a group, by its name. */
const head = (page: Page, name: RegExp) => page.getByRole('rowheader', { name });
const heads = (page: Page) => page.locator('[data-group]');

/** The number that a head says. */
async function countOf(found: Locator): Promise<number> {
  const words = /([\d,]+) tickets?$/;
  await expect(found).toHaveText(words);
  return Number(words.exec((await found.textContent()) ?? '')?.[1]?.replace(',', ''));
}

test('the head of the rows in sight stays over them, also over cards; the arrows lead over heads, j and k past them, and a head’s box selects its rows; the most urgent stand in groups with the number of the whole list, an undocumented priority below the known ones, and a group says that it goes on; another order has no groups, and they are switched off for good by a command', async ({
  page,
  demo,
}) => {
  await test.step('heads and keys', async () => {
    await openQueue(page, `${demo.url}${OPEN}`);
    const columns = page.locator('thead').first();
    const first = heads(page).first();
    await page.locator('#main-part').evaluate((scroller) => scroller.scrollTo(0, 120));
    await expect(first).toBeInViewport({ ratio: 1 });
    const [above, below] = [await columns.boundingBox(), await first.boundingBox()];
    expect(below?.y).toBe((above?.y ?? 0) + (above?.height ?? 0));

    const links = page.locator('[data-listed] a');
    await links.first().focus();
    await page.keyboard.press('ArrowUp');
    await expect(head(page, /^Overdue Critical/).getByRole('link')).toBeFocused();
    await page.keyboard.press('j');
    await expect(links.first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    const box = heads(page).first().getByRole('checkbox');
    await expect(box).toBeFocused();
    await page.keyboard.press('Space');
    const rows = page.getByRole('rowgroup', { name: /^Overdue Critical/ }).locator('tr[data-listed]');
    await expect(bar(page)).toContainText(`${await rows.count()}`);
    await expect(rows.first().getByRole('checkbox')).toBeChecked();
    await expect(rows.last().getByRole('checkbox')).toBeChecked();
    await rows.first().getByRole('checkbox').uncheck();
    await expect(box).toHaveJSProperty('indeterminate', true);
  });

  await test.step('numbers', async () => {
    await goWithin(page, OPEN);
    await expect(head(page, /^Overdue Critical/)).toBeVisible();
    const rows = page.getByRole('rowgroup', { name: /^Overdue High/ }).locator('tr[data-listed]');
    await expect(rows.first()).toContainText('High');
    const high = await countOf(head(page, /^Overdue High/));
    const { total: counted } = await listed(
      page,
      `${demo.url}/api/workspaces/4201/tickets?status=-RESOLVED&overdue=true&priority=HIGH`,
    );
    expect(high).toBe(counted);

    await head(page, /^Overdue High/)
      .getByRole('link')
      .click();
    await expect(page).toHaveURL(/overdue=true/);
    await expect(page).toHaveURL(/priority=HIGH/);
    await expect.poll(() => total(page)).toBe(high);
    await expect(heads(page)).toHaveCount(1);
    expect(await countOf(heads(page))).toBe(high);

    await test.step('a priority that nobody documents', async () => {
      await goWithin(page, '/w/4201/tickets?perPage=200&priority=VIP&priority=LOW&deleted=include');
      await idsOnScreen(page);
      await page.getByRole('button', { name: 'Last page' }).click();
      const found = head(page, /^Not overdue VIP/);
      await found.scrollIntoViewIfNeeded();
      const count = await countOf(found);
      await found.getByRole('link').click();
      await expect.poll(() => total(page)).toBe(count);
    });

    await test.step('the page after', async () => {
      await goWithin(page, '/w/4201/tickets?perPage=25&overdue=true&priority=HIGH');
      await idsOnScreen(page);
      const first = heads(page).first();
      const count = await countOf(first);
      expect(count).toBeGreaterThan(25);
      await expect(first).not.toContainText('continued');
      await page.keyboard.press(']');
      await expect(page).toHaveURL(/page=2/);
      await expect(first).toContainText('continued');
      expect(await countOf(first)).toBe(count);
    });
  });

  await test.step('cards, another order, and none for good', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await goWithin(page, OPEN);
    const list = page.getByRole('list', { name: /^Overdue Critical/ });
    await expect(list).toBeVisible();
    await expect(page.locator('ul[aria-busy="true"]')).toHaveCount(0);
    const first = heads(page).first();
    await expect(first).toContainText('Overdue');
    await page
      .locator('[data-listed]')
      .nth(2)
      .evaluate((card) => card.scrollIntoView({ block: 'start' }));
    await expect(first).toBeInViewport({ ratio: 1 });
    const count = await countOf(first);
    expect(await list.getByRole('listitem').count()).toBe(Math.min(count, 25));

    await page.setViewportSize({ width: 1440, height: 900 });
    await goWithin(page, `${OPEN}&sort=-id`);
    await expect(heads(page)).toHaveCount(0);
    await expect(page.locator('tr[data-listed]').first()).toBeVisible();
    await goWithin(page, OPEN);
    await expect(heads(page)).not.toHaveCount(0);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Stop grouping');
    await page.getByRole('option', { name: /^Stop grouping tickets/ }).click();
    await expect(heads(page)).toHaveCount(0);
    await page.reload();
    await expect(page.locator('tr[data-listed]').first()).toBeVisible();
    await expect(heads(page)).toHaveCount(0);
  });
});
