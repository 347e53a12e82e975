import type { Page } from '@playwright/test';

/**
 * Goes to an address of the product as one of its links does: the screens change, and the page is not loaded anew.
 *
 * @param address a path with its query, as `/w/4201/people?priority=LOW`
 */
export async function goWithin(page: Page, address: string): Promise<void> {
  // The router hears of it.
  await page.evaluate((to) => history.pushState(null, '', to), address);
}
