import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import readWorkbook from 'read-excel-file/node';
import { parseCsv } from '../contract/testing/parse-csv.ts';
import { goWithin } from './support/go-within.ts';
import { bar, box, LIST } from './support/table.ts';
import { expect, expectAccessibleInBothThemes, idsOnScreen, openQueue, test, total } from './support/test.ts';

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

/** Opens the dialog by its key. */
async function openExport(page: Page): Promise<Locator> {
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Export tickets' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Exports, and waits for the one file that comes of it. */
async function exported(page: Page, dialog: Locator): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export' }).click(),
  ]);
  await expect(dialog).toContainText('tickets saved');
  return download;
}

test('an export is one workbook of all that matches, in the shown order and columns, that tells what it is; one that ends too early saves nothing and says so; a selection is alone in its file, with every field and hidden customers', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}${LIST}&status=ESCALATED&columns=id*,segment,overdue,issueDate&sort=-id`);
  const matching = await total(page);
  const ids = await idsOnScreen(page);
  const saved: string[] = [];
  page.on('download', (download) => saved.push(download.suggestedFilename()));
  const dialog = await openExport(page);
  await expect(dialog.getByRole('radio', { name: 'Workbook' })).toBeChecked();
  const file = await exported(page, dialog);
  await expect(dialog).toContainText(`${matching} of ${matching} tickets saved`);
  expect(saved).toEqual([expect.stringMatching(/^tickets-4201-.*\.xlsx$/)]);

  const [sheet, about] = await readWorkbook(await readFile(await file.path()));
  const [head, ...rows] = sheet?.data ?? [];
  expect(head).toEqual(['ID', 'Segment', 'Overdue', 'Issued']);
  expect(rows).toHaveLength(matching);
  expect(rows.slice(0, ids.length).map(([id]) => id)).toEqual(ids);
  for (const [, , overdue, issued] of rows) {
    expect(['Yes', 'No']).toContain(overdue);
    expect(issued).toBeInstanceOf(Date);
  }
  expect(Object.fromEntries(about?.data ?? [])).toMatchObject({
    Tickets: `${matching} of ${matching} that match`,
    Filters: 'Status: ESCALATED',
    Order: 'Highest number first',
    Columns: 'ID, Segment, Overdue, Issued',
  });

  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await goWithin(page, `${LIST}&status=ESCALATED`);
  await expect(page.getByRole('columnheader', { name: /^Customer/ })).toBeVisible();
  saved.length = 0;
  for (const [format, route] of [
    ['Workbook', '**/tickets.xlsx?*'],
    ['CSV', '**/tickets.csv?*'],
  ] as const) {
    await page.route(route, async (answer) => {
      const response = await answer.fetch();
      await answer.fulfill({ response, body: (await response.body()).subarray(0, 2_000) });
    });
    await openExport(page);
    await dialog.getByRole('radio', { name: format }).check();
    await dialog.getByRole('button', { name: 'Export' }).click();
    await expect(dialog.getByRole('alert')).toContainText(
      /The file ended after \d+ of \d+ tickets, so it was not saved/,
    );
    // Had anything been saved before, it would be among what the next try saves.
    await page.unroute(route);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect(dialog).toContainText('tickets saved');
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  }
  await expect.poll(() => saved).toEqual([expect.stringMatching(/\.xlsx$/), expect.stringMatching(/\.csv$/)]);

  await page.keyboard.press('m');
  const shown = await idsOnScreen(page);
  await box(page, 1).check();
  await box(page, 2).check();
  await bar(page).getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('radio', { name: 'The 2 selected' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'Every field' }).check();
  await dialog.getByLabel('Export notes').selectOption('In the file’s header');
  const text = await textOf(await exported(page, dialog));
  expect(text.startsWith('\uFEFF"# ')).toBe(true);
  const lines = parseCsv(text.slice(1));
  const top = lines.findIndex(([first]) => first === 'id');
  expect(lines.slice(0, top).flat()).toContain('# Tickets: 2 of 2 selected tickets');
  expect(lines[top]).toHaveLength(22);
  expect(lines[top]?.slice(6, 8)).toEqual(['customerName', 'customerEmail']);
  const found = lines.slice(top + 1);
  expect(found.map(([id]) => Number(id))).toEqual([shown[1], shown[2]]);
  const customers = found.flatMap((row) => row.slice(6, 8)).filter((cell) => cell !== '');
  expect(new Set(customers)).toEqual(new Set(['•••••']));
});

test('as CSV it has the separator and the notes that were chosen, and they are remembered', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}${LIST}&status=ESCALATED&columns=id*,segment,overdue&sort=-id`);
  const matching = await total(page);
  let dialog = await openExport(page);
  await dialog.getByRole('radio', { name: 'CSV' }).check();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
  await expect(dialog.getByLabel('Separator')).toHaveValue('comma');
  await dialog.getByLabel('Separator').selectOption('Tab (.tsv)');
  const tabs = await exported(page, dialog);
  expect(tabs.suggestedFilename()).toMatch(/\.tsv$/);
  expect(await textOf(tabs)).toMatch(/^\uFEFF"id"\t"segment"\t"overdue"\r\n/);

  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  dialog = await openExport(page);
  await dialog.getByLabel('Separator').selectOption('Semicolon');
  await dialog.getByLabel('Export notes').selectOption('In a separate file');
  await dialog.getByRole('checkbox', { name: 'Raw texts' }).check();
  await expect(dialog).toContainText('a spreadsheet may run them as formulas');

  await page.reload();
  await idsOnScreen(page);
  dialog = await openExport(page);
  await expect(dialog.getByRole('radio', { name: 'CSV' })).toBeChecked();
  await expect(dialog.getByLabel('Separator')).toHaveValue('semicolon');
  await expect(dialog.getByRole('checkbox', { name: 'Raw texts' })).toBeChecked();
  const asked = page.waitForRequest('**/tickets.csv?*');
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  await dialog.getByRole('button', { name: 'Export' }).click();
  expect((await asked).url()).toMatch(/separator=semicolon&raw=true/);
  await expect.poll(() => downloads.length).toBe(2);
  const [file, notes] = downloads as [Download, Download];
  expect(await textOf(file)).toMatch(/^\uFEFF"id";"segment";"overdue"\r\n/);
  expect(notes.suggestedFilename()).toMatch(/-notes\.txt$/);
  const told = await textOf(notes);
  expect(told).toContain(`Tickets: ${matching} of ${matching} that match: all of them`);
  expect(told).toContain('Filters: Status: Escalated');
  expect(told).toContain('Data whole: yes');
});
