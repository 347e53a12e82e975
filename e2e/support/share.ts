import type { Page } from '@playwright/test';

/** Shares what is on screen in one of the ways of the menu: two clicks. */
export async function share(page: Page, way: string): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('menu', { name: 'Share' }).getByRole('menuitem', { name: way }).first().click();
}
