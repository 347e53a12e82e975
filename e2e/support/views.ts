import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** The name of the view, and how many tickets it has. */
export const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** The button that opens all views. */
export const button = (page: Page) => heading(page).getByRole('button');

/** All views. */
export const menu = (page: Page) => page.getByRole('menu', { name: 'Views' });

/** Does what an entry of the menu says. */
export async function choose(page: Page, name: string): Promise<void> {
  await button(page).click();
  await menu(page).getByText(name, { exact: true }).click();
}

/** Keeps what is on screen under a name. */
export async function saveAs(page: Page, name: string, { start = false } = {}): Promise<void> {
  await choose(page, 'Save as a new view…');
  const dialog = page.getByRole('dialog', { name: 'Save as a new view' });
  await dialog.getByLabel('Name').fill(name);
  if (start) await dialog.getByLabel('Make this my start view').check();
  await dialog.getByRole('button', { name: 'Save the view' }).click();
  await expect(heading(page)).toContainText(name);
}

/** Waits until the list answers the query of the address. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('table', { name: 'Tickets' })).toHaveAttribute('aria-busy', 'false');
}
