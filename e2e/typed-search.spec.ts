import type { Page } from '@playwright/test';
import { expect, expectAccessibleInBothThemes, idsOnScreen, openQueue, test } from './support/test.ts';

const box = (page: Page) => page.getByRole('combobox', { name: 'Search tickets' });
const chips = (page: Page) => page.getByRole('list', { name: 'Filters that are on' });
const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });
const tick = (page: Page, name: RegExp) => page.getByRole('checkbox', { name });
/** The filters of the address, as pairs. */
const asked = (page: Page) => [...new URL(page.url()).searchParams];

test('typed, ticked and in the address is the same', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
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
});

test('the search key takes up the words and leaves the filters, and one search is one step back', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?status=NEW`);
  await page.keyboard.press('/');
  await page.keyboard.type('order');
  await expect
    .poll(() => asked(page))
    .toEqual([
      ['q', 'order'],
      ['status', 'NEW'],
    ]);
  await page.keyboard.type('s');
  await expect(page).toHaveURL(/q=orders/);
  await page.keyboard.press('Enter');
  await box(page).blur();
  await page.keyboard.press('/');
  await page.keyboard.type('lamp');
  await expect(page).toHaveURL(/q=lamp&status=NEW/);
  await page.goBack();
  await expect(page).toHaveURL(/q=orders/);
  await page.goBack();
  await expect.poll(() => asked(page)).toEqual([['status', 'NEW']]);
});

test('Escape leaves the box to the keys of the list, and what was typed stays', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await page.keyboard.press('/');
  await page.keyboard.type('order');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=order/);
  await page.keyboard.press('Escape');
  await expect(box(page)).not.toBeFocused();
  await expect(box(page)).toHaveValue('order');
  await page.keyboard.press('j');
  await expect(page.locator('[data-listed]').getByRole('link').first()).toBeFocused();
});

test('a fault names the word, asks nothing, keeps the text, and is mended by a press', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await page.keyboard.press('/');
  await page.keyboard.type('sta');
  // What understands the text is there now: what it has to say comes with each letter.
  await expect(suggestions(page)).toBeVisible();
  await page.keyboard.type('uts:new');
  // The word may not be all typed yet.
  await expect(page.getByRole('alert')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('“stauts” is no filter.');
  await expect(box(page)).toHaveAttribute('aria-invalid', 'true');
  expect(asked(page)).toEqual([]);
  await box(page).blur();
  await expect(box(page)).toHaveValue('stauts:new');
  await page.getByRole('button', { name: 'Use status:new' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(page).toHaveURL(/status=NEW/);
  await expect(box(page)).toBeFocused();

  await page.keyboard.type(' overdue:maybe');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('“overdue” takes yes or no; “maybe” is not that.');
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('status:new');
  await expect(page.getByRole('alert')).toBeHidden();
});

test('the box is cleared at once, words and filters, and Back brings them again', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?status=NEW&q=order`);
  await page.getByRole('button', { name: 'Clear the search and all filters' }).click();
  await expect.poll(() => asked(page)).toEqual([]);
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('');
  await page.goBack();
  await expect(box(page)).toHaveValue('status:new order');
});

test('keys and values are completed by the keyboard alone', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await page.keyboard.press('/');
  await page.keyboard.type('-stat');
  await expect(suggestions(page).getByRole('option')).toHaveText(['-status:Status']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(box(page)).toHaveValue('-status:');
  await expect(suggestions(page).getByRole('option', { name: /^Resolved/ })).toBeVisible();
  await page.keyboard.type('res');
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('-status:resolved');
  await expect(suggestions(page)).toBeHidden();
  await expect(page).toHaveURL(/status=-RESOLVED/);

  await page.keyboard.type(' assignee:una');
  await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
  const active = await box(page).getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toHaveText(/^Unassigned/);
  await page.keyboard.press('Escape');
  await expect(suggestions(page)).toBeHidden();
  await expect(box(page)).toHaveValue('-status:resolved assignee:una');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('-status:resolved assignee:none');
});

test('a phone completes by touch', async ({ page, demo }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${demo.url}/w/4201/tickets`);
  await expect(page.getByRole('list', { name: 'Tickets', exact: true })).toBeVisible();
  await box(page).click();
  await page.keyboard.type('priority:');
  await suggestions(page)
    .getByRole('option', { name: /^Critical/ })
    .click();
  await expect(box(page)).toHaveValue('priority:critical');
  await expect(box(page)).toBeFocused();
  await expect(page).toHaveURL(/priority=CRITICAL/);
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBe(0);
});

test('what is hostile in a value or a word stays a text on its way through box, address and chips', async ({
  page,
  demo,
}) => {
  const word = '<img src=x onerror=alert(1)>';
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await box(page).fill(`type:"${word}" "\u202Eevil: ""quoted"""`);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => asked(page))
    .toEqual([
      ['q', '"\u202Eevil: ""quoted"""'],
      ['type', word],
    ]);
  await expect(chips(page)).toContainText(word);
  await expect(box(page)).toHaveValue(`type:"${word}" "\u202Eevil: ""quoted"""`);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});

test.describe('in a wide window', () => {
  // What opens over the page covers no button by half there: a target is whole or not there.
  test.use({ viewport: { width: 1720, height: 900 } });

  test('axe finds nothing on completion, on faults and on what can be typed', async ({ page, demo }) => {
    await openQueue(page, `${demo.url}/w/4201/tickets?perPage=25&status=-RESOLVED&priority=HIGH`);
    await page.keyboard.press('/');
    await page.keyboard.type('assignee:a');
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
});
