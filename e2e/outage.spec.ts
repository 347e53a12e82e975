import type { Page } from '@playwright/test';
import { expect, expectAccessibleInBothThemes, idsOnScreen, openQueue, test } from './support/test.ts';

const trouble = (page: Page) => page.getByRole('region', { name: 'Trouble with the data' });
const age = (page: Page) => page.getByRole('region', { name: 'State of the data' });
const retry = (page: Page) => page.getByRole('button', { name: 'Retry' });

/** Texts of the tiles, which must not go blank. */
const tiles = (page: Page) => page.getByRole('list', { name: 'Open tickets' }).allTextContents();

test('offline a filter leaves the last list, dimmed, says so once, and is applied when the network is back', async ({
  page,
  demo,
  context,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?status=-RESOLVED`);
  const ids = await idsOnScreen(page);
  const before = await tiles(page);
  await context.setOffline(true);
  await expect(trouble(page)).toContainText('This device is offline.');
  await page.getByRole('checkbox', { name: /^Low/ }).check();
  await expect(trouble(page)).toContainText('This is the previous list');
  await expect(trouble(page)).toHaveAttribute('data-tone', 'fail');
  await expect(age(page)).not.toContainText(/Updated/);
  await expect(retry(page)).toHaveCount(1);
  await expect(page.locator('tbody tr[data-listed]')).toHaveCount(ids.length);
  expect(await tiles(page)).toEqual(before);
  await expect(page.getByRole('table', { name: 'Tickets' })).toHaveAttribute('aria-busy', 'true');

  await context.setOffline(false);
  await expect(age(page)).toContainText(/Updated .* ago/);
  await expect(page.getByRole('table', { name: 'Tickets' })).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('tbody td[data-column="priority"]').first()).toContainText('Low');
  await expect(retry(page)).toHaveCount(0);
});

test('a server error leaves the last list, and Retry brings the new one', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  let isFailing = true;
  await page.route('**/api/workspaces/4201/tickets?**', (route) =>
    isFailing
      ? route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>Oops</h1>' })
      : route.continue(),
  );
  await page.getByRole('checkbox', { name: /^Low/ }).check();
  await expect(trouble(page)).toContainText(/Server error \(500\)\. Retrying/);
  await expect(page.locator('tbody tr[data-listed]')).not.toHaveCount(0);
  await expectAccessibleInBothThemes(page, '[aria-label="Trouble with the data"]');
  isFailing = false;
  // At once: the screen retries by itself, and there would be no button any more.
  await retry(page).evaluate((button: HTMLElement) => button.click());
  await expect(page.locator('tbody td[data-column="priority"]').first()).toContainText('Low');
  await expect(age(page)).toContainText(/Updated .* ago/);
});

for (const [what, change] of [
  [
    'an order',
    (page: Page) =>
      page
        .getByRole('button', { name: /^Priority/ })
        .first()
        .click(),
  ],
  [
    'a page',
    async (page: Page) => {
      await expect(page.getByRole('button', { name: /^Next page/ })).toBeEnabled();
      await page.keyboard.press(']');
    },
  ],
] as const) {
  test(`${what} that cannot be had leaves the last list, dimmed, with one Retry`, async ({ page, demo }) => {
    await openQueue(page, `${demo.url}/w/4201/tickets?perPage=25`);
    const ids = await idsOnScreen(page);
    const table = page.getByRole('table', { name: 'Tickets' });
    await page.route('**/api/workspaces/4201/tickets?**', (route) =>
      route.fulfill({ status: 503, contentType: 'text/html', body: '<h1>Oops</h1>' }),
    );
    await change(page);
    await expect(trouble(page)).toContainText('This is the previous list');
    await expect(table).toHaveAttribute('aria-busy', 'true');
    expect((await table.locator('tbody a[data-ticket]').allTextContents()).map(Number)).toEqual(ids);
    await expect(retry(page)).toHaveCount(1);
    await page.unroute('**/api/workspaces/4201/tickets?**');
    await retry(page).click();
    await expect(table).toHaveAttribute('aria-busy', 'false');
    expect(await idsOnScreen(page)).not.toEqual(ids);
  });
}

test('the first load offers Retry where there is nothing to show', async ({ page, demo }) => {
  await page.route('**/api/workspaces', (route) => route.abort());
  await page.goto(demo.url);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Can’t reach Loopdesk');
  await expect(alert).toContainText(/Retrying/);
  await expectAccessibleInBothThemes(page);
  await page.unroute('**/api/workspaces');
  await alert.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('table', { name: 'Tickets' })).toBeVisible();
});

for (const [screen, seen] of [
  ['people', (page: Page) => page.getByRole('table', { name: 'Open tickets by assignee' })],
  ['handoffs', (page: Page) => page.getByRole('table').first()],
] as const) {
  test(`${screen} keep their last numbers when new ones cannot be had, and say so`, async ({
    page,
    demo,
  }) => {
    await page.goto(`${demo.url}/w/4201/${screen}`);
    await expect(seen(page)).toBeVisible();
    const before = await seen(page).textContent();
    await page.route('**/summary?**', (route) => route.fulfill({ status: 502, body: 'Bad gateway' }));
    await page.getByRole('checkbox', { name: /^Low/ }).check();
    await expect(page.getByText('These are the previous numbers. Server error (502).')).toBeVisible();
    await expect(page.locator('[data-stale="true"]').filter({ has: seen(page) })).toBeVisible();
    expect(await seen(page).textContent()).toBe(before);
    await page.unroute('**/summary?**');
    await retry(page).click();
    await expect(page.getByText('These are the previous numbers.')).toBeHidden();
  });
}

for (const [what, leave, left] of [
  ['closes the ticket', (page: Page) => page.keyboard.press('Escape'), /tickets\?/],
  ['chooses a filter', (page: Page) => page.getByRole('checkbox', { name: /^Low/ }).check(), /priority=LOW/],
] as const) {
  test(`who ${what} while the next page is awaited is not taken back`, async ({ page, demo }) => {
    await openQueue(page, `${demo.url}/w/4201/tickets?perPage=25`);
    const ids = await idsOnScreen(page);
    await page.getByRole('link', { name: String(ids.at(-1)), exact: true }).click();
    // Keys are those of the ticket from when it has the focus, a moment after it is drawn.
    await expect(page.getByRole('heading', { name: `Ticket ${ids.at(-1)}` })).toBeFocused();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/tickets\?.*page=2/, async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest(/tickets\?.*page=2/);
    await page.keyboard.press('j');
    await asked;
    await leave(page);
    await expect(page).toHaveURL(left);
    const opened: (string | undefined)[] = [];
    page.on('framenavigated', (frame) => opened.push(/tickets\/(\d+)/.exec(frame.url())?.[1]));
    const answered = page.waitForResponse(/tickets\?.*page=2/);
    release();
    await (await answered).finished();
    // Whatever the answer sets off has come by the time that what is asked for after it is there.
    await page.keyboard.press(']');
    await expect(page.getByText(/^26–50 of/)).toBeVisible();
    expect(opened.filter((id) => id !== undefined && id !== String(ids.at(-1)))).toEqual([]);
  });
}

test('ages go by the server’s clock on a machine that is hours off', async ({ page, demo }) => {
  await page.addInitScript((skew) => {
    const Real = Date;
    const now = () => Real.now() + skew;
    globalThis.Date = new Proxy(Real, {
      construct: (target, given) => Reflect.construct(target, given.length === 0 ? [now()] : given),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    });
  }, -3 * 3_600_000);
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await age(page).getByRole('button').click();
  await page.getByRole('button', { name: /^Refresh/ }).click();
  const seconds = async () => Number(/Updated (\d+) s ago/.exec((await age(page).textContent()) ?? '')?.[1]);
  // The refresh is in: from here the age goes on, and neither stands at nothing nor runs ahead by the skew.
  await expect.poll(seconds).toBeLessThan(15);
  const first = await seconds();
  await expect.poll(seconds).toBeGreaterThan(first);
});
