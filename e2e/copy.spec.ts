import type { Page } from '@playwright/test';
import { parseCsv } from '../contract/testing/parse-csv.ts';
import { readClipboard } from './support/clipboard.ts';
import { bar, box, LIST, pageBox } from './support/table.ts';
import { expect, idsOnScreen, openQueue, test, total } from './support/test.ts';

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  async function copyAs(page: Page, format: string): Promise<void> {
    await bar(page).getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('menuitem', { name: format, exact: true }).click();
    await expect(page.getByText(new RegExp(`tickets copied: ${format}$`)).first()).toBeVisible();
  }

  test('gives the shown columns in the list’s order as Markdown, with tabs, as links or CSV', async ({
    page,
    demo,
  }) => {
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

    await copyAs(page, 'Tab-separated text');
    const tabbed = (await readClipboard(page)).trimEnd().split('\n');
    expect(tabbed[0]).toBe('Status\tID\tType');
    expect(tabbed.slice(1).map((line) => Number(line.split('\t')[1]))).toEqual(chosen);

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
