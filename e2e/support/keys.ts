import { expect, type Page } from '@playwright/test';

/** Opens the help and closes it: from then on it is there at once, and what has not come of a key does not come. */
export async function seeHelp(page: Page): Promise<void> {
  const help = page.getByRole('dialog', { name: 'Keys and marks' });
  await page.keyboard.press('?');
  await expect(help).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
}

/** Waits until single keys do something, or nothing: what a command does, it does once the palette is gone. */
export async function expectSingleKeys(page: Page, on: boolean): Promise<void> {
  const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem('loopdesk.settings') ?? '{}').keys);
  await expect.poll(kept).toBe(on);
}
