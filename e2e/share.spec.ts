import { readFile } from 'node:fs/promises';
import readWorkbook from 'read-excel-file/node';
import { readClipboard } from './support/clipboard.ts';
import { goWithin } from './support/go-within.ts';
import { share } from './support/share.ts';
import { box, LIST } from './support/table.ts';
import { expect, expectAccessibleInBothThemes, idsOnScreen, openQueue, test, total } from './support/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('two clicks send this list as Markdown, all pages of it; a selection in its place, people and handoffs as their tables', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}${LIST}&status=ESCALATED&columns=id,status`);
  const matching = await total(page);
  expect(matching).toBeGreaterThan(25);
  await share(page, 'Copy as Markdown');
  await expect(page.getByText(`${matching} tickets copied: Markdown table`).first()).toBeVisible();
  const [head, , ...listed] = (await readClipboard(page)).trimEnd().split('\n');
  expect(head).toBe('| ID | Status |');
  expect(listed).toHaveLength(matching);

  const ids = await idsOnScreen(page);
  await box(page, 2).check();
  await box(page, 0).check();
  await share(page, 'Copy as plain text');
  await expect(page.getByText('2 tickets copied: Plain text').first()).toBeVisible();
  const lines = (await readClipboard(page)).trimEnd().split('\n');
  expect(lines.map((line) => line.split(' · ')[0])).toEqual([`#${ids[0]}`, `#${ids[2]}`]);
  expect(lines[0]?.split(' · ').at(-1)).toBe(`${demo.url}/w/4201/tickets/${ids[0]}`);
  await share(page, 'Copy as tab-separated text');
  await expect(page.getByText('2 tickets copied: Tab-separated text').first()).toBeVisible();
  expect((await readClipboard(page)).split('\n')[0]).toBe('ID\tStatus');
  await share(page, 'More formats…');
  await expect(page.getByRole('dialog', { name: 'Export tickets' })).toBeVisible();
  await page.keyboard.press('Escape');

  await goWithin(page, '/w/4201/people');
  const people = page.getByRole('table', { name: 'Open tickets by assignee' });
  await expect(people).toBeVisible();
  const names = await people.locator('tbody tr').count();
  await share(page, 'Copy as tab-separated text');
  await expect(page.getByText('Open tickets by assignee copied: Tab-separated text').first()).toBeVisible();
  const rows = (await readClipboard(page)).trimEnd().split('\n');
  expect(rows[0]).toBe('Assignee\tE-mail\tOpen\tOverdue\tCritical and high\tOldest');
  expect(rows).toHaveLength(names + 2);
  await goWithin(page, '/w/4201/handoffs');
  await expect(page.getByRole('region', { name: /^Tickets by origin/ })).toBeVisible();
  await share(page, 'Copy as Markdown');
  await expect(page.getByText('Routes copied: Markdown table').first()).toBeVisible();
  expect(await readClipboard(page)).toMatch(/^\| From \| To \| Tickets \| Overdue \|\n/);
});

test('two clicks make the boss’s workbook, whatever form was exported last; the palette finds it, Print prints, and what may not be copied is there as text', async ({
  page,
  demo,
}) => {
  await page.addInitScript(() =>
    localStorage.setItem('loopdesk.settings', JSON.stringify({ fileFormat: 'csv', exportNotes: 'file' })),
  );
  await page.addInitScript(() => {
    Object.assign(window, { printed: 0, print: () => Object.assign(window, { printed: 1 }) });
  });
  await openQueue(page, `${demo.url}${LIST}&status=ESCALATED&columns=id,status`);
  const matching = await total(page);
  const [download] = await Promise.all([page.waitForEvent('download'), share(page, 'Workbook (.xlsx)')]);
  expect(download.suggestedFilename()).toMatch(/^tickets-4201-.*\.xlsx$/);
  await expect(
    page.getByText(`${matching} tickets saved: ${download.suggestedFilename()}`).first(),
  ).toBeVisible();
  const [sheet] = await readWorkbook(await readFile(await download.path()));
  expect(sheet?.data).toHaveLength(matching + 1);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('export');
  await expect(page.getByRole('option', { name: /^Export tickets/ })).toBeVisible();
  await page.getByRole('option', { name: 'Share: copy, export or print' }).click();
  const menu = page.getByRole('menu', { name: 'Share' });
  await expect(menu.getByRole('menuitem', { name: 'Copy link' })).toBeFocused();
  await expectAccessibleInBothThemes(page, '[role="menu"]');
  await menu.getByRole('menuitem', { name: 'Print this page' }).click();
  await page.waitForFunction(() => (window as unknown as { printed: number }).printed === 1);
  await expect(menu).toHaveCount(0);

  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await share(page, 'Copy as Markdown');
  await expect(page.getByLabel('The text to copy')).toHaveValue(/^\| ID \| Status \|\n/);
});
