import type { Page } from '@playwright/test';
import { tile } from './support/overview.ts';
import { firstTicket, OPEN } from './support/table.ts';
import { expect, openQueue, test } from './support/test.ts';

const overdueTile = (page: Page) => tile(page, 'Overdue');

/** The frame around the rows: nothing of it may move, whatever comes and goes. */
const FRAME = [
  '[data-listed] a',
  'header form',
  'header [aria-label="State of the data"]',
  'header [aria-label^="Settings"]',
  'h1 button',
  '[aria-label="View and tools"] [title="Filters (f)"]',
  '[aria-label="View and tools"] [aria-label="Order"]',
  '[aria-label="View and tools"] [title="Start triage"]',
  '[aria-label="Numbers that filter the list"] li:first-child',
  '[aria-label="Numbers that filter the list"] li:last-child',
  'thead',
  'main nav[aria-label="Pages"] button',
];

/** The start and the top of each part of the frame. */
function places(page: Page): Promise<Record<string, string>> {
  return page.evaluate(
    (selectors) =>
      Object.fromEntries(
        selectors.map((selector) => {
          const box = document.querySelector(selector)?.getBoundingClientRect();
          return [selector, box === undefined ? 'missing' : `${Math.round(box.x)}, ${Math.round(box.y)}`];
        }),
      ),
    FRAME,
  );
}

/** Records what the browser calls layout shifts, also those right after an input. */
async function recordShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const shifts: string[] = [];
    Object.assign(globalThis, { shifts });
    // A ticket may stand in another row of the next list, a value in another line of its facet, a chip beside another;
    // what keeps a changed view follows the view's name, and a word the number of its tile, which keeps its place. A
    // stack of notices lies over the screen.
    const movesByItself = [
      '[aria-label="Numbers that filter the list"] button > span',
      'tbody, aside, form, h1, nav[aria-label="Pages"], [aria-label="Notices"]',
      '[aria-label="View and tools"] > :has([data-changes]), [data-changes]',
    ].join();
    new PerformanceObserver((list) => {
      const entries = list.getEntries() as unknown as { sources: { node: Node | null }[] }[];
      const nodes = entries.flatMap(({ sources }) => sources.map(({ node }) => node));
      const elements = nodes.map((node) => (node instanceof Element ? node : node?.parentElement));
      for (const element of elements) {
        if (element && element.closest(movesByItself) === null) shifts.push(element.outerHTML.slice(0, 200));
      }
    }).observe({ type: 'layout-shift' });
  });
  return () => page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts);
}

test('nothing moves when filters, notices, a selection and trouble come and go', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}${OPEN}`);
  await expect(overdueTile(page)).toBeVisible();
  const before = await places(page);
  const shifts = await recordShifts(page);
  const settled = async (name: string) => {
    await expect(page.getByRole('table', { name: 'Tickets' })).toHaveAttribute('aria-busy', 'false');
    await expect(page.locator('ul[data-stale]')).toHaveAttribute('data-stale', 'false');
    expect(await places(page), name).toEqual(before);
  };

  await page.getByRole('checkbox', { name: /^High/ }).check();
  await expect(page.getByRole('button', { name: 'Remove the filter Priority: High' })).toBeVisible();
  await settled('a filter');
  await overdueTile(page).click();
  await expect(page).toHaveURL(/overdue=true/);
  await settled('a tile');
  await page
    .getByRole('checkbox', { name: /^Select ticket/ })
    .first()
    .check();
  await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible();
  await settled('a selection');
  await page.getByRole('button', { name: /^Remove the filter Overdue/ }).click();
  await expect(page.getByText('The selection is cleared')).toBeVisible();
  await settled('a notice');
  await page.getByRole('button', { name: 'Clear the search and all filters' }).click();
  await expect(page.getByText('2 filters cleared.')).toBeVisible();
  await settled('no filter');
  const notice = page.getByRole('dialog').filter({ hasText: '2 filters cleared.' });
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(/priority=HIGH/);
  await settled('undone');
  const cell = page.locator('[data-listed] [data-column="segment"]').first();
  await cell.hover();
  await cell.getByRole('button', { name: /^Only / }).click();
  await expect(page).toHaveURL(/segment=/);
  await settled('a cell');
  await firstTicket(page).getByRole('link').click();
  const panel = page.getByRole('dialog', { name: /^Ticket / });
  await expect(panel.getByText('References')).toBeVisible();
  await expect(panel.locator('[aria-busy="true"]')).toHaveCount(0);
  await settled('a ticket');
  await panel.getByRole('button', { name: /^Close/ }).click();
  await expect(panel).toBeHidden();
  await settled('no ticket');
  await page.goBack();
  await expect(panel).toBeVisible();
  await settled('back');
  await page.goForward();
  await expect(panel).toBeHidden();
  await page.route('**/api/**', (route) => route.abort());
  await expect(page.getByRole('region', { name: 'Trouble with the data' })).toContainText('Can’t reach');
  const { 'main nav[aria-label="Pages"] button': pagerNow, ...now } = await places(page);
  const { 'main nav[aria-label="Pages"] button': pagerBefore, ...rest } = before;
  expect(pagerNow).not.toBe(pagerBefore);
  expect(now).toEqual(rest);
  expect(await shifts()).toEqual([]);
});
