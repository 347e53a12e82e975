import type { Page } from '@playwright/test';
import { readClipboard } from './support/clipboard.ts';
import { goWithin } from './support/go-within.ts';
import { numberIn } from './support/numbers.ts';
import {
  expect,
  expectAccessibleInBothThemes,
  idsOnScreen,
  listed,
  openQueue,
  test,
  total,
} from './support/test.ts';

const drawerOf = (page: Page, id: number | string) => page.getByRole('dialog', { name: `Ticket ${id}` });

/** The tickets that an API address lists. */
async function ticketsAt(page: Page, address: string): Promise<{ id: number; description: string }[]> {
  const { tickets } = await (await page.request.get(address)).json();
  return tickets;
}

/** The first of some tickets whose customer has others. */
async function withOthers(page: Page, api: string, ids: readonly number[]): Promise<number> {
  for (const id of ids) {
    if ((await listed(page, `${api}?perPage=1&customerOf=${id}`)).total > 1) return id;
  }
  throw new Error('No customer of these has other tickets.');
}

test('fields are copied by a click or by Enter; forced colours and contrast leave a ticket readable, and axe finds nothing, away from the list too', async ({
  page,
  demo,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=10&overdue=true`);
  const [id] = await idsOnScreen(page);
  await page.getByRole('link', { name: String(id), exact: true }).click();
  const drawer = drawerOf(page, String(id));
  await drawer.getByRole('button', { name: String(id), exact: true }).click();
  expect(await readClipboard(page)).toBe(String(id));
  const issued = drawer.getByRole('button', { name: / CES?T$/ }).first();
  await expect(issued).toHaveAttribute('title', / UTC$/);
  await issued.focus();
  await page.keyboard.press('Enter');
  await expect(drawer.getByText('Issued copied')).toBeAttached();
  expect(await readClipboard(page)).toMatch(
    /^\d+ \w+ \d{4}, \d\d:\d\d CES?T \(\d+ \w+ \d{4}, \d\d:\d\d:\d\d UTC\)$/,
  );

  await test.step('forced colours, and more contrast', async () => {
    await expect(drawer).toContainText('References');
    await page.emulateMedia({ forcedColors: 'active' });
    const late = page.locator('tr[data-listed]').nth(1).locator('td').first();
    await expect(late).toHaveCSS('border-inline-start-width', '4px');
    await expect(page.locator('tr[data-selected="true"] td').first()).toHaveCSS('outline-style', 'solid');
    await page.emulateMedia({ forcedColors: 'none', contrast: 'more' });
    await expectAccessibleInBothThemes(page, '[role="dialog"]');
    await page.emulateMedia({ contrast: 'no-preference' });
  });

  await test.step('a ticket that is deleted and away from the list', async () => {
    const [gone] = await ticketsAt(page, `${demo.url}/api/workspaces/4201/tickets?deleted=only`);
    const deleted = String(gone?.id);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: /^Command/ })).toBeFocused();
    await page.keyboard.type(`#${deleted}`);
    await expect(page.getByRole('option', { name: new RegExp(`^Open ticket ${deleted}`) })).toBeVisible();
    await page.keyboard.press('Enter');
    const away = drawerOf(page, deleted);
    await expect(away).toContainText('Not on this page');
    await expect(away).toContainText('Deleted on');
    await away.getByRole('button', { name: deleted, exact: true }).click();
    await expectAccessibleInBothThemes(page, '[role="dialog"]');
  });
});

test('walking keeps the focus, shows the row, begins at the top of each ticket, and goes over the end of a page; on a phone a ticket covers the list and keeps the focus; hostile texts fit it, and a zoom of 200 %', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=10&sort=-id`);
  const ids = await idsOnScreen(page);
  // So low that the last rows are out of sight.
  await page.setViewportSize({ width: 1440, height: 500 });
  const drawer = page.getByRole('dialog');
  const selected = page.locator('tr[data-selected="true"]');
  const next = page.getByRole('button', { name: /^Next ticket/ });

  await test.step('another ticket is read from its beginning, and the focus is not lost with the last one', async () => {
    await page.getByRole('link', { name: String(ids[0]), exact: true }).click();
    const previous = page.getByRole('button', { name: /^Previous ticket/ });
    await expect(previous).toHaveAttribute('aria-disabled', 'true');
    const references = drawer.getByRole('heading', { name: 'References' });
    await references.scrollIntoViewIfNeeded();
    await expect(references).toBeInViewport();
    await page.keyboard.press('j');
    await expect(references).not.toBeInViewport();
    await expect(drawer.getByRole('heading', { name: `Ticket ${ids[1]}` })).toBeInViewport();
    expect(await drawer.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  });

  await next.focus();
  for (let place = 3; place <= 10; place += 1) await page.keyboard.press('Enter');
  await expect(page.getByText(/^10 of/)).toBeVisible();
  await expect(selected).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^11 of/)).toBeVisible();
  await expect(next).toBeFocused();
  const [first] = await idsOnScreen(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: String(first), exact: true })).toBeFocused();

  await test.step('a customer’s other tickets are as many as their list has', async () => {
    const id = await withOthers(page, `${demo.url}/api/workspaces/4201/tickets`, await idsOnScreen(page));
    await page.getByRole('link', { name: String(id), exact: true }).click();
    const all = drawer.getByRole('button', { name: /^Show all \d+ in the list$/ });
    const promised = numberIn(await all.textContent());
    await all.click();
    await expect(page).toHaveURL(new RegExp(`customerOf=${id}`));
    await expect.poll(() => total(page)).toBe(promised);
  });

  await test.step('on a phone', async () => {
    const api = `${demo.url}/api/workspaces/4201/tickets?sort=-id&deleted=include&perPage=200`;
    const tickets = await ticketsAt(page, api);
    const longest = Math.max(...tickets.map(({ description }) => description.length));
    const odd = tickets
      .filter(({ description }) => description.length === longest || /<script|aaaa|\u202E/.test(description))
      .map(({ id }) => id);
    expect(odd.length).toBeGreaterThan(2);
    await page.setViewportSize({ width: 390, height: 844 });
    await goWithin(page, `/w/4201/tickets?sort=-id&deleted=include&ids=${odd}`);
    const link = page.getByRole('list', { name: 'Tickets', exact: true }).locator('[data-listed] a').nth(1);
    await expect(link).toHaveText(String(odd[1]));
    await link.click();
    const covering = drawerOf(page, String(odd[1]));
    await expect(covering).toBeInViewport({ ratio: 1 });
    expect((await covering.boundingBox())?.width).toBe(390);
    for (let step = 0; step < 40; step += 1) await page.keyboard.press('Tab');
    expect(await covering.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.locator(`a[data-ticket="${odd[1]}"]`)).toBeFocused();

    await page.locator(`a[data-ticket="${odd[0]}"]`).click();
    for (const [place, id] of odd.entries()) {
      // By its button and, as it says, by its key.
      if (place === 1) await page.getByRole('button', { name: /^Next ticket/ }).click();
      else if (place > 1) await page.keyboard.press('j');
      const drawer = drawerOf(page, String(id));
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
        expect(wide, `ticket ${id}, ${width} pixels`).toEqual([]);
      }
    }
  });
});
