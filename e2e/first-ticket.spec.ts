import type { Page } from '@playwright/test';
import { smallTargets } from './support/fingers.ts';
import { goWithin } from './support/go-within.ts';
import { tile } from './support/overview.ts';
import { firstTicket, OPEN } from './support/table.ts';
import { expect, expectAccessibleInBothThemes, openQueue, test } from './support/test.ts';

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

const overdueTile = (page: Page) => tile(page, 'Overdue');

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
