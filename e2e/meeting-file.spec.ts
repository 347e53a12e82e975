import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { card, expectSaved, startMeeting } from './support/meeting.ts';
import { expect, test } from './support/test.ts';

/** Holds a meeting about a few tickets, and has its file. */
async function fileOfMeeting(page: Page, url: string) {
  await startMeeting(page, `${url}/w/4201`, '?status=ESCALATED&priority=CRITICAL');
  await page.keyboard.press('d');
  await expectSaved(page);
  await page.getByRole('link', { name: 'Meetings' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export / }).click();
  return JSON.parse(await readFile(await (await download).path(), 'utf8'));
}

async function importFile(page: Page, file: unknown, name = 'meeting.json'): Promise<void> {
  await page
    .getByLabel('File of a meeting')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
}

test('a file that no screen could show is refused with the place; a meeting that is spoiled in the browser’s store costs that meeting alone', async ({
  page,
  demo,
}) => {
  const file = await fileOfMeeting(page, demo.url);
  const [first] = file.tickets;
  const refused = page.getByRole('status').filter({ hasText: 'was not imported' });

  await importFile(page, {
    ...file,
    tickets: [{ ...first, issueDate: 'garbage' }, ...file.tickets.slice(1)],
  });
  await expect(refused).toContainText('tickets 1: issueDate is no date');
  await importFile(page, file);
  await expect(page.getByText('is imported.')).toBeVisible();
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: 'Reopen' })
      .or(page.getByRole('link', { name: 'Go on' })),
  ).not.toHaveCount(0);

  await importFile(page, { ...file, head: { ...file.head, name: 'The other one' } });
  await expect(page.getByText('“The other one” is imported.')).toBeVisible();
  await page.evaluate(async (id) => {
    const opened = indexedDB.open('loopdesk');
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const store = opened.result.transaction('tickets', 'readwrite').objectStore('tickets');
    const all = store.getAll(IDBKeyRange.bound([id], [id, []]));
    await new Promise((resolve) => all.addEventListener('success', resolve));
    for (const kept of all.result) store.put({ ...kept, ticket: { ...kept.ticket, issueDate: 'garbage' } });
    await new Promise((resolve) => store.transaction.addEventListener('complete', resolve));
    opened.result.close();
  }, file.head.id);

  const home = page.url();
  await page.goto(`${demo.url}/w/4201/triage/${file.head.id}`);
  await expect(page.getByRole('heading', { name: 'This meeting cannot be shown' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('issueDate is no date');
  await goWithin(page, home);
  await page.getByRole('link', { name: 'The other one' }).click();
  await expect(card(page)).toBeVisible();
});
