import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessibleInBothThemes, openQueue, test, total } from './support/test.ts';

const TILES = ['Overdue', 'Critical and high', 'Escalated', 'Unassigned', 'New in 24 hours'];

/** The first number in a text. */
function numberIn(text: string | null): number {
  const [digits] = /[\d,]+/.exec(text ?? '') ?? [];
  if (digits === undefined) throw new Error(`There is no number in "${text}".`);
  return Number(digits.replaceAll(',', ''));
}

/** The number that a tile has after its words. */
function tileNumber(text: string | null): number {
  return numberIn(/[\d,]+$/.exec(text?.trim() ?? '')?.[0] ?? null);
}

/** How many tickets an element says that it shows: the number before the word. */
function promised(name: string | null): number {
  const [, digits] = /([\d,]+) (?:[a-z ]+ )?tickets?/.exec(name ?? '') ?? [];
  return numberIn(digits ?? null);
}

const tile = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'Open tickets' })
    .getByRole('button', { name: new RegExp(`^${name} [\\d,]+`) });

async function openOverview(page: Page, url: string): Promise<{ grid: Locator; chart: Locator }> {
  await openQueue(page, url);
  const grid = page.getByRole('grid', { name: 'Tickets by priority and age' });
  if (!(await grid.isVisible())) await page.getByRole('button', { name: 'Overview' }).click();
  await expect(grid).toBeVisible();
  const chart = page.getByRole('slider', { name: /^Issued over time/ });
  await expect(chart).toBeVisible();
  return { grid, chart };
}

/** Follows a link and compares the list with what the link said. */
async function follow(page: Page, link: Locator, count: number): Promise<void> {
  const from = page.url();
  await link.click();
  await expect(page).toHaveURL(/\/tickets/);
  await expect.poll(() => total(page)).toBe(count);
  await page.goto(from);
}

for (const filters of ['', '?status=NEW', '?priority=LOW&status=RESOLVED', '?q=order&overdue=false']) {
  test(`every tile keeps its promise over ${filters || 'all tickets'}`, async ({ page, demo }) => {
    await openQueue(page, `${demo.url}/w/4201/tickets`);
    await page.goto(`${demo.url}/w/4201/tickets${filters}`);
    const from = page.url();
    for (const name of TILES) {
      await expect(page.getByRole('list', { name: 'Open tickets' })).toHaveAttribute('data-turning', 'false');
      await expect(tile(page, name)).toHaveAttribute('aria-pressed', 'false');
      const count = tileNumber(await tile(page, name).textContent());
      await tile(page, name).click();
      await expect(tile(page, name)).toHaveAttribute('aria-pressed', 'true');
      await expect.poll(() => total(page)).toBe(count);
      await tile(page, name).click();
      await expect(tile(page, name)).toHaveAttribute('aria-pressed', 'false');
      await page.goBack();
      await page.goBack();
      await expect(page).toHaveURL(from);
    }
  });
}

test('what has happened since the last visit is counted, shown alone and marked as seen', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await expect(page.getByRole('button', { name: /^New or changed/ })).toBeHidden();
  await page.evaluate(() => {
    const since = new Date(Date.now() - 20 * 86_400_000).toISOString();
    const visit = { since, seenUpTo: since, activeAt: Date.now() };
    localStorage.setItem('loopdesk.visits', JSON.stringify({ 4201: visit }));
  });
  await page.reload();
  const news = page.getByRole('button', { name: /^New or changed [\d,]+ since/ });
  const count = numberIn(await news.textContent());
  expect(count).toBeGreaterThan(0);
  await news.click();
  await expect.poll(() => total(page)).toBe(count);
  await page.getByRole('button', { name: 'Mark all as seen' }).click();
  await expect(page.getByRole('button', { name: /^New or changed 0 since/ })).toBeVisible();
  await expect(page).not.toHaveURL(/changedSince/);
});

test('cells and heads of the grid show as many tickets as they say', async ({ page, demo }) => {
  const { grid } = await openOverview(page, `${demo.url}/w/4201/tickets?status=-RESOLVED`);
  const places = ['0 5', '2 3', '4 5', '1 -1', '-1 4', '-1 -1'];
  for (const place of places) {
    const cell = grid.locator(`[data-place="${place}"]`);
    const count = promised(await cell.getAttribute('aria-label'));
    await cell.click();
    await expect.poll(() => total(page)).toBe(count);
  }
});

test('a chosen cell leaves its neighbours’ numbers, and gives way when pressed again', async ({
  page,
  demo,
}) => {
  const { grid } = await openOverview(page, `${demo.url}/w/4201/tickets`);
  const before = await total(page);
  const [cell, neighbour] = [grid.locator('[data-place="1 5"]'), grid.locator('[data-place="2 4"]')];
  const words = (await neighbour.getAttribute('aria-label')) ?? '';
  await cell.click();
  await expect(cell).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/priority=HIGH&age=90/);
  await expect(neighbour).toHaveAttribute('aria-label', words);
  await cell.click();
  await expect.poll(() => total(page)).toBe(before);
});

test('dragging over the grid, and Shift with a click, choose several ages', async ({ page, demo }) => {
  const { grid } = await openOverview(page, `${demo.url}/w/4201/tickets`);
  const at = (place: string) => grid.locator(`[data-place="${place}"]`);
  await at('1 3').hover();
  await page.mouse.down();
  await at('1 4').hover();
  await at('1 5').hover();
  const count = promised(await page.getByText(/^High, 7–30 days to 90 days and more/).textContent());
  await page.mouse.up();
  await expect(page).toHaveURL(/priority=HIGH&age=7-30&age=30-90&age=90%2B$/);
  await expect.poll(() => total(page)).toBe(count);
  await at('2 0').click();
  await at('2 2').click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/priority=MEDIUM&age=0-1&age=1-3&age=3-7$/);
});

test('the keyboard alone walks the grid and chooses a range', async ({ page, demo }) => {
  const { grid } = await openOverview(page, `${demo.url}/w/4201/tickets`);
  await page.keyboard.press('o');
  await expect(grid).toBeHidden();
  await page.keyboard.press('o');
  await grid.locator('[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowRight');
  const count = promised(await page.getByText(/^High, 30–90 days to 90 days and more/).textContent());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/priority=HIGH&age=30-90&age=90%2B$/);
  await expect.poll(() => total(page)).toBe(count);
  await expect(grid.locator('[data-place="1 5"]')).toBeFocused();
});

test('a bar, and bars that were dragged over, show as many tickets as they say', async ({ page, demo }) => {
  const { chart } = await openOverview(page, `${demo.url}/w/4201/tickets?priority=HIGH&priority=LOW`);
  const all = await total(page);
  expect(promised(await chart.getAttribute('aria-valuetext'))).toBe(all);
  const box = await chart.boundingBox();
  if (box === null) throw new Error('The chart has no place on the screen.');
  const y = box.y + box.height / 2;

  await page.mouse.move(box.x + box.width * 0.7, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, y);
  await expect(chart).toHaveAttribute('aria-valuetext', / to /);
  const several = promised(await chart.getAttribute('aria-valuetext'));
  await page.mouse.up();
  await expect.poll(() => total(page)).toBe(several);
  await expect(page).toHaveURL(/issuedFrom=.*issuedTo=/);

  await expect(chart).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`: ${several.toLocaleString('en')} tickets`),
  );
  await page.mouse.move(box.x + box.width * 0.5, y);
  const one = promised(await chart.getAttribute('aria-valuetext'));
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(() => total(page)).toBe(one);

  await page.getByRole('button', { name: 'All dates' }).click();
  await expect.poll(() => total(page)).toBe(all);
});

test('the keyboard alone chooses spans of the chart', async ({ page, demo }) => {
  const { chart } = await openOverview(page, `${demo.url}/w/4201/tickets`);
  await chart.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  const count = promised(await chart.getAttribute('aria-valuetext'));
  await page.keyboard.press('Enter');
  await expect.poll(() => total(page)).toBe(count);
  await expect(chart).toBeFocused();
});

test('people’s numbers lead to as many tickets', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await page.goto(`${demo.url}/w/4201/people?priority=HIGH&priority=MEDIUM`);
  const table = page.getByRole('table', { name: 'Open tickets by assignee' });
  const rows = table.getByRole('row');
  for (const row of [1, 3, -1]) {
    for (const column of [1, 2, 3]) {
      const link = rows
        .nth(row)
        .getByRole('cell')
        .nth(column - 1)
        .getByRole('link');
      await expect(rows.nth(1)).toBeVisible();
      if ((await link.count()) > 0) await follow(page, link, numberIn(await link.textContent()));
    }
  }
  await rows.nth(1).getByRole('link').last().click();
  await expect(page).toHaveURL(/sort=issueDate/);
});

test('people sort by each head and are found by name', async ({ page, demo }) => {
  await page.goto(`${demo.url}/w/4201/people`);
  const table = page.getByRole('table', { name: 'Open tickets by assignee' });
  const column = async (index: number) => {
    const cells = await table.locator(`tbody tr > *:nth-child(${index})`).allTextContents();
    return cells.map((text) => numberIn(text));
  };
  await expect(table.getByRole('columnheader', { name: 'Overdue' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  const overdue = await column(3);
  expect(overdue).toEqual(overdue.toSorted((a, b) => b - a));
  await table.getByRole('button', { name: 'Open', exact: true }).click();
  const open = await column(2);
  expect(open).toEqual(open.toSorted((a, b) => b - a));
  await page.getByRole('textbox', { name: 'Find a person' }).fill('jonas');
  await expect(table.locator('tbody tr')).toHaveCount(1);
});

test('flows, the matrix and the sentence lead to as many tickets', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await page.goto(`${demo.url}/w/4201/movement`);
  const sentence = page.getByText(/moved to another segment/);
  for (const link of [sentence.getByRole('link').first(), sentence.getByRole('link').last()]) {
    await follow(page, link, numberIn(await link.textContent()));
  }
  const flows = page.getByRole('list').filter({ hasText: '→' }).getByRole('link');
  for (const flow of [flows.first(), flows.nth(7)]) {
    const [digits] = /\d+$/.exec((await flow.textContent()) ?? '') ?? [];
    await follow(page, flow, Number(digits));
  }
  const matrix = page.getByRole('region', { name: 'Tickets by origin and current segment' });
  for (const cell of [
    matrix.getByRole('link', { name: /stayed/ }).first(),
    matrix.getByRole('link').nth(9),
  ]) {
    await follow(page, cell, numberIn(await cell.textContent()));
  }
  await page.getByRole('button', { name: 'Open tickets only' }).click();
  await expect(page).toHaveURL(/movement\?status=-RESOLVED/);
});

test('what cannot be counted says so, in its place, and comes back by itself', async ({ page, demo }) => {
  await page.route('**/summary?**', (route) => route.abort());
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await page.getByRole('button', { name: 'Overview' }).click();
  const overview = page.getByRole('region', { name: 'Overview' });
  await expect(overview.getByText(/could not be counted/)).toHaveCount(2);
  await page.unroute('**/summary?**');
  await expect(overview.getByRole('grid')).toBeVisible();
});

test('axe finds nothing on the overview', async ({ page, demo }) => {
  await openOverview(page, `${demo.url}/w/4201/tickets?perPage=25&priority=HIGH&age=90%2B&status=-RESOLVED`);
  await expectAccessibleInBothThemes(page);
});

test('axe finds nothing on the people', async ({ page, demo }) => {
  await page.goto(`${demo.url}/w/4201/people`);
  await expect(page.getByRole('table', { name: 'Open tickets by assignee' })).toBeVisible();
  await expectAccessibleInBothThemes(page);
});

test('axe finds nothing on the movement', async ({ page, demo }) => {
  await page.goto(`${demo.url}/w/4201/movement?status=-RESOLVED`);
  await expect(page.getByRole('region', { name: /^Tickets by origin/ })).toBeVisible();
  await expectAccessibleInBothThemes(page);
});

for (const screen of ['tickets', 'people', 'movement']) {
  test(`the page of ${screen} is no wider than a narrow phone`, async ({ page, demo }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`${demo.url}/w/4201/${screen}`);
    if (screen === 'tickets') await page.getByRole('button', { name: 'Overview' }).click();
    const shown = { tickets: 'grid', people: 'table', movement: 'region' } as const;
    await expect(page.getByRole(shown[screen as keyof typeof shown]).last()).toBeVisible();
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
  });
}
