import type { Locator, Page } from '@playwright/test';
import { numberIn } from './numbers.ts';
import { expect, openQueue } from './test.ts';

/** The number that a tile has after its words, before how many there are without other filters. */
export function tileNumber(text: string | null): number {
  return numberIn(/([\d,]+)(?: of [\d,]+)?$/.exec(text?.trim() ?? '')?.[1] ?? null);
}

/** Number of tickets that an element says it shows: the one before the word. */
export function promised(name: string | null): number {
  const [, digits] = /([\d,]+) (?:[a-z ]+ )?tickets?/.exec(name ?? '') ?? [];
  return numberIn(digits ?? null);
}

/** A number over the list that filters it. */
export const tile = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'Open tickets' })
    .getByRole('button', { name: new RegExp(`^${name} [\\d,]+`) });

/** Opens the list, and its overview where that is folded. */
export async function openOverview(page: Page, url: string): Promise<{ grid: Locator; chart: Locator }> {
  await openQueue(page, url);
  const grid = page.getByRole('grid', { name: 'Tickets by priority and age' });
  if (!(await grid.isVisible())) await page.getByRole('button', { name: 'Overview' }).click();
  await expect(grid).toBeVisible();
  const chart = page.getByRole('slider', { name: /^Issued over time/ });
  await expect(chart).toBeVisible();
  return { grid, chart };
}
