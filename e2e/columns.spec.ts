import type { Locator, Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { cells, heads, LIST } from './support/table.ts';
import { expect, expectAccessibleInBothThemes, openQueue, test } from './support/test.ts';

async function openColumns(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Columns' }).click();
  const popup = page.getByRole('dialog', { name: 'Columns' });
  await expect(popup).toBeVisible();
  return popup;
}

/** The set that nobody has changed. */
const USUAL = [
  'id',
  'overdue',
  'age',
  'priority',
  'status',
  'assignee',
  'segment',
  'customer',
  'description',
];

test('columns are shown, hidden, moved and pinned, and a link and a reload keep them; the usual ones need no scrolling beside the filters; their edges are moved by the pointer and by keys, and they are dragged', async ({
  page,
  demo,
  browser,
}) => {
  await page.setViewportSize({ width: 1100, height: 900 });
  await openQueue(page, `${demo.url}${LIST}`);
  const popup = await openColumns(page);
  await popup.getByRole('checkbox', { name: 'Type' }).check();
  await popup.getByRole('checkbox', { name: 'Age' }).uncheck();
  const rise = popup.getByRole('button', { name: 'Move Type up' });
  await rise.focus();
  await page.keyboard.press('Enter');
  await expect(rise).toBeFocused();
  await popup.getByRole('button', { name: 'Pin Status' }).click();
  const arranged = [
    'id',
    'status',
    'overdue',
    'priority',
    'assignee',
    'segment',
    'customer',
    'type',
    'description',
  ];
  await expect.poll(() => heads(page)).toEqual(arranged);
  await expect(cells(page, 'status').first()).toHaveCSS('position', 'sticky');

  const colleague = await browser.newPage();
  await openQueue(colleague, page.url());
  expect(await heads(colleague)).toEqual(arranged);
  await colleague.close();

  // Another list has them, too, also when it is the first that is loaded.
  await goWithin(page, '/w/4201/tickets?status=OPEN');
  await expect.poll(() => heads(page)).toEqual(arranged);
  await page.reload();
  await expect.poll(() => heads(page)).toEqual(arranged);
  await (await openColumns(page)).getByRole('button', { name: 'Reset columns' }).click();
  await expect.poll(() => heads(page)).toContain('age');
  expect(new URL(page.url()).search).toBe('?status=OPEN');
  await page.keyboard.press('Escape');

  await goWithin(page, LIST);
  const table = page.getByRole('table', { name: 'Tickets' });
  for (const width of [1280, 1920, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.getByRole('columnheader', { name: 'Segment' })).toBeInViewport({ ratio: 1 });
    const overflow = () =>
      table.evaluate((element) => element.scrollWidth - (element.parentElement?.clientWidth ?? 0));
    await expect.poll(overflow).toBe(0);
  }

  await test.step('a double click gives the usual width back', async () => {
    const edge = page.getByRole('separator', { name: 'Width of Customer' });
    const width = async () =>
      Math.round((await page.locator('th[data-column="customer"]').boundingBox())?.width ?? 0);
    const usual = await width();
    await edge.hover();
    await page.mouse.down();
    await page.mouse.move(((await edge.boundingBox())?.x ?? 0) + 66, 200, { steps: 4 });
    await page.mouse.up();
    await expect(page).toHaveURL(/customer\.\d+/);
    expect(await width()).toBeGreaterThan(usual + 40);
    await edge.focus();
    await page.keyboard.press('Home');
    await expect.poll(width).toBe(usual);
    await page.keyboard.press('ArrowRight');
    await expect.poll(width).toBe(usual + 8);
    await edge.dblclick();
    await expect.poll(width).toBe(usual);
  });

  await test.step('a grip of the dialog is dragged', async () => {
    await expect.poll(() => heads(page)).toEqual(USUAL);
    const popup = await openColumns(page);
    await expectAccessibleInBothThemes(page, '[role="dialog"]');
    const target = await popup.getByTitle('Drag Priority to another place').boundingBox();
    await popup.getByTitle('Drag Segment to another place').hover();
    await page.mouse.down();
    await page.mouse.move(target?.x ?? 0, (target?.y ?? 0) + 2, { steps: 5 });
    await page.mouse.up();
    const [id, overdue, age, ...others] = USUAL;
    const behind = others.filter((column) => column !== 'segment');
    await expect.poll(() => heads(page)).toEqual([id, overdue, age, 'segment', ...behind]);
  });
});
