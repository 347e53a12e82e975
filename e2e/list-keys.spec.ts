import type { Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { expectReady } from './support/meeting.ts';
import { LIST } from './support/table.ts';
import { expect, idsOnScreen, openQueue, test } from './support/test.ts';

/** Tab stops within a part of the screen. */
const stops = (page: Page, within: string) =>
  page
    .locator(within)
    .locator(':is(a[href], button, input, select, [tabindex]):not([tabindex="-1"], :disabled)')
    .filter({ visible: true });

test('the first stop of each screen skips to its main part, also of a meeting to its ticket; keys lead through the list: by one stop in and one out, up to its heads and their edges; from card to card where it is narrow', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}${LIST}`);
  /** As when the page has just been loaded: the next stop is its first one. */
  const leaveFocus = () =>
    page.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute('tabindex');
    });
  const expectSkips = async (what: string | RegExp) => {
    await page.keyboard.press('Tab');
    const link = page.getByRole('link', { name: typeof what === 'string' ? `Skip to the ${what}` : what });
    await expect(link).toBeFocused();
    await expect(link).toBeInViewport({ ratio: 1 });
    const address = page.url();
    await page.keyboard.press('Enter');
    await expect(page.locator('#main-part')).toBeFocused();
    expect(page.url()).toBe(address);
  };
  await expectSkips('tickets');
  for (const [screen, what, loaded] of [
    ['people', 'people', page.getByRole('table', { name: 'Open tickets by assignee' })],
    ['handoffs', /^Skip to the /, page.getByRole('region', { name: /^Tickets by origin/ })],
    ['triage', 'meetings', page.locator('main form')],
  ] as const) {
    await goWithin(page, `/w/4201/${screen}?overdue=true&priority=CRITICAL`);
    await expect(loaded).toBeVisible();
    await leaveFocus();
    await expectSkips(what);
  }
  await page.getByRole('button', { name: /^Start with \d+ tickets?$/ }).click();
  await expectReady(page);
  await leaveFocus();
  await expectSkips('ticket');

  await goWithin(page, LIST);
  await idsOnScreen(page);
  await test.step('one stop to a row, and one from a row out', async () => {
    await page.getByRole('link', { name: 'Skip to the tickets' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const links = page.getByRole('table', { name: 'Tickets' }).locator('[data-listed] a');
    await expect(links.first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(links.nth(1)).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('navigation', { name: 'Pages' }).locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Shift+Tab');
    await expect(links.nth(1)).toBeFocused();
  });

  await test.step('arrows walk the heads, and Tab leads to a column’s edge', async () => {
    await expect(stops(page, 'thead')).toHaveCount(0);
    await page
      .getByRole('checkbox', { name: /^Select ticket/ })
      .first()
      .focus();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('checkbox', { name: /of this group/ }).first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('checkbox', { name: /^Select the 10 tickets/ })).toBeFocused();
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
    await expect(page.locator('thead').getByRole('button', { name: /^Priority/ })).toBeFocused();
    await page.keyboard.press('Tab');
    const edge = page.getByRole('separator', { name: 'Width of Priority' });
    await expect(edge).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(/priority\.\d+/);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('End');
    await expect(page.locator('thead th').last()).toBeFocused();
    await page.keyboard.press('Home');
    await expect(page.getByRole('checkbox', { name: /^Select the 10 tickets/ })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('tbody a').first()).toBeFocused();
  });

  await test.step('what a cell does to the list stands beside its value, and not on it', async () => {
    for (const column of ['overdue', 'priority', 'status', 'assignee', 'segment']) {
      const cell = page.locator('tr[data-listed]').first().locator(`[data-column="${column}"]`);
      await cell.hover();
      const tool = cell.getByRole('button', { name: /^Only/ });
      await tool.hover();
      const box = await tool.boundingBox();
      const value = await cell.locator(':scope > :first-child').boundingBox();
      if (box === null || value === null) throw new Error('Neither has a place.');
      const apart = box.x >= value.x + value.width || box.x + box.width <= value.x;
      expect(apart, column).toBe(true);
    }
  });

  await test.step('cards, their boxes and their filters', async () => {
    await page.setViewportSize({ width: 600, height: 800 });
    await goWithin(page, LIST);
    const cards = page.getByRole('list', { name: 'Tickets', exact: true });
    const links = cards.locator('[data-listed] a');
    await links.first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(links.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(cards.getByRole('button', { name: /^Filter by ticket/ }).nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu', { name: /^Filter by ticket/ });
    await menu
      .getByRole('menuitem', { name: /^Only / })
      .first()
      .click();
    await expect(page).toHaveURL(/overdue=/);
  });
});
