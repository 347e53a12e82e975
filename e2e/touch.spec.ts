import type { Page } from '@playwright/test';
import { smallFields, smallTargets } from './support/fingers.ts';
import { goWithin } from './support/go-within.ts';
import { expectReady } from './support/meeting.ts';
import { expect, test } from './support/test.ts';

test.use({ hasTouch: true, isMobile: true });

async function expectForFingers(page: Page, part = page.locator('body')): Promise<void> {
  expect(await smallFields(part)).toEqual([]);
  expect(await smallTargets(part)).toEqual([]);
}

/** Asserts that sharing is in sight without pushing the tools sideways, and covers no filter. */
async function expectSharingInSight(page: Page): Promise<void> {
  const share = page.getByRole('button', { name: 'Share' });
  await expect(share).toBeInViewport({ ratio: 1 });
  const [filters, shared] = await Promise.all([
    page.getByRole('button', { name: /^Filters/ }).boundingBox(),
    share.boundingBox(),
  ]);
  expect((filters?.x ?? 0) + (filters?.width ?? 0)).toBeLessThanOrEqual(shared?.x ?? 0);
  await share.tap();
  await expect(page.getByRole('menu', { name: 'Share' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

/** On a phone the filters are a sheet over the list. */
const WINDOWS = [
  { width: 390, height: 844, isPhone: true },
  { width: 1024, height: 768, isPhone: false },
];

for (const { width, height, isPhone } of WINDOWS) {
  test.describe(`${width} pixels wide,`, () => {
    test.use({ viewport: { width, height } });

    test('the list, sharing, filters, a ticket’s values, a ticket, the overview, people, handoffs, settings and a meeting are for fingers', async ({
      page,
      demo,
    }) => {
      await page.goto(`${demo.url}/w/4201/tickets?perPage=10&status=-RESOLVED&priority=HIGH`);
      await expect(page.locator('[data-listed]').first()).toBeVisible();

      await expectSharingInSight(page);
      await expectForFingers(page);

      await test.step('no name of a filter is cut', async () => {
        if (isPhone) await page.getByRole('button', { name: /^Filters/ }).tap();
        await expect(page.getByRole('group', { name: 'Priority' })).toBeVisible();
        await expectForFingers(page);
        const names = page.getByRole('group', { name: 'Age' }).locator('bdi');
        await expect(names.last()).toBeVisible();
        const cut = await names.evaluateAll(
          (all) => all.filter((one) => one.scrollWidth > one.clientWidth).length,
        );
        expect(cut).toBe(0);
        if (isPhone) await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      });

      await test.step('a ticket’s values filter the list', async () => {
        await page
          .getByRole('button', { name: /^Filter by ticket/ })
          .first()
          .tap();
        const menu = page.getByRole('menu');
        await expect(menu).toBeVisible();
        await expectForFingers(page, menu);
        await menu.getByRole('group', { name: 'Status' }).getByRole('menuitem', { name: /^Not / }).tap();
        await expect(page).toHaveURL(/status=-.*status=-/);
      });

      await page.locator('[data-listed] a').first().tap();
      await expect(page.getByText('References')).toBeVisible();
      await expectForFingers(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Overview' }).tap();
      await expect(page.getByRole('slider')).toBeVisible();
      await expectForFingers(page);

      const go = (name: string) => page.getByRole('link', { name, exact: true }).tap();
      await goWithin(page, '/w/4201/people?overdue=true&priority=CRITICAL');
      await expect(page.getByRole('table', { name: 'Open tickets by assignee' })).toBeVisible();
      await expectForFingers(page);
      await go('Handoffs');
      await expect(page.getByRole('table', { name: 'Open tickets by assignee' })).toBeHidden();
      await expect(page.getByRole('table').first()).toBeVisible();
      await expectForFingers(page);
      await page.getByRole('button', { name: 'Settings (,)' }).tap();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectForFingers(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await go('Triage');
      await page.getByRole('button', { name: /^Start with \d+ tickets?$/ }).tap();
      await expectReady(page);
      await expectForFingers(page);
    });
  });
}
