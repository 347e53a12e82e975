import type { Page } from '@playwright/test';
import { expect, openQueue, test } from './support/test.ts';

/** Holds back the script that has the palette, until the answer is called. */
async function holdPalette(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/palette-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });

test('Escape gives up a palette that is not there yet; letters typed before it is are no commands, and stand in it', async ({
  page,
  demo,
}) => {
  const release = await holdPalette(page);
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=10`);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('me');
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  const hidden = page.getByRole('button', { name: 'Names hidden' });
  await expect(hidden).toBeVisible();

  const address = page.url();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('theme dark');
  await expect(hidden).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(page.url()).toBe(address);
  release();
  await expect(palette(page).getByRole('combobox')).toHaveValue('theme dark');
  await expect(palette(page).getByRole('option', { name: 'Theme: dark' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
