import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { readClipboard } from './support/clipboard.ts';
import { bar, box, LIST, pageBox } from './support/table.ts';
import { expect, expectAccessibleInBothThemes, idsOnScreen, openQueue, test, total } from './support/test.ts';

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

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  async function copyAs(page: Page, format: string): Promise<void> {
    await bar(page).getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('menuitem', { name: format, exact: true }).click();
    await expect(bar(page)).toContainText(`tickets copied: ${format}`);
  }

  test('gives the shown columns in the list’s order as Markdown, links or CSV', async ({ page, demo }) => {
    await openQueue(page, `${demo.url}${LIST}&columns=status,id,type`);
    const ids = await idsOnScreen(page);
    await box(page, 3).check();
    await box(page, 0).check();
    const chosen = [ids[0], ids[3]];
    const address = (id: number | undefined) => `${demo.url}/w/4201/tickets/${id}`;

    await copyAs(page, 'Markdown table');
    const lines = (await readClipboard(page)).trimEnd().split('\n');
    expect(lines.slice(0, 2)).toEqual(['| Status | ID | Type |', '| --- | --- | --- |']);
    expect(lines.slice(2).map((line) => line.split(' | ')[1])).toEqual(
      chosen.map((id) => `[${id}](${address(id)})`),
    );

    await copyAs(page, 'Links');
    expect(await readClipboard(page)).toBe(chosen.map((id) => `${address(id)}\n`).join(''));

    await copyAs(page, 'CSV');
    const rows = parseCsv(await readClipboard(page));
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
    const [, , ...lines] = (await readClipboard(page)).trimEnd().split('\n');
    expect(lines).toHaveLength(matching);
    for (const line of lines) expect(line).toMatch(/\| (•••••|Anonymous) \|$/);
    expect(lines.filter((line) => line.includes('•••••')).length).toBeGreaterThan(matching / 2);
  });

  test('that the browser refuses is left to the reader’s hands', async ({ page, demo }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await openQueue(page, `${demo.url}${LIST}`);
    const [first] = await idsOnScreen(page);
    await box(page, 0).check();
    await bar(page).getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('menuitem', { name: 'Links', exact: true }).click();
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
    expect(told).toContain('Order: Highest number first');
    expect(told).toContain('Data whole: yes');
  });

  test('of a selection has it alone, every field, hidden customers and its notes in the header', async ({
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
    await dialog.getByRole('radio', { name: 'In the file’s header' }).check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Export' }).click(),
    ]);
    const text = await textOf(download);
    expect(text.startsWith('\uFEFF"# ')).toBe(true);
    const rows = parseCsv(text);
    const head = rows.findIndex(([first]) => first === 'id');
    expect(rows.slice(0, head).flat()).toContain('# Tickets: 2 of 2 selected tickets');
    expect(rows[head]).toHaveLength(22);
    expect(rows[head]?.slice(6, 8)).toEqual(['customerName', 'customerEmail']);
    const found = rows.slice(head + 1);
    expect(found.map(([id]) => Number(id))).toEqual([ids[1], ids[2]]);
    const customers = found.flatMap((row) => row.slice(6, 8)).filter((cell) => cell !== '');
    expect(new Set(customers)).toEqual(new Set(['•••••']));
  });

  test('that ends too early saves nothing and says so', async ({ page, demo }) => {
    await openQueue(page, `${demo.url}${LIST}&status=ESCALATED`);
    await page.route('**/tickets.csv?*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).slice(0, 2_000) });
    });
    const saved: string[] = [];
    page.on('download', (download) => saved.push(download.suggestedFilename()));
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Export as CSV' });
    await dialog.getByRole('button', { name: 'Export' }).click();
    await expect(dialog.getByRole('alert')).toContainText(
      /The file ended after \d+ of \d+ tickets, so it was not saved/,
    );
    // Had anything been saved before, it would be among what the next try saves.
    await page.unroute('**/tickets.csv?*');
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect(dialog).toContainText('tickets saved');
    await expect
      .poll(() => saved)
      .toEqual([expect.stringMatching(/\.csv$/), expect.stringMatching(/-notes\.txt$/)]);
  });
});

test('axe finds nothing on the export', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}${LIST}`);
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog', { name: 'Export as CSV' })).toBeVisible();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
});
