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

test('letters typed before the palette is loaded are no commands, and stand in it when it is', async ({
  page,
  demo,
}) => {
  const release = await holdPalette(page);
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  const address = page.url();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('theme dark');
  await expect(page.getByRole('button', { name: 'Names hidden' })).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(page.url()).toBe(address);
  release();
  await expect(palette(page).getByRole('combobox')).toHaveValue('theme dark');
  await expect(palette(page).getByRole('option', { name: 'Theme: dark' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('Escape gives up a palette that is not there yet, and keys are commands again', async ({
  page,
  demo,
}) => {
  const release = await holdPalette(page);
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('me');
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  await expect(page.getByRole('button', { name: 'Names hidden' })).toBeVisible();
  release();
  await expect(palette(page)).toHaveCount(0);
});

test('Enter that takes a word from an input method chooses nothing, as Safari tells of it', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await page.keyboard.press('Control+k');
  const field = palette(page).getByRole('combobox');
  await field.fill('theme dark');
  for (const key of ['Enter', 'Escape', 'ArrowDown']) {
    await field.evaluate((input, pressed) => {
      const init = { key: pressed, keyCode: 229, bubbles: true, cancelable: true };
      input.dispatchEvent(new KeyboardEvent('keydown', init));
    }, key);
  }
  await expect(palette(page)).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
