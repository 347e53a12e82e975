import { goWithin } from './support/go-within.ts';
import { expect, facetCount, idsOnScreen, listed, openQueue, test, total } from './support/test.ts';

test('the first screen shows open tickets, the late and urgent first, and that it is a demo; the address is the view: Back, forward and a reload show the same, a change of a view too, and a chosen theme holds; another workspace is another list', async ({
  page,
  demo,
}) => {
  await openQueue(page, demo.url);
  await expect(page).toHaveTitle(/^Open tickets · /);
  expect(new URL(page.url()).search).toBe('?status=-RESOLVED');
  await expect(page.getByText('Demo data')).toBeVisible();
  const first = page.locator('tr[data-listed]').first();
  await expect(first).toContainText('Overdue');
  await expect(first).toContainText('Critical');
  await expect(page.getByRole('table', { name: 'Tickets' })).not.toContainText('Resolved');
  await expect(page.getByRole('region', { name: 'State of the data' })).toContainText(/Updated .* ago/);

  const start = await idsOnScreen(page);
  await page.getByRole('checkbox', { name: /^Escalated/ }).check();
  await expect(page).toHaveURL(/status=ESCALATED/);
  await expect.poll(() => idsOnScreen(page)).not.toEqual(start);
  const filtered = await idsOnScreen(page);
  const view = page.getByRole('heading', { level: 1 }).getByRole('button');
  await expect(view).toHaveText('Open tickets · changed');
  await page.goBack();
  await expect.poll(() => idsOnScreen(page)).toEqual(start);
  await expect(page.getByRole('checkbox', { name: /^Escalated/ })).not.toBeChecked();
  await page.goForward();
  await expect.poll(() => idsOnScreen(page)).toEqual(filtered);
  await page.getByRole('button', { name: 'Theme: system' }).click();
  await page.getByRole('button', { name: 'Theme: light' }).click();
  const dark = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await expect.poll(dark).toBe('dark');
  await page.reload();
  expect(await dark()).toBe('dark');
  await expect.poll(() => idsOnScreen(page)).toEqual(filtered);
  await expect(view).toHaveText('Open tickets · changed');

  await page.getByRole('combobox', { name: 'Workspace' }).selectOption({ index: 1 });
  await expect(page).toHaveURL(/\/w\/4202\/tickets\?status=-RESOLVED$/);
  const theirs = await listed(page, `${demo.url}/api/workspaces/4202/tickets?status=-RESOLVED`);
  await expect.poll(() => total(page)).toBe(theirs.total);
  expect(await idsOnScreen(page)).toEqual(theirs.ids);
});

test('a head sorts all pages by the server, Shift adds a key; pages are turned and sized, and say where they are; a filter shows as many tickets as its facet said, and is a chip; days and words filter as well', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  const head = (name: string) => page.getByRole('columnheader', { name });
  await head('ID').getByRole('button').click();
  await expect(head('ID')).toHaveAttribute('aria-sort', 'descending');
  // The highest of all tickets, not of those that were on the page.
  const { ids } = await listed(page, `${demo.url}/api/workspaces/4201/tickets?perPage=200&sort=-createdAt`);
  const highest = ids.sort((a, b) => b - a).slice(0, 50);
  expect(await idsOnScreen(page)).toEqual(highest);
  await head('Priority').getByRole('button').click();
  await head('Assignee')
    .getByRole('button')
    .click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/sort=-priority%2Cassignee/);
  await expect(head('Priority')).toContainText('1');
  await expect(head('Assignee')).toContainText('2');

  const pages = page.getByRole('navigation', { name: 'Pages' });
  const count = await total(page);
  const all = count.toLocaleString('en');
  const first = await idsOnScreen(page);
  await pages.getByRole('button', { name: 'Next page' }).click();
  await expect(pages).toContainText(`51–100 of ${all}`);
  const second = await idsOnScreen(page);
  expect(second).toHaveLength(50);
  expect(second.filter((id) => first.includes(id))).toEqual([]);
  await pages.getByRole('button', { name: 'Last page' }).click();
  await expect(pages.getByRole('button', { name: 'Next page' })).toBeDisabled();
  await pages.getByLabel('Rows').selectOption('200');
  await expect(pages).toContainText(`1–200 of ${all}`);
  await expect(page.locator('tr[data-listed]')).toHaveCount(200);

  // Fewer rows, which are sooner drawn anew.
  await goWithin(page, '/w/4201/tickets?perPage=10');
  await expect(page.locator('tr[data-listed]')).toHaveCount(10);
  await page.getByRole('button', { name: /^Assignee \d+ values/ }).click();
  for (const name of [/^Escalated/, /^Unassigned/, /^90 days and more/]) {
    const option = page.getByRole('checkbox', { name });
    const promised = await facetCount(page, name);
    await option.check();
    await expect.poll(() => total(page)).toBe(promised);
    await option.uncheck();
    await expect.poll(() => total(page)).toBe(count);
  }

  await test.step('chips go one by one or all at once', async () => {
    const high = await facetCount(page, /^High/);
    await page.getByRole('checkbox', { name: /^Overdue/ }).check();
    await page.getByRole('checkbox', { name: /^High/ }).check();
    await expect.poll(() => total(page)).toBeLessThan(high);
    await page.getByRole('button', { name: 'Remove the filter Overdue' }).click();
    await expect.poll(() => total(page)).toBe(high);
    await expect(page.getByRole('checkbox', { name: /^Overdue/ })).not.toBeChecked();
    await expect(page.getByRole('checkbox', { name: /^High/ })).toBeChecked();
    await page.getByRole('button', { name: 'Clear the search and all filters' }).click();
    await expect.poll(() => total(page)).toBe(count);
    expect(new URL(page.url()).search).toBe('?perPage=10');
  });

  await test.step('a search finds words whatever their case and accents, and a chip takes it back', async () => {
    await page.getByRole('combobox', { name: 'Search tickets' }).blur();
    await page.keyboard.press('/');
    await page.keyboard.type('MULLER');
    await expect(page).toHaveURL(/q=MULLER/);
    const { ids } = await listed(page, `${demo.url}/api/workspaces/4201/tickets?q=M%C3%BCller&perPage=10`);
    expect(ids.length).toBeGreaterThan(0);
    await expect.poll(() => idsOnScreen(page)).toEqual(ids);
    await expect(page.locator('tr[data-listed]').first()).toContainText(/müller/i);
    await page.getByRole('combobox', { name: 'Search tickets' }).blur();
    await page.getByRole('button', { name: 'Remove the filter Search: MULLER' }).click();
    await expect(page.getByRole('combobox', { name: 'Search tickets' })).toHaveValue('');
    await expect.poll(() => total(page)).toBe(count);
  });

  await test.step('days are chosen ready-made or by hand', async () => {
    await page.getByRole('button', { name: /^Issued:/ }).click();
    await page.getByRole('button', { name: 'Last 30 days' }).click();
    await expect.poll(() => total(page)).toBeLessThan(count);
    await expect(page).toHaveURL(/issuedFrom=today-29/);
    await page.getByRole('button', { name: /^Issued:/ }).click();
    await page.getByLabel('To, that day included').fill('2000-01-01');
    await expect(page.getByRole('heading', { name: 'No tickets match' })).toBeVisible();
  });
});
