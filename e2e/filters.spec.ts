import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessibleInBothThemes,
  facetCount,
  idsOnScreen,
  openQueue,
  test,
  total,
} from './support/test.ts';

const box = (page: Page) => page.getByRole('combobox', { name: 'Search tickets' });
const chips = (page: Page) => page.getByRole('list', { name: 'Filters that are on' });
const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });
const tick = (page: Page, name: RegExp) => page.getByRole('checkbox', { name });
const age = (page: Page) => page.getByRole('group', { name: 'Age' });

/** The filters of the address, as pairs. */
const asked = (page: Page) => [...new URL(page.url()).searchParams];

test('“only” leaves one value, “not” keeps it out, and a second press takes either back', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  const all = await total(page);
  const resolved = await facetCount(page, /^Resolved/);
  const only = page.getByRole('button', { name: 'Only Resolved' });
  const not = page.getByRole('button', { name: 'Not Resolved', exact: true });
  await tick(page, /^Escalated/).check();
  await tick(page, /^Resolved/).hover();
  await only.click();
  await expect.poll(() => total(page)).toBe(resolved);
  await expect(only).toHaveAttribute('aria-pressed', 'true');
  await not.click();
  await expect(page).toHaveURL(/status=-RESOLVED$/);
  await expect(tick(page, /^Resolved kept out/)).not.toBeChecked();
  await expect(chips(page)).toContainText('StatusnotResolved');
  await expect(page.locator('tbody')).not.toContainText('Resolved');
  await not.click();
  await expect.poll(() => total(page)).toBe(all);
});

test('the keyboard alone walks the values, keeps one out and takes a range', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await tick(page, /^New/).focus();
  await page.keyboard.press('ArrowDown');
  await expect(tick(page, /^Open/)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Not Open', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/status=-OPEN/);
  await expect(page.getByRole('button', { name: 'Not Open', exact: true })).toBeFocused();

  await tick(page, /^3–7 days/).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(tick(page, /^30–90 days/)).toBeFocused();
  await expect(page).toHaveURL(/age=3-7&age=7-30&age=30-90/);
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page).not.toHaveURL(/age=30-90/);
});

test('a range of ages is drawn, or ends with a Shift-click', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  const row = (name: string) => age(page).getByText(name, { exact: true });
  const start = { position: { x: 8, y: 8 } };
  await row('1–3 days').hover(start);
  await page.mouse.down();
  await row('3–7 days').hover(start);
  await row('7–30 days').hover(start);
  await page.mouse.up();
  await expect
    .poll(() => asked(page))
    .toEqual([
      ['age', '1-3'],
      ['age', '3-7'],
      ['age', '7-30'],
    ]);
  await row('7–30 days').click(start);
  await row('90 days and more').click({ modifiers: ['Shift'], ...start });
  await expect
    .poll(() => asked(page))
    .toEqual([
      ['age', '7-30'],
      ['age', '30-90'],
      ['age', '90+'],
    ]);
  await age(page).getByRole('button', { name: 'Clear Age' }).click();
  await expect.poll(() => asked(page)).toEqual([]);
});

test('a facet folds and stays folded, and says how much of it is on', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?age=90%2B`);
  await age(page).getByRole('button', { name: 'Age', exact: true }).click();
  await expect(tick(page, /^90 days and more/)).toBeHidden();
  await expect(age(page).getByRole('button', { name: 'Clear Age' })).toContainText('1');
  await page.reload();
  await expect(tick(page, /^Escalated/)).toBeVisible();
  await expect(tick(page, /^90 days and more/)).toBeHidden();
});

test('typed, ticked and in the address is the same', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await page.keyboard.press('/');
  await page.keyboard.type('status:new,open -assignee:none overdue:yes moved:no order ');
  await expect
    .poll(() => asked(page))
    .toEqual([
      ['q', 'order'],
      ['overdue', 'true'],
      ['status', 'NEW'],
      ['status', 'OPEN'],
      ['assignee', '-none'],
      ['moved', 'false'],
    ]);
  await expect(tick(page, /^New/)).toBeChecked();
  await expect(tick(page, /^Open/)).toBeChecked();
  await expect(tick(page, /^Unassigned kept out/)).not.toBeChecked();
  await expect(page.getByLabel('Moved between segments')).toHaveValue('still');
  await tick(page, /^Open/).uncheck();
  await expect(box(page)).toHaveValue('status:new -assignee:none overdue:yes moved:no order');
  await page.getByRole('button', { name: 'Remove the filter Assignee: not Unassigned' }).click();
  await expect(box(page)).toHaveValue('status:new overdue:yes moved:no order');
  await page.goBack();
  await expect(box(page)).toHaveValue('status:new -assignee:none overdue:yes moved:no order');
  const rows = await idsOnScreen(page);
  await page.reload();
  await expect.poll(() => idsOnScreen(page)).toEqual(rows);
  await expect(box(page)).toHaveValue('status:new -assignee:none overdue:yes moved:no order');
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

test('a fault names the word, asks nothing, keeps the text, and is mended by a press', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await page.keyboard.press('/');
  await page.keyboard.type('stauts:new');
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
  await expect(suggestions(page).getByRole('option')).toHaveText(['-status:Where it stands']);
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
  await expect(page.getByRole('list', { name: 'Tickets' })).toBeVisible();
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
      ['q', '\u202Eevil: "quoted"'],
      ['type', word],
    ]);
  await expect(chips(page)).toContainText(word);
  await expect(box(page)).toHaveValue(`type:"${word}" \u202Eevil: """quoted"""`);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});

test('days are those of the reader’s zone, and a range that ends before it begins says so', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await page.getByRole('button', { name: 'Issued: any time' }).click();
  await page.getByLabel('From').fill('2026-03-29');
  await page.getByLabel('To, that day included').fill('2026-03-29');
  await expect
    .poll(() => asked(page))
    .toEqual([
      ['issuedFrom', '2026-03-28T23:00:00.000Z'],
      ['issuedTo', '2026-03-29T22:00:00.000Z'],
    ]);
  await expect(page.getByRole('dialog', { name: 'Issued' })).toContainText('Europe/Berlin');
  await expect(page.getByLabel('From')).toHaveValue('2026-03-29');
  await expect(box(page)).toHaveValue('issued:2026-03-29');
  await page.getByLabel('To, that day included').fill('2026-03-28');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('ends before it begins');
  await expect(page.getByRole('button', { name: /^Issued: 29 Mar 2026 to 28 Mar 2026/ })).toBeVisible();
});

test('an empty list tells what there is without each filter', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await page.goto(`${demo.url}/w/4201/tickets?assignee=nobody%40example.com`);
  await expect(page.getByRole('heading', { name: /^No ticket matches/ })).toBeVisible();
  const chip = page.getByRole('listitem').filter({ hasText: 'nobody@example.com' });
  const gain = Number((await chip.textContent())?.match(/([\d,]+) without it/)?.[1]?.replace(',', ''));
  await page.getByRole('button', { name: 'Remove the filter Assignee: nobody@example.com' }).click();
  await expect.poll(() => total(page)).toBe(gain);
});

test.describe('axe finds nothing', () => {
  // Wide enough that what opens over the page covers no button by half: a target is whole or not there.
  test.use({ viewport: { width: 1720, height: 900 } });

  test.beforeEach(async ({ page, demo }) => {
    await openQueue(page, `${demo.url}/w/4201/tickets?perPage=25&status=-RESOLVED&priority=HIGH`);
    await page.keyboard.press('/');
  });

  test('on completion', async ({ page }) => {
    await page.keyboard.type('assignee:a');
    await expect(suggestions(page)).toBeVisible();
    await expectAccessibleInBothThemes(page, 'header');
  });

  test('on faults', async ({ page }) => {
    await box(page).fill('stauts:new overdue:maybe');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessibleInBothThemes(page, 'header');
  });

  test('on what can be typed', async ({ page }) => {
    await page.getByRole('button', { name: 'What you can type' }).click();
    await expect(page.getByRole('dialog', { name: 'What you can type' })).toBeVisible();
    await expectAccessibleInBothThemes(page, '[role="dialog"]');
  });
});
