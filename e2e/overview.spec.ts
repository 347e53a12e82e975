import type { Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { numberIn } from './support/numbers.ts';
import { openOverview, promised, tile, tileNumber } from './support/overview.ts';
import { expect, expectAccessibleInBothThemes, openQueue, test, total } from './support/test.ts';

const TILES = ['Overdue', 'Critical and high', 'Escalated', 'Unassigned', 'Issued in 24 h'];

/** The values of a facet that the address asks for. */
const asked = (page: Page, facet: string) => new URL(page.url()).searchParams.getAll(facet);

test('each tile keeps its promise under other filters too, as does that of what has happened since the last visit; by the mouse, bars of the chart show as many tickets as they say, and days are compared with those before', async ({
  page,
  demo,
}) => {
  await page.addInitScript(() => {
    const since = new Date(Date.now() - 20 * 86_400_000).toISOString();
    const visit = { since, seenUpTo: since, activeAt: Date.now() };
    localStorage.setItem('loopdesk.visits', JSON.stringify({ 4201: visit }));
  });
  await openQueue(page, `${demo.url}/w/4201/tickets?q=order&overdue=false&perPage=10`);
  const all = await total(page);
  const news = page.getByRole('button', { name: /^New or changed [\d,]+ since/ });
  const count = numberIn(await news.textContent());
  expect(count).toBeGreaterThan(0);
  await news.click();
  await expect.poll(() => total(page)).toBe(count);
  await page.getByRole('button', { name: 'Mark all as seen' }).click();
  await expect(page.getByRole('button', { name: /^New or changed 0 since/ })).toBeVisible();
  await expect(page).not.toHaveURL(/changedSince/);
  await expect.poll(() => total(page)).toBe(all);

  for (const name of TILES) {
    await expect(page.getByRole('list', { name: 'Open tickets' })).toHaveAttribute('data-stale', 'false');
    await expect(tile(page, name)).toHaveAttribute('aria-pressed', 'false');
    await expect(tile(page, name)).toContainText(' of ');
    const count = tileNumber(await tile(page, name).textContent());
    await tile(page, name).click();
    await expect(tile(page, name)).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => total(page)).toBe(count);
    await page.goBack();
    // The heading and the tiles come together, after the rows.
    await expect.poll(() => total(page)).toBe(all);
  }

  await page.route('**/summary?**', (route) => route.abort());
  await goWithin(page, '/w/4201/tickets?priority=HIGH&priority=LOW&perPage=10');
  await page.getByRole('button', { name: 'Overview' }).click();
  const overview = page.getByRole('region', { name: 'Overview' });
  await test.step('what cannot be counted says so, in its place, and comes back by itself', async () => {
    await expect(overview.getByText(/could not be counted/)).toHaveCount(2);
    await page.unroute('**/summary?**');
    await expect(overview.getByRole('grid')).toBeVisible();
  });

  const chart = page.getByRole('slider', { name: /^Issued over time/ });
  const those = await total(page);
  expect(promised(await chart.getAttribute('aria-valuetext'))).toBe(those);
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
  await expect.poll(() => total(page)).toBe(those);

  await page.getByRole('button', { name: 'Issued: any time' }).click();
  await page.getByRole('button', { name: 'Last 7 days' }).click();
  const words = page.getByText(/^[\d,]+ issued, .* in the 7 days before$/);
  const told = async () => numberIn(/^[\d,]+/.exec((await words.textContent()) ?? '')?.[0] ?? null);
  await expect.poll(async () => (await told()) - (await total(page))).toBe(0);
});

test('by the mouse, cells and heads of the grid show as many tickets as they say; the keyboard alone chooses spans of the chart, which tell what of them is still open, and ranges of the grid; the overview fits a phone, and axe finds nothing', async ({
  page,
  demo,
}) => {
  const { grid, chart } = await openOverview(page, `${demo.url}/w/4201/tickets?status=-RESOLVED&perPage=10`);
  const at = (place: string) => grid.locator(`[data-place="${place}"]`);
  const before = await total(page);
  for (const place of ['0 5', '2 3', '1 -1', '-1 4', '-1 -1']) {
    const count = promised(await at(place).getAttribute('aria-label'));
    await at(place).click();
    await expect.poll(() => total(page)).toBe(count);
  }
  await expect.poll(() => total(page)).toBe(before);

  await test.step('a chosen cell leaves its neighbours’ numbers, and gives way when pressed again', async () => {
    const [cell, neighbour] = [at('1 5'), at('2 4')];
    const words = (await neighbour.getAttribute('aria-label')) ?? '';
    const chosen = promised(await cell.getAttribute('aria-label'));
    expect(chosen).toBeLessThan(before);
    await cell.click();
    await expect(cell).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => [asked(page, 'priority'), asked(page, 'age')]).toEqual([['HIGH'], ['90+']]);
    await expect.poll(() => total(page)).toBe(chosen);
    await expect(page.locator('[aria-label="Overview"] [data-stale="true"]')).toHaveCount(0);
    await expect(neighbour).toHaveAttribute('aria-label', words);
    await expectAccessibleInBothThemes(page, '[aria-label="Overview"]');
    await cell.click();
    await expect.poll(() => total(page)).toBe(before);
  });

  await test.step('dragging, and Shift with a click, choose several ages', async () => {
    await at('1 3').hover();
    await page.mouse.down();
    await at('1 4').hover();
    await at('1 5').hover();
    const count = promised(await page.getByText(/^High, 7–30 days to 90 days and more/).textContent());
    await page.mouse.up();
    await expect.poll(() => asked(page, 'age')).toEqual(['7-30', '30-90', '90+']);
    expect(asked(page, 'priority')).toEqual(['HIGH']);
    await expect.poll(() => total(page)).toBe(count);
    await at('2 0').click();
    await at('2 2').click({ modifiers: ['Shift'] });
    await expect.poll(() => asked(page, 'age')).toEqual(['0-1', '1-3', '3-7']);
    expect(asked(page, 'priority')).toEqual(['MEDIUM']);
  });

  await test.step('the keyboard alone', async () => {
    await goWithin(page, '/w/4201/tickets?status=-RESOLVED&perPage=10');
    await expect.poll(() => total(page)).toBe(before);
    await expect(page.locator('[aria-label="Overview"] [data-stale="true"]')).toHaveCount(0);
    const open = await total(page);
    expect(promised(await chart.getAttribute('aria-valuetext'))).toBe(open);
    await chart.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    const words = (await chart.getAttribute('aria-valuetext')) ?? '';
    const [said = ''] = / still open of [\d,]+ issued$/.exec(words) ?? [];
    await expect(page.getByText(said)).toBeVisible();
    expect(numberIn(/[\d,]+/.exec(said)?.[0] ?? null)).toBeGreaterThanOrEqual(promised(words));
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    const several = promised(await chart.getAttribute('aria-valuetext'));
    await page.keyboard.press('Enter');
    await expect.poll(() => total(page)).toBe(several);
    await expect(chart).toBeFocused();

    await page.keyboard.press('o');
    await expect(grid).toBeHidden();
    await page.keyboard.press('o');
    await page.getByRole('button', { name: 'All dates' }).click();
    await expect.poll(() => total(page)).toBe(open);
    await grid.locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowRight');
    const count = promised(await page.getByText(/^High, 30–90 days to 90 days and more/).textContent());
    await page.keyboard.press('Enter');
    await expect.poll(() => asked(page, 'age')).toEqual(['30-90', '90+']);
    expect(asked(page, 'priority')).toEqual(['HIGH']);
    await expect.poll(() => total(page)).toBe(count);
    await expect(grid.locator('[data-place="1 5"]')).toBeFocused();
    // In a first visit nothing has happened since another.
    await expect(page.getByRole('button', { name: /^New or changed/ })).toHaveCount(0);
  });

  await page.setViewportSize({ width: 320, height: 700 });
  // A window as narrow as a phone begins with the overview folded.
  await expect(grid).toBeHidden();
  await page.getByRole('button', { name: 'Overview' }).click();
  await expect(grid).toBeVisible();
  await expect(chart).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
