import { goWithin } from './support/go-within.ts';
import { bar, box, cells, LIST, pageBox } from './support/table.ts';
import { expect, expectAccessibleInBothThemes, idsOnScreen, openQueue, test, total } from './support/test.ts';

test('rows, ranges and pages are selected over pages, until the filter changes, as is all that matches; axe finds nothing; a selection goes by keys, a row at a time, and becomes the list; a phone’s cards are chosen too', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}${LIST}`);
  const all = (await total(page)).toLocaleString('en');
  await box(page, 1).check();
  await box(page, 4).click({ modifiers: ['Shift'] });
  await expect(bar(page)).toContainText('4 selected');
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText('11–20 of');
  await pageBox(page).check();
  await expect(bar(page)).toContainText('14 selected');
  await page.getByRole('button', { name: 'Previous page' }).click();
  await expect(box(page, 2)).toBeChecked();
  await expect(box(page, 0)).not.toBeChecked();
  await page.getByRole('checkbox', { name: /^Escalated/ }).check();
  await expect(bar(page)).toBeHidden();
  await expect(page.getByText('The selection is cleared')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(bar(page)).toContainText('14 selected');
  await expect(page).not.toHaveURL(/ESCALATED/);
  await bar(page).getByRole('button', { name: 'Clear the selection' }).click();
  await expect(bar(page)).toBeHidden();

  await pageBox(page).check();
  await expect(bar(page)).toContainText('10 on this page selected');
  await cells(page, 'assignee').nth(2).hover();
  await expectAccessibleInBothThemes(page, 'main');
  await bar(page)
    .getByRole('button', { name: `Select all ${all} that match` })
    .click();
  await expect(bar(page)).toContainText(`All ${all} tickets that match are selected`);
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(box(page, 3)).toBeChecked();
  await box(page, 3).uncheck();
  await expect(bar(page)).toContainText('9 selected');

  await bar(page).getByRole('button', { name: 'Clear the selection' }).click();
  await goWithin(page, LIST);
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText('1–10 of');
  for (const key of ['j', 'x', 'J', 'J']) await page.keyboard.press(key);
  await expect(bar(page)).toContainText('3 selected');
  await page.keyboard.press('x');
  await expect(bar(page)).toContainText('2 selected');
  await page.keyboard.press('X');
  await expect(bar(page)).toBeHidden();

  const ids = await idsOnScreen(page);
  await box(page, 0).check();
  await box(page, 2).check();
  await bar(page).getByRole('button', { name: 'Show only these' }).click();
  await expect.poll(() => idsOnScreen(page)).toEqual([ids[0], ids[2]]);
  await expect.poll(() => total(page)).toBe(2);

  await goWithin(page, LIST);
  await expect.poll(() => idsOnScreen(page)).toEqual(ids);
  await expect(bar(page)).toBeHidden();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('list', { name: 'Tickets', exact: true })).toBeVisible();
  await box(page, 1).check();
  await expect(bar(page)).toContainText('1 selected');
  await expectAccessibleInBothThemes(page, '[aria-label="Selection"]');
});
