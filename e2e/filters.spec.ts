import type { Page } from '@playwright/test';
import { LIST } from './support/table.ts';
import { expect, facetCount, openQueue, test, total } from './support/test.ts';

const chips = (page: Page) => page.getByRole('list', { name: 'Filters that are on' });
const tick = (page: Page, name: RegExp) => page.getByRole('checkbox', { name });
const age = (page: Page) => page.getByRole('group', { name: 'Age' });
/** The filters of the address, as pairs. */
const asked = (page: Page) => [...new URL(page.url()).searchParams].filter(([name]) => name !== 'perPage');

test('“only” leaves one value, “not” keeps it out, and a second press takes either back; a range of ages is drawn, or ends with a Shift-click', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}${LIST}`);
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
  await expect(page).toHaveURL(/status=-RESOLVED&perPage=10$/);
  await expect(tick(page, /^Resolved excluded/)).not.toBeChecked();
  await expect(chips(page)).toContainText('StatusnotResolved');
  await expect(page.getByRole('table', { name: 'Tickets' })).not.toContainText('Resolved');
  await not.click();
  await expect.poll(() => total(page)).toBe(all);

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
  await openQueue(page, `${demo.url}/w/4201/tickets?status=-RESOLVED&perPage=10`);
  await expect(page.getByRole('button', { name: 'Account of Anna' })).toBeVisible();
  await expect(chips(page).getByRole('button', { name: /^Remove the filter Status/ })).toBeInViewport({
    ratio: 1,
  });
  await expect(page.getByRole('button', { name: /more: edit all filters/ })).toHaveCount(0);
});
