import type { Page } from '@playwright/test';
import { smallTargets } from './support/fingers.ts';
import { goWithin } from './support/go-within.ts';
import { expect, expectAccessibleInBothThemes, openQueue, test } from './support/test.ts';

/** More rows than any of the windows shows. */
const OPEN = '/w/4201/tickets?status=-RESOLVED&perPage=25';

/** Windows, and how far down the first ticket may begin in them, in CSS pixels. The last is 1440 × 900 at 200 %. */
const MOUSE_WINDOWS = [
  { width: 1440, height: 900, most: 200 },
  { width: 1280, height: 720, most: 220 },
  { width: 720, height: 450, most: 300 },
];
const TOUCH_WINDOWS = [
  { width: 390, height: 844, most: 260 },
  { width: 320, height: 640, most: 300 },
];

const overdueTile = (page: Page) =>
  page.getByRole('list', { name: 'Open tickets' }).getByRole('button', { name: /^Overdue [\d,]+/ });

const firstTicket = (page: Page) => page.locator('[data-listed]').first();

/** Asserts that the first ticket begins not farther down than this in such a window. */
async function expectFirstTicket(page: Page, { width, height, most }: (typeof MOUSE_WINDOWS)[number]) {
  await page.setViewportSize({ width, height });
  await expect(overdueTile(page)).toBeVisible();
  const top = async () => (await firstTicket(page).boundingBox())?.y;
  await expect.poll(top, `${width} × ${height}`).toBeLessThanOrEqual(most);
}

test('in every window the first ticket begins near the top, and the tools take no line to themselves; it is twelve Tab stops away; axe finds nothing on the filters in the box, a notice and the status of the data', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}${OPEN}`);
  await test.step('it is at most twelve Tab stops to the first ticket', async () => {
    const stops: (string | undefined)[] = [];
    const link = firstTicket(page).getByRole('link');
    while (!(await link.evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press('Tab');
      stops.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80)));
      expect(stops.length, stops.join('\n')).toBeLessThanOrEqual(12);
    }
  });

  for (const size of MOUSE_WINDOWS) await expectFirstTicket(page, size);

  const header = page.getByRole('toolbar', { name: 'Loopdesk' });
  await expect(header).toContainText('Updated');
  for (let width = 320; width <= 1000; width += 20) {
    await page.setViewportSize({ width, height: 600 });
    // Whereabouts, the search and, in a narrow window, the tabs: each control is on the line of one of these.
    const lines = () =>
      header.evaluate((element) => {
        const tops = [...element.querySelectorAll('a, button, input')]
          .map((control) => control.getBoundingClientRect())
          .filter(({ width: wide }) => wide > 1)
          .map(({ top, height }) => Math.round((top + height / 2) / 16));
        return new Set(tops).size;
      });
    await expect.poll(lines, `${width} px wide`).toBeLessThanOrEqual(width <= 690 ? 3 : 2);
  }

  await test.step('axe finds nothing on the filters in the box, a notice and the status of the data', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await goWithin(page, `${OPEN}&q=order&priority=HIGH`);
    await expect(page.getByRole('button', { name: 'Remove the filter Priority: High' })).toBeVisible();
    await expectAccessibleInBothThemes(page, 'header');
    await page.getByRole('button', { name: 'Clear the search and all filters' }).click();
    await expect(page.getByText('3 filters cleared.')).toBeVisible();
    await expectAccessibleInBothThemes(page, '[aria-label="Notices"]');
    await page.getByRole('button', { name: /Data status$/ }).click();
    await expect(page.getByRole('dialog', { name: 'Data status' })).toBeVisible();
    await expectAccessibleInBothThemes(page, '[role="dialog"]');
  });
});

test.describe('under a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the first ticket begins near the top, and what is pressed is large enough', async ({
    page,
    demo,
  }) => {
    await page.goto(`${demo.url}${OPEN}`);
    for (const size of TOUCH_WINDOWS) {
      await expectFirstTicket(page, size);
      expect(await smallTargets(page.locator('body'))).toEqual([]);
    }
  });
});

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
