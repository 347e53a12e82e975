import type { Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { expect, expectAccessibleInBothThemes, idsOnScreen, openQueue, test } from './support/test.ts';

const box = (page: Page) => page.getByRole('combobox', { name: 'Search tickets' });
const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });
const tick = (page: Page, name: RegExp) => page.getByRole('checkbox', { name });
/** The filters of the address, as pairs. */
const asked = (page: Page) => [...new URL(page.url()).searchParams].filter(([name]) => name !== 'perPage');

test('typed, ticked and in the address is the same; a phone completes by touch; axe finds nothing on completion, on faults and on what can be typed', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=10`);
  await page.keyboard.press('/');
  await page.keyboard.type('status:new,open -assignee:none overdue:yes moved:no order ');
  await expect
    .poll(() => asked(page))
    .toEqual([
      ['q', 'order'],
      ['overdue', 'true'],
      ['moved', 'false'],
      ['status', 'NEW'],
      ['status', 'OPEN'],
      ['assignee', '-none'],
    ]);
  await expect(tick(page, /^New/)).toBeChecked();
  await expect(tick(page, /^Open/)).toBeChecked();
  await page.getByRole('button', { name: /^Assignee \d+ values/ }).click();
  await expect(tick(page, /^Unassigned excluded/)).not.toBeChecked();
  await expect(page.getByRole('radio', { name: 'Not moved' })).toBeChecked();
  await tick(page, /^New/).uncheck();
  await expect(box(page)).toHaveValue('status:open -assignee:none overdue:yes moved:no order');
  await page.getByRole('button', { name: 'Remove the filter Assignee: not Unassigned' }).click();
  await expect(box(page)).toHaveValue('status:open overdue:yes moved:no order');
  await page.goBack();
  await expect(box(page)).toHaveValue('status:open -assignee:none overdue:yes moved:no order');
  const rows = await idsOnScreen(page);
  expect(rows).not.toEqual([]);
  await page.reload();
  await expect.poll(() => idsOnScreen(page)).toEqual(rows);
  await expect(box(page)).toHaveValue('status:open -assignee:none overdue:yes moved:no order');

  await page.setViewportSize({ width: 390, height: 844 });
  await goWithin(page, '/w/4201/tickets?perPage=10');
  await expect(page.getByRole('list', { name: 'Tickets', exact: true })).toBeVisible();
  await expect(box(page)).toHaveValue('');
  await box(page).click();
  await page.keyboard.type('priority:');
  await suggestions(page)
    .getByRole('option', { name: /^Critical/ })
    .click();
  await expect(box(page)).toHaveValue('priority:critical');
  await expect(box(page)).toBeFocused();
  await expect(page).toHaveURL(/priority=CRITICAL/);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);

  // What opens over the page covers no button by half in a wide window: a target is whole or not there.
  await page.setViewportSize({ width: 1720, height: 900 });
  await expect(page.getByRole('table', { name: 'Tickets' })).toBeVisible();
  await page.keyboard.type(' -status:resolved assignee:a');
  await expect(suggestions(page)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'header');
  await box(page).fill('stauts:new overdue:maybe');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'header');
  await page.getByRole('button', { name: 'What you can type' }).click();
  await expect(page.getByRole('dialog', { name: 'What you can type' })).toBeVisible();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
});
