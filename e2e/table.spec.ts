import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { expect, expectAccessibleInBothThemes, idsOnScreen, openQueue, test, total } from './support/test.ts';

const LIST = '/w/4201/tickets?perPage=25';

const heads = (page: Page) =>
  page
    .locator('thead th[data-column]:not([data-column="select"])')
    .evaluateAll((all) => all.map((head) => head.getAttribute('data-column')));
const cells = (page: Page, column: string) => page.locator(`tbody [data-column="${column}"]`);
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });
const box = (page: Page, index: number) => page.getByRole('checkbox', { name: /^Select ticket/ }).nth(index);
const pageBox = (page: Page) => page.getByRole('checkbox', { name: /^Select the \d+ tickets of this page/ });

async function openColumns(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Columns' }).click();
  const popup = page.getByRole('dialog', { name: 'Columns' });
  await expect(popup).toBeVisible();
  return popup;
}

async function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

/** The cells of a CSV text, row by row; its texts have quotes, and its numbers none. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

test.describe('columns', () => {
  test('are shown, hidden, moved and pinned, and a link and a reload keep them', async ({
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
      'description',
      'customer',
      'assignee',
      'type',
      'segment',
    ];
    await expect.poll(() => heads(page)).toEqual(arranged);
    await expect(cells(page, 'status').first()).toHaveCSS('position', 'sticky');
    await page.reload();
    await expect.poll(() => heads(page)).toEqual(arranged);

    const colleague = await browser.newPage();
    await openQueue(colleague, page.url());
    expect(await heads(colleague)).toEqual(arranged);
    await colleague.close();

    await page.goto(`${demo.url}/w/4201/tickets?status=OPEN`);
    await expect.poll(() => heads(page)).toEqual(arranged);
    await (await openColumns(page)).getByRole('button', { name: 'Reset columns' }).click();
    await expect.poll(() => heads(page)).toContain('age');
    expect(new URL(page.url()).search).toBe('?status=OPEN');
  });

  test('are dragged to another place', async ({ page, demo }) => {
    await openQueue(page, `${demo.url}${LIST}`);
    const popup = await openColumns(page);
    const grip = popup.getByTitle('Drag Segment to another place');
    const target = await popup.getByTitle('Drag Priority to another place').boundingBox();
    await grip.hover();
    await page.mouse.down();
    await page.mouse.move(target?.x ?? 0, (target?.y ?? 0) + 2, { steps: 5 });
    await page.mouse.up();
    await expect
      .poll(() => heads(page))
      .toEqual([
        'id',
        'overdue',
        'segment',
        'priority',
        'status',
        'age',
        'description',
        'customer',
        'assignee',
      ]);
  });

  test('are resized by the pointer and by keys, and a double click gives the usual width back', async ({
    page,
    demo,
  }) => {
    await openQueue(page, `${demo.url}${LIST}`);
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

  test('of the usual set need no scrolling beside the filters', async ({ page, demo }) => {
    for (const width of [1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await openQueue(page, `${demo.url}${LIST}`);
      const overflow = await page
        .getByRole('table', { name: 'Tickets' })
        .evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0));
      expect(overflow).toBe(0);
    }
  });
});

test.describe('selection', () => {
  test('takes rows, ranges and pages, stays over pages, and ends with the filter', async ({ page, demo }) => {
    await openQueue(page, `${demo.url}${LIST}`);
    await box(page, 1).check();
    await box(page, 4).click({ modifiers: ['Shift'] });
    await expect(bar(page)).toContainText('4 selected');
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText('26–50 of');
    await pageBox(page).check();
    await expect(bar(page)).toContainText('29 selected');
    await page.getByRole('button', { name: 'Previous page' }).click();
    await expect(box(page, 2)).toBeChecked();
    await expect(box(page, 0)).not.toBeChecked();
    await page.getByRole('checkbox', { name: /^Escalated/ }).check();
    await expect(bar(page)).toBeHidden();
    await expect(page.getByText('The selection is cleared')).toBeVisible();
  });

  test('takes everything that matches, and says how much that is', async ({ page, demo }) => {
    await openQueue(page, `${demo.url}${LIST}`);
    const all = (await total(page)).toLocaleString('en');
    await pageBox(page).check();
    await expect(bar(page)).toContainText('25 on this page selected');
    await bar(page)
      .getByRole('button', { name: `Select all ${all} that match` })
      .click();
    await expect(bar(page)).toContainText(`All ${all} tickets that match are selected`);
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect(box(page, 3)).toBeChecked();
    await box(page, 3).uncheck();
    await expect(bar(page)).toContainText('24 selected');
    await bar(page).getByRole('button', { name: 'Clear the selection' }).click();
    await expect(bar(page)).toBeHidden();
  });

  test('goes by keys, a row at a time', async ({ page, demo }) => {
    await openQueue(page, `${demo.url}${LIST}`);
    for (const key of ['j', 'x', 'J', 'J']) await page.keyboard.press(key);
    await expect(bar(page)).toContainText('3 selected');
    await page.keyboard.press('x');
    await expect(bar(page)).toContainText('2 selected');
    await page.keyboard.press('X');
    await expect(bar(page)).toBeHidden();
  });

  test('becomes the list', async ({ page, demo }) => {
    await openQueue(page, `${demo.url}${LIST}`);
    const ids = await idsOnScreen(page);
    await box(page, 0).check();
    await box(page, 2).check();
    await bar(page).getByRole('button', { name: 'Show only these' }).click();
    await expect.poll(() => idsOnScreen(page)).toEqual([ids[0], ids[2]]);
    expect(await total(page)).toBe(2);
  });
});

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  async function copyAs(page: Page, format: string): Promise<void> {
    await bar(page).getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: format, exact: true }).click();
    await expect(bar(page)).toContainText(/tickets copied/);
  }

  test('gives the shown columns in the list’s order as Markdown, links or CSV', async ({ page, demo }) => {
    await openQueue(page, `${demo.url}${LIST}&columns=status,id,type`);
    const ids = await idsOnScreen(page);
    await box(page, 3).check();
    await box(page, 0).check();
    const chosen = [ids[0], ids[3]];
    const address = (id: number | undefined) => `${demo.url}/w/4201/tickets/${id}`;

    await copyAs(page, 'Markdown table');
    const lines = (await copied(page)).trimEnd().split('\n');
    expect(lines.slice(0, 2)).toEqual(['| Status | ID | Type |', '| --- | --- | --- |']);
    expect(lines.slice(2).map((line) => line.split(' | ')[1])).toEqual(
      chosen.map((id) => `[${id}](${address(id)})`),
    );

    await copyAs(page, 'Links');
    expect(await copied(page)).toBe(chosen.map((id) => `${address(id)}\n`).join(''));

    await copyAs(page, 'CSV');
    const rows = parseCsv(await copied(page));
    expect(rows[0]).toEqual(['status', 'id', 'type']);
    expect(rows.slice(1).map(([, id]) => Number(id))).toEqual(chosen);
  });

  test('of all that match reads every page, and says nothing of hidden customers', async ({ page, demo }) => {
    await page.addInitScript(() =>
      localStorage.setItem('loopdesk.settings', JSON.stringify({ masked: true })),
    );
    await openQueue(page, `${demo.url}${LIST}&status=OPEN&status=NEW&status=ESCALATED&columns=id*,customer`);
    const matching = await total(page);
    expect(matching).toBeGreaterThan(50);
    await pageBox(page).check();
    await bar(page)
      .getByRole('button', { name: /^Select all/ })
      .click();
    await copyAs(page, 'Markdown table');
    const [, , ...lines] = (await copied(page)).trimEnd().split('\n');
    expect(lines).toHaveLength(matching);
    for (const line of lines) expect(line).toMatch(/\| (•••••|Anonymous) \|$/);
  });

  test('that the browser refuses is left to the reader’s hands', async ({ page, demo }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await openQueue(page, `${demo.url}${LIST}`);
    const [first] = await idsOnScreen(page);
    await box(page, 0).check();
    await bar(page).getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Links', exact: true }).click();
    const field = page.getByRole('dialog', { name: 'Copy by hand' }).getByRole('textbox');
    await expect(field).toHaveValue(`${demo.url}/w/4201/tickets/${first}\n`);
    await expect(field).toBeFocused();
  });
});

test.describe('export', () => {
  test('has all that matches, in the shown order and columns, and tells what it is beside it', async ({
    page,
    demo,
  }) => {
    await openQueue(page, `${demo.url}${LIST}&status=ESCALATED&columns=id*,segment,overdue&sort=-id`);
    const matching = await total(page);
    const ids = await idsOnScreen(page);
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Export as CSV' });
    const downloads: Download[] = [];
    page.on('download', (download) => downloads.push(download));
    await dialog.getByRole('button', { name: 'Export' }).click();
    await expect(dialog).toContainText(`${matching} of ${matching} tickets saved`);
    await expect.poll(() => downloads.length).toBe(2);
    const [file, notes] = downloads as [Download, Download];
    expect(file.suggestedFilename()).toMatch(/^tickets-.*\.csv$/);
    const text = await textOf(file);
    expect(text.startsWith('\uFEFF"id"')).toBe(true);
    const [head, ...rows] = parseCsv(text);
    expect(head).toEqual(['id', 'segment', 'overdue']);
    expect(rows).toHaveLength(matching);
    expect(rows.slice(0, ids.length).map(([id]) => Number(id))).toEqual(ids);
    expect(notes.suggestedFilename()).toMatch(/-notes\.txt$/);
    const told = await textOf(notes);
    expect(told).toContain(`Tickets: ${matching} of ${matching} that match: all of them`);
    expect(told).toContain('Filters: Status: Escalated');
    expect(told).toContain('Order: ID ↓');
    expect(told).toContain('Data whole: yes');
  });

  test('of a selection has it alone, every field, hidden customers and its notes in the first lines', async ({
    page,
    demo,
  }) => {
    await page.addInitScript(() =>
      localStorage.setItem('loopdesk.settings', JSON.stringify({ masked: true })),
    );
    await openQueue(page, `${demo.url}${LIST}`);
    const ids = await idsOnScreen(page);
    await box(page, 1).check();
    await box(page, 2).check();
    await bar(page).getByRole('button', { name: 'Export…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export as CSV' });
    await expect(dialog.getByRole('radio', { name: 'The 2 selected' })).toBeChecked();
    await dialog.getByRole('radio', { name: 'Every field' }).check();
    await dialog.getByRole('radio', { name: 'In the file’s first lines' }).check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Export' }).click(),
    ]);
    const text = await textOf(download);
    expect(text.startsWith('\uFEFF"# ')).toBe(true);
    const rows = parseCsv(text);
    const head = rows.findIndex(([first]) => first === 'id');
    expect(rows.slice(0, head).flat()).toContain('# Tickets: 2 of 2 tickets chosen by hand');
    expect(rows[head]).toHaveLength(22);
    const found = rows.slice(head + 1);
    expect(found.map(([id]) => Number(id))).toEqual([ids[1], ids[2]]);
    for (const row of found)
      expect([row[6], row[7]].filter((cell) => cell !== '' && cell !== '•••••')).toEqual([]);
  });

  test('that ends too early saves nothing and says so', async ({ page, demo }) => {
    await openQueue(page, `${demo.url}${LIST}&status=ESCALATED`);
    await page.route('**/tickets.csv?*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).slice(0, 2_000) });
    });
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Export as CSV' });
    await dialog.getByRole('button', { name: 'Export' }).click();
    await expect(dialog.getByRole('alert')).toContainText(
      /The file ended after \d+ of \d+ tickets, so it was not saved/,
    );
  });
});

test('a sheet of paper has the list, its filters and its time, and nothing to press', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}${LIST}&status=-RESOLVED&sort=-id`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table', { name: 'Tickets' })).toBeVisible();
  await expect(page.getByText('Filters: Status: not Resolved')).toBeVisible();
  await expect(page.getByText('Order: ID ↓')).toBeVisible();
  await expect(page.getByText(/^Data taken at \d+ \w+ \d{4}, \d\d:\d\d/)).toBeVisible();
  await expect(page.getByText(/^Page 1 of \d+: 1–25 of \d+$/)).toBeVisible();
  for (const role of ['banner', 'complementary', 'navigation', 'checkbox', 'searchbox'] as const) {
    await expect(page.getByRole(role)).toHaveCount(0);
  }
});

test.describe('a cell', () => {
  test('filters by its value, keeps the other filters, and does not open the ticket', async ({
    page,
    demo,
  }) => {
    await openQueue(page, `${demo.url}${LIST}&status=-RESOLVED`);
    const assignee = cells(page, 'assignee').filter({ hasNotText: 'Unassigned' }).first();
    const name = (await assignee.textContent()) ?? '';
    await assignee.hover();
    await assignee.getByRole('button', { name: `Only ${name}` }).click();
    await expect(page.getByRole('button', { name: `Remove the filter Assignee: ${name}` })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Remove the filter Status: not Resolved' })).toBeVisible();
    expect(page.url()).not.toContain('/tickets/');
    await expect
      .poll(async () => new Set(await cells(page, 'assignee').allTextContents()))
      .toEqual(new Set([name]));
  });

  test('is reached by arrow keys, and filters its value away by Enter', async ({ page, demo }) => {
    await openQueue(page, `${demo.url}${LIST}&sort=-id`);
    await page.keyboard.press('j');
    for (const name of [/^(Only|Not) /, /^Only /, /^Not /]) {
      await page.keyboard.press('ArrowRight');
      await expect(page.locator(':focus')).toHaveAccessibleName(name);
    }
    const priority = (await page.locator(':focus').getAttribute('aria-label'))?.slice('Not '.length);
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('button', { name: `Remove the filter Priority: not ${priority}` }),
    ).toBeVisible();
    await expect.poll(() => cells(page, 'priority').allTextContents()).not.toContain(priority);
    await expect(page.locator('tbody :focus')).toHaveCount(1);
  });

  test('of a customer shows this customer’s tickets without naming anybody in the address', async ({
    page,
    demo,
  }) => {
    await openQueue(page, `${demo.url}${LIST}`);
    const customer = cells(page, 'customer').filter({ hasNotText: 'Anonymous' }).first();
    await customer.hover();
    await customer.getByRole('button', { name: /^Only/ }).click();
    await expect(page).toHaveURL(/customerOf=\d+/);
    expect(await total(page)).toBeGreaterThan(0);
  });
});

test.describe('axe finds nothing, in both themes,', () => {
  test('on the columns', async ({ page, demo }) => {
    await openQueue(page, `${demo.url}${LIST}`);
    await openColumns(page);
    await expectAccessibleInBothThemes(page, '[role="dialog"]');
  });

  test('on a selection and a cell that filters', async ({ page, demo }) => {
    await openQueue(page, `${demo.url}${LIST}`);
    await pageBox(page).check();
    await expect(bar(page)).toBeVisible();
    await cells(page, 'assignee').nth(2).hover();
    await expectAccessibleInBothThemes(page, 'main');
  });

  test('on the export', async ({ page, demo }) => {
    await openQueue(page, `${demo.url}${LIST}`);
    await page.keyboard.press('e');
    await expect(page.getByRole('dialog', { name: 'Export as CSV' })).toBeVisible();
    await expectAccessibleInBothThemes(page, '[role="dialog"]');
  });
});

test('a phone’s cards are chosen too', async ({ page, demo }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${demo.url}${LIST}`);
  await page
    .getByRole('checkbox', { name: /^Select ticket/ })
    .nth(1)
    .check();
  await expect(bar(page)).toContainText('1 selected');
  await expectAccessibleInBothThemes(page, 'main');
});
