import type { Page } from '@playwright/test';
import { smallTargets } from './support/fingers.ts';
import { goWithin } from './support/go-within.ts';
import { LIST } from './support/table.ts';
import { expect, expectAccessibleInBothThemes, openQueue, test } from './support/test.ts';

const menu = (page: Page) => page.getByRole('dialog', { name: 'Add a filter' });
const field = (page: Page) => page.getByRole('combobox', { name: 'Filter or value' });
const current = (page: Page) => menu(page).locator('[role="option"][data-highlighted]');

/** Opens the menu, and waits until the keys are its own. */
async function openMenu(page: Page): Promise<void> {
  await page.keyboard.press('f');
  await expect(field(page)).toBeFocused();
}

test('f finds a value by a few letters, and Enter adds it; the arrows lead through the menu, and no row moves when one is chosen', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}${LIST}`);
  await openMenu(page);
  await page.keyboard.type('res');
  await expect(current(page)).toHaveAccessibleName(/^Status: Resolved, [\d,]+ tickets$/);
  const told = /\d[\d,]*/.exec((await current(page).getAttribute('aria-label')) ?? '')?.[0];
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/status=RESOLVED/);
  await expect(current(page)).toHaveAttribute('aria-selected', 'true');
  // Behind a dialog nothing has a role.
  await expect(page.locator('h1')).toContainText(`${told} tickets`);
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
  await page.keyboard.press('Shift+Enter');
  await expect(page).toHaveURL(/status=-RESOLVED/);
  await expect(current(page)).toHaveAccessibleName(/^Status: Resolved, excluded/);
  await page.keyboard.type('critical');
  await expect(field(page)).toHaveValue('critical');
  await page.keyboard.press('Alt+Enter');
  await expect(page).toHaveURL(/priority=-CRITICAL&status=-RESOLVED/);
  await page.keyboard.press('Escape');
  await expect(menu(page)).toHaveCount(0);

  await goWithin(page, LIST);
  await openMenu(page);
  const options = menu(page).getByRole('option');
  await expect(current(page)).toHaveAccessibleName(/^Overdue: Overdue/);
  const before = await options.locator('bdi').allTextContents();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowDown');
  const chosen = await current(page).locator('bdi').textContent();
  await page.keyboard.press('Enter');
  await expect(current(page)).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('table[aria-busy="true"]')).toHaveCount(0);
  expect(await options.locator('bdi').allTextContents()).toEqual(before);
  await expect(current(page).locator('bdi')).toHaveText(chosen ?? '');
});

test.describe('under a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('a value is added by a tap, and excluded by its “not”', async ({ page, demo }) => {
    await page.goto(`${demo.url}${LIST}`);
    await expect(page.locator('[data-listed]').first()).toBeVisible();
    await openMenu(page);
    expect(await smallTargets(menu(page))).toEqual([]);
    const high = menu(page).getByRole('option', { name: /^Priority: High/ });
    await high.tap();
    await expect(page).toHaveURL(/priority=HIGH/);
    await high.getByText('not').tap();
    await expect(page).toHaveURL(/priority=-HIGH/);
  });
});
