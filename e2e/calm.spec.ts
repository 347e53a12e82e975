import type { Page } from '@playwright/test';
import { startProduct } from './support/servers.ts';
import { test as base, expect, idsOnScreen, openQueue } from './support/test.ts';
import { type ChangingUpstream, startUpstream, vendorTicket, vendorTickets } from './support/upstream.ts';

const test = base.extend<{ refreshSeconds: string; upstream: ChangingUpstream; url: string }>({
  refreshSeconds: ['5', { option: true }],
  upstream: async ({}, use) => {
    const upstream = await startUpstream(vendorTickets(60));
    await use(upstream);
    upstream.stop();
  },
  url: async ({ refreshSeconds, upstream }, use) => {
    const product = await startProduct({ ...upstream.environment, REFRESH_SECONDS: refreshSeconds });
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

/** Has the product read its upstream and the page ask about it, as each does by itself within seconds. */
async function hurry(page: Page, url: string): Promise<void> {
  const api = `${url}/api/workspaces/1`;
  const newest = async () => (await (await page.request.get(`${api}/snapshot`)).json()).newest;
  const before = await newest();
  await page.request.post(`${api}/refresh`);
  await expect.poll(newest).toBeGreaterThan(before);
  await setVisibility(page, 'visible');
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
  await hurry(page, url);
  await expect(news(page)).toBeVisible();
  await page.keyboard.press('.');
  await expect.poll(() => idsOnScreen(page)).toContain(999);
  await expect(page.locator('tr[data-listed]').first()).toContainText('New');
  await expect(page.getByRole('row', { name: /\b2 Changed/ })).toBeVisible();
  expect(await idsOnScreen(page)).not.toContain(3);
  await expect(news(page)).toBeHidden();
});

test.describe('where nothing is read but once a day', () => {
  test.use({ refreshSeconds: '86400' });

  test('a refresh on demand says its cost, costs that, and shows what it finds', async ({
    page,
    url,
    upstream,
  }) => {
    await openQueue(page, url);
    await page.getByRole('button', { name: /Data status$/ }).click();
    const refresh = page.getByRole('button', { name: 'Refresh now' });
    await expect(refresh).toHaveAttribute('title', /: 1 call\. /);
    upstream.tickets = [...upstream.tickets, vendorTicket(999)];
    const before = upstream.calls();
    await refresh.click();
    await expect(page.getByRole('button', { name: 'Show 1 new', exact: true })).toBeVisible();
    expect(upstream.calls()).toBe(before + 1);
  });
});

test('a hidden tab asks for nothing, and catches up when it is seen again', async ({ page, demo }) => {
  await page.clock.install();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const polls = () => asked.filter((address) => address.includes('/snapshot')).length;
  /** Lets time pass for the page, until the test knows of all that it asked meanwhile. */
  const pass = async (time: string, mark: string) => {
    await page.clock.runFor(time);
    await page.evaluate((path) => fetch(path), mark);
    await expect.poll(() => asked).toContain(`${demo.url}${mark}`);
  };
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=25`);
  const atFirst = polls();
  await pass('00:20', '/healthz?seen');
  expect(polls()).toBeGreaterThan(atFirst);
  await setVisibility(page, 'hidden');
  const whenHidden = polls();
  await pass('10:00', '/healthz?hidden');
  // In sight there would be two hundred. What was on its way when the time was let go may be asked once more.
  expect(polls() - whenHidden).toBeLessThanOrEqual(2);
  await setVisibility(page, 'visible');
  await expect.poll(polls).toBeGreaterThan(whenHidden);
});

/** Imitates the browser when another tab comes to the front, or this one again. */
function setVisibility(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  return page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, state);
}
