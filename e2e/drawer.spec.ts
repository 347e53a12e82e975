import type { Page } from '@playwright/test';
import { readClipboard } from './support/clipboard.ts';
import { startProduct } from './support/servers.ts';
import { expect, expectAccessibleInBothThemes, idsOnScreen, openQueue, test } from './support/test.ts';
import { startUpstream, vendorTicket } from './support/upstream.ts';

const drawerOf = (page: Page, id: number | string) => page.getByRole('dialog', { name: `Ticket ${id}` });

test('every field is copied by a click or by Enter, a time with UTC', async ({ page, demo, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const clipboard = () => readClipboard(page);
  await openQueue(page, demo.url);
  const [id] = await idsOnScreen(page);
  await page.getByRole('link', { name: String(id), exact: true }).click();
  const drawer = drawerOf(page, String(id));
  await drawer.getByRole('button', { name: String(id), exact: true }).click();
  expect(await clipboard()).toBe(String(id));
  const issued = drawer.getByRole('button', { name: / CES?T$/ }).first();
  await expect(issued).toHaveAttribute('title', / UTC$/);
  await issued.focus();
  await page.keyboard.press('Enter');
  expect(await clipboard()).toMatch(/^\d+ \w+ \d{4}, \d\d:\d\d CES?T \(\d+ \w+ \d{4}, \d\d:\d\d:\d\d UTC\)$/);
  await expect(drawer.getByText('Issued copied')).toBeAttached();
});

test('a ticket elsewhere says so, and is shown in the list when asked for', async ({ page, demo }) => {
  await openQueue(page, demo.url);
  const [id] = await idsOnScreen(page);
  await page.goto(`${demo.url}/w/4201/tickets/${id}?q=zzzzzz`);
  const drawer = drawerOf(page, String(id));
  await expect(drawer).toContainText('Not on this page of the list.');
  await drawer.getByRole('button', { name: 'Show it in the list' }).click();
  await expect(drawer).toContainText('1 of 1 in the list');
  expect(await idsOnScreen(page)).toEqual([id]);
});

test('walking over the end of a page keeps the focus, shows the row, and stops at the ends', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=25&sort=-id`);
  const ids = await idsOnScreen(page);
  await page.getByRole('link', { name: String(ids[0]), exact: true }).click();
  const next = page.getByRole('button', { name: /^Next ticket/ });
  await expect(page.getByRole('button', { name: /^Previous ticket/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await next.focus();
  for (let place = 2; place <= 25; place += 1) await page.keyboard.press('Enter');
  await expect(page.getByText(/^25 of/)).toBeVisible();
  await expect(page.locator('tr[data-selected="true"]')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^26 of/)).toBeVisible();
  await expect(next).toBeFocused();
  const [first] = await idsOnScreen(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: String(first), exact: true })).toBeFocused();
});

test('another ticket is read from its beginning, and the focus is not lost with the last one', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=25`);
  await page.setViewportSize({ width: 1440, height: 500 });
  await page.locator('tr[data-listed]').first().getByText('Overdue').click();
  const drawer = page.getByRole('dialog');
  const references = drawer.getByRole('heading', { name: 'References' });
  await references.scrollIntoViewIfNeeded();
  await expect(references).toBeInViewport();
  await page.keyboard.press('j');
  await expect(references).not.toBeInViewport();
  await expect(drawer.getByText('Overdue').first()).toBeInViewport();
  expect(await drawer.evaluate((element) => element.contains(document.activeElement))).toBe(true);
});

test('a customer’s other tickets open, and are shown in the list', async ({ page }) => {
  const upstream = await startUpstream([
    vendorTicket(1, { customerEmail: 'ann@example.com', status: 'OPEN' }),
    vendorTicket(2, { customerEmail: 'ANN@example.com', status: 'RESOLVED' }),
    vendorTicket(3),
    vendorTicket(4, { customerEmail: null, customerName: null }),
    vendorTicket(5, { customerEmail: 'ann@example.com', description: 'First <b>words</b>', isOverdue: true }),
  ]);
  const product = await startProduct(upstream.environment);
  try {
    await openQueue(page, `${product.url}/w/1/tickets?sort=id`);
    await page.getByRole('link', { name: '1', exact: true }).click();
    await expect(drawerOf(page, 1)).toContainText('2 others, 1 open');
    await drawerOf(page, 1)
      .getByRole('link', { name: /^5.*Overdue.*New.*First <b>words<\/b>/ })
      .click();
    await expect(drawerOf(page, 5).getByRole('heading', { name: 'Ticket 5' })).toBeFocused();
    await page.goBack();
    await drawerOf(page, 1).getByRole('button', { name: 'Show all 3 in the list' }).click();
    await expect(page).toHaveURL(/\?(sort=id&)?customerOf=1/);
    await expect.poll(() => idsOnScreen(page)).toEqual([1, 2, 5]);
    await page.goto(`${product.url}/w/1/tickets/4`);
    await expect(drawerOf(page, 4)).toContainText('The customer is anonymous');
    await page.goto(`${product.url}/w/1/tickets/3`);
    await expect(drawerOf(page, 3)).toContainText('This is the only one.');
  } finally {
    await product.stop();
    upstream.stop();
  }
});

test('mail links hold the address, the subject and no word of the customer', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=25&assignee=-none`);
  const [id] = await idsOnScreen(page);
  await page.getByRole('link', { name: String(id), exact: true }).click();
  const link = drawerOf(page, String(id)).getByRole('link', { name: 'Email assignee' });
  const href = (await link.getAttribute('href')) ?? '';
  const { customerName, customerEmail, description } = await (
    await page.request.get(`${demo.url}/api/workspaces/4201/tickets/${id}`)
  ).json();
  const words: string[] = [customerName, customerEmail, description].filter(Boolean);
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter((text) => decodeURIComponent(href).includes(text))).toEqual([]);
  const { pathname, searchParams } = new URL(href);
  expect(pathname).toMatch(/^[^@?&]+@example\.com$/);
  expect(searchParams.get('subject')).toBe(`Ticket ${id}`);
  expect(searchParams.get('body')?.split('\r\n').at(-1)).toBe(`${demo.url}/w/4201/tickets/${id}`);
});

test('on a phone a ticket covers the list and keeps the focus', async ({ page, demo }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${demo.url}/w/4201/tickets?perPage=25`);
  const link = page.getByRole('list', { name: 'Tickets', exact: true }).locator('[data-listed] a').nth(3);
  const id = await link.textContent();
  await link.click();
  const drawer = drawerOf(page, String(id));
  await expect(drawer).toBeInViewport({ ratio: 1 });
  expect((await drawer.boundingBox())?.width).toBe(390);
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('Tab');
  expect(await drawer.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.locator(`a[data-ticket="${id}"]`)).toBeFocused();
});

test('a ticket with hostile texts fits on a narrow phone and at a zoom of 200 %', async ({ page, demo }) => {
  const { tickets } = await (
    await page.request.get(`${demo.url}/api/workspaces/4201/tickets?perPage=200&sort=-id&deleted=include`)
  ).json();
  const longest = Math.max(...tickets.map(({ description }: { description: string }) => description.length));
  const odd = tickets.filter(
    ({ description }: { description: string }) =>
      /<script|aaaa|\u202E/.test(description) || description.length === longest,
  );
  expect(odd.length).toBeGreaterThan(2);
  for (const { id } of odd) {
    await page.goto(`${demo.url}/w/4201/tickets/${id}?ids=${id}&deleted=include`);
    const drawer = drawerOf(page, id);
    await expect(drawer).toContainText('References');
    for (const [width, height] of [
      [320, 640],
      [720, 450],
    ] as const) {
      await page.setViewportSize({ width, height });
      const wide = await drawer.evaluate((element) =>
        [...element.querySelectorAll('button, a, p, dd')]
          .filter((part) => part.getBoundingClientRect().right > innerWidth)
          .map((part) => part.textContent),
      );
      expect(wide, `${width} pixels`).toEqual([]);
    }
  }
});

test('axe finds nothing on a ticket with all of its parts that is away from the list', async ({
  page,
  demo,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const api = `${demo.url}/api/workspaces/4201/tickets`;
  const { tickets } = await (await page.request.get(`${api}?deleted=only`)).json();
  await page.goto(`${demo.url}/w/4201/tickets/${tickets[0].id}?perPage=25`);
  const drawer = drawerOf(page, tickets[0].id);
  await expect(drawer).toContainText('Not on this page');
  await expect(drawer).toContainText('Deleted on');
  await drawer.getByRole('button', { name: String(tickets[0].id), exact: true }).click();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
});

test('a ticket is readable in forced colours and with more contrast', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=25&overdue=true`);
  await page.locator('tr[data-listed]').first().getByText('Overdue').click();
  await expect(page.getByRole('dialog')).toContainText('References');
  await page.emulateMedia({ forcedColors: 'active' });
  const late = page.locator('tr[data-listed]').nth(1).locator('td').first();
  await expect(late).toHaveCSS('border-inline-start-width', '4px');
  await expect(page.locator('tr[data-selected="true"] td').first()).toHaveCSS('outline-style', 'solid');
  await page.emulateMedia({ forcedColors: 'none', contrast: 'more' });
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
});
