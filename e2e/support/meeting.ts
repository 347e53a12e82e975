import { expect, type Locator, type Page } from '@playwright/test';

/** Begins a meeting about a view and waits for its first ticket. */
export async function startMeeting(page: Page, url: string, search = ''): Promise<void> {
  await page.goto(`${url}/triage${search}`);
  await startHere(page);
}

/** Begins a meeting where it is offered, and waits for its first ticket. */
export async function startHere(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Start with \d+ tickets?$/ }).click();
  await expectReady(page);
}

/** Waits until a ticket is up and announced: from then on keys are heard. */
export async function expectReady(page: Page): Promise<void> {
  const told = page.locator('[role="status"]', { hasText: /^Ticket \d+, \d+ of \d+/ });
  await expect(told).toBeAttached();
}

/** The ticket that is up. */
export function card(page: Page): Locator {
  return page.getByRole('article');
}

/** The id of the ticket that is up. */
export async function idUp(page: Page): Promise<number> {
  return Number(await card(page).getByRole('heading').textContent());
}

/** Waits until everything that was entered is kept. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText('Saved in this browser')).toBeVisible();
}
