import type { Page } from '@playwright/test';
import { cells, LIST } from './support/table.ts';
import { expect, idsOnScreen, listed, openQueue, test, total } from './support/test.ts';

/** Asserts that no filter of a cell lies over its own text or the next one’s. */
async function expectToolsBetween(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const column of ['overdue', 'age', 'priority', 'status', 'assignee', 'segment', 'customer']) {
    const cell = cells(page, column).filter({ hasText: /[^–]/ }).first();
    await cell.hover();
    const tool = cell.getByRole('button', { name: /^Only / });
    await expect(tool).toBeVisible();
    const { left, right } = await tool.evaluate((button) => button.getBoundingClientRect());
    const room = await cell.evaluate((own) => {
      const next = own.nextElementSibling;
      const padding = (element: Element) => getComputedStyle(element);
      const ends = own.getBoundingClientRect().right;
      const begins = next === null ? ends : ends + Number.parseFloat(padding(next).paddingLeft);
      return { from: ends - Number.parseFloat(padding(own).paddingRight), to: begins };
    });
    expect(left, column).toBeGreaterThanOrEqual(room.from);
    expect(right, column).toBeLessThanOrEqual(room.to);
  }
}

test('a cell filters by its value, by the mouse and by arrow keys, and opens no ticket', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}${LIST}&status=-RESOLVED`);
  const all = await total(page);

  await test.step('its filters are between its text and the next one’s', () => expectToolsBetween(page));

  await test.step('arrow keys reach it, and Enter filters its value away', async () => {
    await page.keyboard.press('j');
    // Past those of overdue and age to those of the priority.
    for (const name of [/^Only /, /^Only /, /^Not /, /^Only /, /^Not /]) {
      await page.keyboard.press('ArrowRight');
      await expect(page.locator(':focus')).toHaveAccessibleName(name);
    }
    const priority = (await page.locator(':focus').getAttribute('aria-label'))?.slice('Not '.length);
    await page.keyboard.press('Enter');
    const chip = page.getByRole('button', { name: `Remove the filter Priority: not ${priority}` });
    await expect(chip).toBeVisible();
    await expect.poll(() => cells(page, 'priority').allTextContents()).not.toContain(priority);
    await expect(page.locator('tbody :focus')).toHaveCount(1);
    await chip.click();
    await expect.poll(() => total(page)).toBe(all);
  });

  await test.step('a press keeps the other filters', async () => {
    const assignee = cells(page, 'assignee').filter({ hasNotText: 'Unassigned' }).first();
    const name = (await assignee.textContent()) ?? '';
    await assignee.hover();
    await assignee.getByRole('button', { name: `Only ${name}` }).click();
    const chip = page.getByRole('button', { name: `Remove the filter Assignee: ${name}` });
    await expect(chip).toBeVisible();
    await expect(page.getByRole('button', { name: 'Remove the filter Status: not Resolved' })).toBeVisible();
    expect(page.url()).not.toContain('/tickets/');
    const names = async () => new Set(await cells(page, 'assignee').allTextContents());
    await expect.poll(names).toEqual(new Set([name]));
    await chip.click();
    await expect.poll(() => total(page)).toBe(all);
  });

  await test.step('a customer’s tickets are shown without naming anybody in the address', async () => {
    const customer = cells(page, 'customer').filter({ hasNotText: 'Anonymous' }).first();
    const name = (await customer.textContent()) ?? '';
    await customer.hover();
    await customer.getByRole('button', { name: /^Only/ }).click();
    await expect(page).toHaveURL(/customerOf=\d+/);
    const { search } = new URL(page.url());
    expect(new URLSearchParams(search).toString()).not.toContain(new URLSearchParams({ name }).toString());
    const theirs = await listed(page, `${demo.url}/api/workspaces/4201/tickets${search}`);
    expect(theirs.total).toBeLessThan(all);
    await expect.poll(() => total(page)).toBe(theirs.total);
    expect(await idsOnScreen(page)).toEqual(theirs.ids);
  });
});
