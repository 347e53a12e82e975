import type { Page } from '@playwright/test';
import { startProduct } from './support/servers.ts';
import { test as base, expect, idsOnScreen, openQueue } from './support/test.ts';
import { type ChangingUpstream, startUpstream, vendorTicket, vendorTickets } from './support/upstream.ts';

const test = base.extend<{ upstream: ChangingUpstream; url: string }>({
  upstream: async ({}, use) => {
    const upstream = await startUpstream(vendorTickets(60));
    await use(upstream);
    upstream.stop();
  },
  url: async ({ upstream }, use) => {
    const product = await startProduct(upstream.environment);
    await use(product.url);
    await product.stop();
  },
});

/** One ticket more at the top of the list, one changed, one gone. */
function change(upstream: ChangingUpstream): void {
  const [, changed, gone, ...rest] = upstream.tickets;
  if (!changed || !gone) throw new Error('There are not enough tickets to change.');
  upstream.tickets = [
    vendorTicket(1),
    { ...changed, status: 'OPEN' },
    ...rest,
    vendorTicket(999, { isOverdue: true, priority: 'CRITICAL' }),
  ];
}

const news = (page: Page) => page.getByRole('button', { name: 'Show 1 new, 1 changed, 1 gone' });

test('news is told and nothing moves: rows, scroll, focus and the open ticket stay', async ({
  page,
  url,
  upstream,
}) => {
  await openQueue(page, url);
  const before = await idsOnScreen(page);
  const link = page.getByRole('link', { name: '40', exact: true });
  await link.click();
  await expect(page.getByRole('dialog', { name: 'Ticket 40' })).toBeVisible();
  const scrolled = () => link.evaluate((element) => element.getBoundingClientRect().top);
  const place = await scrolled();
  await page.getByRole('button', { name: 'Copy the link' }).focus();

  change(upstream);
  await expect(news(page)).toBeVisible();
  expect(await idsOnScreen(page)).toEqual(before);
  expect(await scrolled()).toBe(place);
  await expect(page.getByRole('button', { name: 'Copy the link' })).toBeFocused();
  await expect(page.getByRole('dialog', { name: 'Ticket 40' })).toBeVisible();
});

test('a key shows the news, and marks what is new and what has changed', async ({ page, url, upstream }) => {
  await openQueue(page, url);
  change(upstream);
  await expect(news(page)).toBeVisible();
  await page.keyboard.press('.');
  await expect.poll(() => idsOnScreen(page)).toContain(999);
  await expect(page.locator('tbody tr').first()).toContainText('New');
  await expect(page.getByRole('row', { name: /\b2 Changed/ })).toBeVisible();
  expect(await idsOnScreen(page)).not.toContain(3);
  await expect(news(page)).toBeHidden();
});

test('the next page comes from the same snapshot, another filter from the newest', async ({
  page,
  url,
  upstream,
}) => {
  await openQueue(page, url);
  const first = await idsOnScreen(page);
  change(upstream);
  await expect(news(page)).toBeVisible();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByText('51–60 of 60', { exact: true })).toBeVisible();
  expect((await idsOnScreen(page)).filter((id) => first.includes(id) || id === 999)).toEqual([]);
  await page.getByRole('checkbox', { name: /^Medium/ }).check();
  await expect(page.getByText('1–50 of 59', { exact: true })).toBeVisible();
});

test('a wall screen follows by itself', async ({ page, url, upstream }) => {
  await openQueue(page, url);
  await page.getByRole('button', { name: 'Follow live' }).click();
  change(upstream);
  await expect.poll(() => idsOnScreen(page), { timeout: 20_000 }).toContain(999);
});

test('a refresh on demand says its price and is done at once', async ({ page, url, upstream }) => {
  await openQueue(page, url);
  const refresh = page.getByRole('button', { name: /^Refresh/ });
  await expect(refresh).toContainText('1 call');
  const before = upstream.calls();
  await refresh.click();
  await expect.poll(() => upstream.calls()).toBeGreaterThan(before);
});

test('a hidden tab asks for nothing, and catches up when it is seen again', async ({ page, url }) => {
  let polls = 0;
  page.on('request', (request) => {
    if (request.url().includes('/snapshot')) polls += 1;
  });
  await openQueue(page, url);
  await expect.poll(() => polls).toBeGreaterThan(1);
  await setVisibility(page, 'hidden');
  await page.waitForTimeout(1_000);
  const whenHidden = polls;
  // Longer than any pause between two polls of a tab that is seen while things happen.
  await page.waitForTimeout(8_000);
  expect(polls).toBe(whenHidden);
  await setVisibility(page, 'visible');
  await expect.poll(() => polls).toBeGreaterThan(whenHidden);
});

test('a device that goes offline is told so, keeps its rows, and recovers by itself', async ({
  page,
  url,
  context,
}) => {
  await openQueue(page, url);
  const strip = page.getByRole('region', { name: 'State of the data' });
  await context.setOffline(true);
  await expect(strip).toContainText('This device is offline; Loopdesk was last heard of at');
  await expect(page.locator('tbody tr')).toHaveCount(50);
  await context.setOffline(false);
  await expect(strip).toContainText(/Updated .* ago/);
});

/** What a browser does when another tab comes to the front, or this one again. */
function setVisibility(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  return page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, state);
}
