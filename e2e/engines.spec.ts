import type { Page } from '@playwright/test';
import { startMeeting } from './support/meeting.ts';
import { LIST } from './support/table.ts';
import { expect, openQueue, test } from './support/test.ts';

/**
 * Rows that are skipped out of sight, within a grid or a flexible box. WebKit gives them no height there, which only
 * WebKit can show; Chromium shows where they are.
 */
function skippedInGrids(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => getComputedStyle(element).contentVisibility === 'auto')
      .flatMap(({ parentElement }) => (parentElement === null ? [] : [parentElement]))
      .filter((parent) => /grid|flex/.test(getComputedStyle(parent).display))
      .map((parent) => parent.outerHTML.slice(0, 80)),
  );
}

test('no row that is skipped out of sight is an item of a grid', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}${LIST}`);
  expect(await skippedInGrids(page)).toEqual([]);
  await startMeeting(page, `${demo.url}/w/4201`, '?overdue=true');
  expect(await skippedInGrids(page)).toEqual([]);
});

test('a choice of the settings stands in one line with its name', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}${LIST}`);
  await page.keyboard.press(',');
  const theme = page.getByRole('radiogroup', { name: 'Theme' });
  await expect(theme).toBeVisible();
  const tops = await theme
    .locator('label')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  expect(new Set(tops).size).toBe(1);
  // Browsers disagree about where the legend of a fieldset may stand.
  await expect(page.getByRole('dialog').locator('legend')).toHaveCount(0);
});

test('a screen that is as high as the window does not scroll by itself', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}${LIST}`);
  // Where scrollbars take room, as in Firefox, one pixel too many costs the page twelve.
  const over = await page.evaluate(
    () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
  );
  expect(over).toBe(0);
});
