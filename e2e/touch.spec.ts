import type { Page } from '@playwright/test';
import { smallFields, smallTargets } from './support/fingers.ts';
import { startMeeting } from './support/meeting.ts';
import { expect, test } from './support/test.ts';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

async function expectForFingers(page: Page, part = page.locator('body')): Promise<void> {
  expect(await smallFields(part)).toEqual([]);
  expect(await smallTargets(part)).toEqual([]);
}

test('sharing is in sight without pushing the tools sideways, and covers no filter', async ({
  page,
  demo,
}) => {
  await page.goto(`${demo.url}/w/4201/tickets?status=-RESOLVED`);
  await expect(page.locator('[data-listed]').first()).toBeVisible();
  const share = page.getByRole('button', { name: 'Share' });
  await expect(share).toBeInViewport({ ratio: 1 });
  const [filters, shared] = await Promise.all([
    page.getByRole('button', { name: /^Filters/ }).boundingBox(),
    share.boundingBox(),
  ]);
  expect((filters?.x ?? 0) + (filters?.width ?? 0)).toBeLessThanOrEqual(shared?.x ?? 0);
  await share.tap();
  await expect(page.getByRole('menu', { name: 'Share' })).toBeVisible();
});

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1024, height: 768 },
]) {
  test.describe(`under a finger, ${viewport.width} pixels wide,`, () => {
    test.use({ viewport });

    test('the list, its filters, a ticket and the overview', async ({ page, demo }) => {
      await page.goto(`${demo.url}/w/4201/tickets?perPage=25&status=-RESOLVED&priority=HIGH`);
      await expect(page.locator('[data-listed]').first()).toBeVisible();
      await expectForFingers(page);
      await page.getByRole('button', { name: 'Overview' }).tap();
      await expect(page.getByRole('slider')).toBeVisible();
      await expectForFingers(page);
      const filters = page.getByRole('button', { name: /^Filters/ });
      if (viewport.width < 820) await filters.tap();
      await expect(page.getByRole('group', { name: 'Priority' })).toBeVisible();
      await expectForFingers(page);
      await page.goto(`${demo.url}/w/4201/tickets?perPage=25`);
      await page.locator('[data-listed] a').first().tap();
      await expect(page.getByText('References')).toBeVisible();
      await expectForFingers(page);
    });

    test('people, handoffs, settings and a meeting', async ({ page, demo }) => {
      await page.goto(`${demo.url}/w/4201/people`);
      await expect(page.getByRole('table', { name: 'Open tickets by assignee' })).toBeVisible();
      await expectForFingers(page);
      await page.goto(`${demo.url}/w/4201/handoffs`);
      await expect(page.getByRole('table').first()).toBeVisible();
      await expectForFingers(page);
      await page.getByRole('button', { name: 'Settings (,)' }).tap();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectForFingers(page);
      await startMeeting(page, `${demo.url}/w/4201`, '?overdue=true&priority=CRITICAL');
      await expectForFingers(page);
    });

    test('a ticket’s values filter the list', async ({ page, demo }) => {
      await page.goto(`${demo.url}/w/4201/tickets?perPage=25`);
      await page
        .getByRole('button', { name: /^Filter by ticket/ })
        .first()
        .tap();
      const menu = page.getByRole('menu');
      await expect(menu).toBeVisible();
      await expectForFingers(page, menu);
      await menu.getByRole('group', { name: 'Status' }).getByRole('menuitem', { name: /^Not / }).tap();
      await expect(page).toHaveURL(/status=-/);
    });

    test('no name of a filter is cut', async ({ page, demo }) => {
      await page.goto(`${demo.url}/w/4201/tickets?perPage=25`);
      if (viewport.width < 820) await page.getByRole('button', { name: /^Filters/ }).tap();
      const names = page.getByRole('group', { name: 'Age' }).locator('bdi');
      await expect(names.last()).toBeVisible();
      const cut = await names.evaluateAll(
        (all) => all.filter((one) => one.scrollWidth > one.clientWidth).length,
      );
      expect(cut).toBe(0);
    });
  });
}
