import type { Page } from '@playwright/test';
import { numberIn } from './support/numbers.ts';
import { expect, facetCount, idsOnScreen, listed, openQueue, test, total } from './support/test.ts';

const box = (page: Page) => page.getByRole('combobox', { name: 'Search tickets' });
const chips = (page: Page) => page.getByRole('list', { name: 'Filters that are on' });
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
  await expect(tick(page, /^Resolved excluded/)).not.toBeChecked();
  await expect(chips(page)).toContainText('StatusnotResolved');
  await expect(page.getByRole('table', { name: 'Tickets' })).not.toContainText('Resolved');
  await not.click();
  await expect.poll(() => total(page)).toBe(all);
});

test('the keyboard alone walks the values, keeps one out and takes a range', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await tick(page, /^New/).focus();
  await page.keyboard.press('ArrowDown');
  await expect(tick(page, /^Open/)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
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
  await expect(page.getByRole('heading', { name: /^No tickets match/ })).toBeVisible();
  const chip = page.getByRole('list', { name: 'Filters to do without' }).getByRole('listitem');
  const gain = numberIn(/[\d,]+(?= without it)/.exec((await chip.textContent()) ?? '')?.[0] ?? null);
  await page.getByRole('button', { name: 'Without the filter Assignee: nobody@example.com' }).click();
  await expect.poll(() => total(page)).toBe(gain);
});

test('an empty list offers a deleted ticket where nothing else matches', async ({ page, demo }) => {
  const {
    ids: [deleted],
  } = await listed(page, `${demo.url}/api/workspaces/4201/tickets?deleted=only&perPage=1`);
  await page.goto(`${demo.url}/w/4201/tickets?status=-RESOLVED&q=%23${deleted}`);
  await page.getByRole('button', { name: 'Show 1 deleted match' }).click();
  await expect.poll(() => idsOnScreen(page)).toEqual([deleted]);
  await expect(page).toHaveURL(/deleted=include/);
});

test('a long name of the workspace gives way before a filter in the search box is cut', async ({
  page,
  demo,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.route('**/api/workspaces', async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    const workspaces = [{ id: '4201', name: 'City services and public works' }];
    await route.fulfill({ response, json: { ...answer, workspaces } });
  });
  // With the button of whoever is signed in there is the least room.
  await page.route('**/api/me', async (route) => {
    const response = await route.fetch();
    const user = { id: 'anna', name: 'Anna', email: null };
    await route.fulfill({ response, json: { ...(await response.json()), access: 'proxy', user } });
  });
  await openQueue(page, `${demo.url}/w/4201/tickets?status=-RESOLVED`);
  await expect(page.getByRole('button', { name: 'Account of Anna' })).toBeVisible();
  await expect(chips(page).getByRole('button', { name: /^Remove the filter Status/ })).toBeInViewport({
    ratio: 1,
  });
  await expect(page.getByRole('button', { name: /more: edit all filters/ })).toHaveCount(0);
});
