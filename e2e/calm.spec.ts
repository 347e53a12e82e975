import type { Page } from '@playwright/test';
import { startProduct } from './support/servers.ts';
import { expect, idsOnScreen, openQueue, test } from './support/test.ts';
import { type ChangingUpstream, startUpstream, vendorTicket, vendorTickets } from './support/upstream.ts';

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

test('news is told and nothing moves; a key shows it, and marks what is new and what has changed; a refresh on demand says its cost, and costs that', async ({
  page,
}) => {
  const upstream = await startUpstream(vendorTickets(60));
  // Nothing is read by itself.
  const product = await startProduct({ ...upstream.environment, REFRESH_SECONDS: '86400' });
  await openQueue(page, product.url);
  const before = await idsOnScreen(page);
  const link = page.getByRole('link', { name: '40', exact: true });
  await link.click();
  const drawer = page.getByRole('dialog', { name: 'Ticket 40' });
  const copy = drawer.getByRole('button', { name: 'Copy the link' });
  await copy.focus();
  const scrolled = () => link.evaluate((element) => element.getBoundingClientRect().top);
  const place = await scrolled();
  change(upstream);
  await page.request.post(`${product.url}/api/workspaces/1/refresh`);
  const news = page.getByRole('button', { name: 'Show 1 new, 1 changed, 1 gone' });
  await expect(news).toBeVisible();
  expect(await idsOnScreen(page)).toEqual(before);
  expect(await scrolled()).toBe(place);
  await expect(copy).toBeFocused();

  await page.keyboard.press('.');
  await expect.poll(() => idsOnScreen(page)).toContain(999);
  await expect(page.locator('tr[data-listed]').first()).toContainText('New');
  await expect(page.getByRole('row', { name: /\b2 Changed/ })).toBeVisible();
  expect(await idsOnScreen(page)).not.toContain(3);
  await expect(news).toBeHidden();
  await expect(drawer).toBeVisible();
  const age = page.getByRole('region', { name: 'State of the data' });
  await expect(age).toContainText(/Updated \d+ s ago/);
  // It goes on by itself.
  await expect(age).not.toHaveText((await age.textContent()) ?? '');

  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.getByRole('button', { name: /Data status$/ }).click();
  const refresh = page.getByRole('button', { name: 'Refresh now' });
  await expect(refresh).toHaveAttribute('title', /: 1 call\. /);
  upstream.tickets = [...upstream.tickets, vendorTicket(998)];
  const calls = upstream.calls();
  await refresh.click();
  await expect(page.getByRole('button', { name: 'Show 1 new', exact: true })).toBeVisible();
  expect(upstream.calls()).toBe(calls + 1);
  await product.stop();
  upstream.stop();
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
