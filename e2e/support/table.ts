import type { Page } from '@playwright/test';

/** A page of the demo's list. */
export const LIST = '/w/4201/tickets?perPage=10';

/** Open tickets of the demo, more than any window shows. */
export const OPEN = '/w/4201/tickets?status=-RESOLVED&perPage=25';

/** The ticket at the top of the list, as a row or a card. */
export const firstTicket = (page: Page) => page.locator('[data-listed]').first();

/** The columns on screen, in their order. */
export const heads = (page: Page) =>
  page
    .locator('thead th[data-column]:not([data-column="select"])')
    .evaluateAll((all) => all.map((head) => head.getAttribute('data-column')));

/** The cells of a column, from the top. */
export const cells = (page: Page, column: string) => page.locator(`[data-listed] [data-column="${column}"]`);

/** The bar with the size of the selection, and its actions. */
export const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });

/** The box of a row or card. */
export const box = (page: Page, index: number) =>
  page.getByRole('checkbox', { name: /^Select ticket/ }).nth(index);

/** The box of the whole page. */
export const pageBox = (page: Page) =>
  page.getByRole('checkbox', { name: /^Select the \d+ tickets of this page/ });
