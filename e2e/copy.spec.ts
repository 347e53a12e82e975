import type { Page } from '@playwright/test';
import { parseCsv } from '../contract/testing/parse-csv.ts';
import { readClipboard } from './support/clipboard.ts';
import { bar, box, LIST, pageBox } from './support/table.ts';
import { expect, idsOnScreen, openQueue, test, total } from './support/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

async function chooseFormat(page: Page, format: string): Promise<void> {
  await bar(page).getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('menuitem', { name: format, exact: true }).click();
}

async function copyAs(page: Page, format: string): Promise<void> {
  await chooseFormat(page, format);
  await expect(page.getByText(new RegExp(`tickets copied: ${format}$`)).first()).toBeVisible();
}

test('what is selected is copied in each format, in the list’s order and columns, of a page or of all, and by hand', async ({
  page,
  demo,
}) => {
  await openQueue(
    page,
    `${demo.url}${LIST}&status=OPEN&status=NEW&status=ESCALATED&columns=status,id,type,customer`,
  );
  const matching = await total(page);
  expect(matching).toBeGreaterThan(50);
  const ids = await idsOnScreen(page);
  await box(page, 3).check();
  await box(page, 0).check();
  const chosen = [ids[0], ids[3]];
  const address = (id: number | undefined) => `${demo.url}/w/4201/tickets/${id}`;

  await test.step('Markdown', async () => {
    await copyAs(page, 'Markdown table');
    const lines = (await readClipboard(page)).trimEnd().split('\n');
    expect(lines.slice(0, 2)).toEqual(['| Status | ID | Type | Customer |', '| --- | --- | --- | --- |']);
    const links = lines.slice(2).map((line) => line.split(' | ')[1]);
    expect(links).toEqual(chosen.map((id) => `[${id}](${address(id)})`));
  });

  await test.step('tabs', async () => {
    await copyAs(page, 'Tab-separated text');
    const tabbed = (await readClipboard(page)).trimEnd().split('\n');
    expect(tabbed[0]).toBe('Status\tID\tType\tCustomer');
    expect(tabbed.slice(1).map((line) => Number(line.split('\t')[1]))).toEqual(chosen);
  });

  await test.step('links', async () => {
    await copyAs(page, 'Links');
    expect(await readClipboard(page)).toBe(chosen.map((id) => `${address(id)}\n`).join(''));
  });

  await test.step('CSV', async () => {
    await copyAs(page, 'CSV');
    const rows = parseCsv(await readClipboard(page));
    expect(rows[0]).toEqual(['status', 'id', 'type', 'customer']);
    expect(rows.slice(1).map(([, id]) => Number(id))).toEqual(chosen);
  });

  await test.step('all that match, from every page, without hidden customers', async () => {
    await page.keyboard.press('m');
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

  await test.step('what the browser refuses is left to the reader’s hands', async () => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await chooseFormat(page, 'Links');
    const field = page.getByRole('dialog', { name: 'Copy by hand' }).getByRole('textbox');
    await expect(field).toHaveValue(new RegExp(`^${address(ids[0])}\n`));
    await expect(field).toBeFocused();
  });
});
